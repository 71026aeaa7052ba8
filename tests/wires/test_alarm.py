"""Whoever sleeps by an alarm wakes at its hour or when it is rung, whichever is first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from bot.clock import MovableClock
from bot.wires.bell import Alarm

MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def wakes(deed: Callable[[Alarm, MovableClock], None]) -> bool:
    """Whether a sleeper, who has an hour left, is awake after the deed."""
    clock = MovableClock(MORNING, runs=False)
    alarm = Alarm(clock)
    alarm.set(3600.0)
    sleeper = asyncio.create_task(alarm.rest())
    await asyncio.sleep(0.01)
    deed(alarm, clock)
    await asyncio.sleep(0.01)
    is_awake = sleeper.done()
    sleeper.cancel()
    await asyncio.gather(sleeper, return_exceptions=True)
    return is_awake


def test_an_alarm_rings_at_its_hour() -> None:
    """Not before, whatever the clock that moves."""

    def soon(_: Alarm, clock: MovableClock) -> None:
        clock.advance(3599)

    def then(_: Alarm, clock: MovableClock) -> None:
        clock.advance(3600)

    assert not asyncio.run(wakes(soon))
    assert asyncio.run(wakes(then))


def test_an_alarm_may_be_rung() -> None:
    """A ring wakes at once, unless it is taken back before anyone has stirred."""

    def ring(alarm: Alarm, _: MovableClock) -> None:
        alarm.ring()

    def ring_and_hush(alarm: Alarm, _: MovableClock) -> None:
        alarm.ring()
        alarm.hush()

    assert asyncio.run(wakes(ring))
    assert not asyncio.run(wakes(ring_and_hush))


def test_an_alarm_is_set_anew_while_someone_sleeps() -> None:
    """An earlier hour holds at once, and a later one when the earlier has come."""

    def at_ten_seconds(alarm: Alarm, clock: MovableClock) -> None:
        alarm.set(10.0)
        clock.advance(11)

    def in_two_hours(alarm: Alarm, clock: MovableClock) -> None:
        alarm.set(7200.0)
        clock.advance(3601)

    assert asyncio.run(wakes(at_ten_seconds))
    assert not asyncio.run(wakes(in_two_hours))


def test_a_ring_before_sleep_is_not_lost() -> None:
    """Whoever is rung for while awake does not lie down, but only once."""

    async def story() -> list[bool]:
        alarm = Alarm(MovableClock(MORNING, runs=False))
        alarm.set(3600.0)
        alarm.ring()
        await asyncio.wait_for(alarm.rest(), 1.0)
        again = asyncio.create_task(alarm.rest())
        await asyncio.sleep(0.01)
        again.cancel()
        return [again.done()]

    assert [False] == asyncio.run(story())
