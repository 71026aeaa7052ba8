"""We leave word of being alive, and of having been away."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.clock import boot
from bot.records.absence import Absence
from bot.records.pulse import Pulse
from bot.store import pulses
from bot.store.pulses import Instant
from bot.store.soundness import DatabaseGoneError
from bot.wires.heart import BEAT, EARS, Heart
from tests.wires.post import MORNING, Post


def heart(post: Post, **ages: float) -> Heart:
    """A heart whose parts worked so many seconds ago."""
    return Heart(post.store, post.clock, lambda: {"sender": 1.0, **ages})


def test_each_part_has_its_own_sign_of_life(post: Post) -> None:
    """The row says when the part last worked, not when we wrote it down."""
    heart(post, ears=30.0).beat()

    with post.store.reading() as session:
        found = pulses.last(session)
    assert {"sender", EARS} == set(found)
    assert MORNING - timedelta(seconds=30) == found[EARS].beat_at


def test_the_age_is_told_by_the_clock_that_nobody_sets_d5() -> None:
    """A wall clock set back an hour makes no sign of life older or younger."""
    pulse = Pulse(name="sender", beat_at=MORNING, mono=1_000.0, boot="a")
    set_back = MORNING - timedelta(hours=1)

    assert timedelta(seconds=5) == Instant(set_back, 1_005.0, "a").age(pulse)
    assert timedelta() == Instant(set_back, 5.0, "b").age(pulse)
    assert timedelta(hours=2) == Instant(MORNING + timedelta(hours=2), 5.0, "b").age(pulse)


def test_a_machine_says_which_boot_it_is_in() -> None:
    """Twice asked it is the same, so that two processes can compare their clocks."""
    assert boot() == boot()


@pytest.mark.parametrize(("hours", "expected"), [(23, 0), (30, 1)])
def test_thirty_hours_of_silence_are_noted_once_c8(post: Post, hours: int, expected: int) -> None:
    """What Telegram has kept is not lost; what is older is, and the gap is written down."""
    heart(post, ears=0.0).beat()
    post.clock.advance(hours * 3600)
    again = heart(post, ears=0.0)
    again.beat()
    again.beat()

    with post.store.reading() as session:
        gaps = session.exec(select(Absence)).all()
    assert expected == len(gaps)
    assert all(gap.since == MORNING for gap in gaps)


def test_a_loop_that_stood_still_is_told_and_skips_nothing_a12(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    """Half a minute in which nobody was answered is an alarm, and then we beat on."""
    beating = heart(post)

    async def blocked() -> None:
        task = asyncio.create_task(beating.run())
        await asyncio.sleep(0)
        post.clock.advance(BEAT + 30)
        for _ in range(5):
            await asyncio.sleep(0)
        task.cancel()

    with caplog.at_level(logging.ERROR, logger="samklang.heart"):
        post.run(blocked())

    assert beating.longest_still == pytest.approx(30)
    assert "stood still for 30 seconds" in caplog.text
    with post.store.reading() as session:
        beat = pulses.last(session)["sender"].beat_at
    assert MORNING + timedelta(seconds=BEAT + 29) == beat


def test_a_database_taken_away_ends_the_process_h3(post: Post) -> None:
    """Better no bot than one whose memory is a file without a name."""
    beating = heart(post)
    beating.beat()
    path = post.store.path
    assert path is not None
    path.rename(path.with_suffix(".gone"))

    with pytest.raises(DatabaseGoneError):
        post.run(beating.run())
