"""The reserve list: who is offered a seat, when, and for how long."""

from __future__ import annotations

from datetime import time

import pytest

from bot.records.meeting import Status
from bot.records.registration import Registration, Standing
from bot.rules import waiting
from bot.rules.registration import Hall
from tests.rules.facts import NIGHT, answer, at, draft, meeting

LAST_CALL = 3
"""Hours before the start after which no seat is offered."""


@pytest.mark.parametrize(
    ("expected", "facts", "now"),
    [
        (True, {}, "2026-12-04 19:59"),
        # The offer would be read at eight, and lapse at seven.
        (False, {}, "2026-12-04 20:00"),
        (False, {}, "2026-12-05 06:59"),
        (True, {"start": time(18), "end": None}, "2026-12-04 23:00"),
        (True, {"start": time(18), "end": None}, "2026-12-05 14:59"),
        (False, {"start": time(18), "end": None}, "2026-12-05 15:00"),
        (False, {}, "2026-12-05 11:00"),
        (False, {"status": Status.CANCELLED}, "2026-11-02 09:00"),
        (False, {"day": None}, "2026-11-02 09:00"),
    ],
)
def test_no_seat_is_offered_when_it_is_too_late_to_come_e15_e16(
    expected: bool,  # noqa: FBT001 - a table's column
    facts: dict[str, object],
    now: str,
) -> None:
    """A seat goes on until three hours before the start, if the offer can be read by then."""
    assert expected is waiting.is_promoting(meeting(**facts), at(now), NIGHT, LAST_CALL)


def test_a_draft_offers_nothing() -> None:
    """Without an hour there is no seat."""
    assert not waiting.is_promoting(draft(), at("2026-11-02 09:00"), NIGHT, LAST_CALL)


def line(*standings: Standing) -> list[Registration]:
    """People who answered in this order, each later in line than the one before."""
    return [answer(one, id=n, person_id=n, line=n) for n, one in enumerate(standings, 1)]


W, G, C, OFFERED = Standing.WAITING, Standing.GOING, Standing.CANCELLED, Standing.OFFERED


@pytest.mark.parametrize(
    ("expected", "seats", "held", "given"),
    [
        ((), 2, 2, (G, G, W)),
        ((3,), 2, 1, (C, G, W, W)),
        ((2, 4), 3, 1, (G, W, C, W, W)),
        ((), 1, 4, (G, G, G, G, W)),
        ((2,), 2, 1, (OFFERED, W, W)),
        ((1, 2), 9, 0, (W, W)),
        ((1, 2), None, 5, (W, W)),
        ((), 3, 1, (G,)),
    ],
)
def test_seats_go_in_order_of_the_line_e5_e6_e7_e14(
    expected: tuple[int, ...], seats: int | None, held: int, given: tuple[Standing, ...]
) -> None:
    """One offer for each free seat; who has cancelled is passed by, a full hall offers nothing."""
    chosen = waiting.next_in_line(meeting(seats=seats), Hall(held, 0), line(*given)[::-1])

    assert expected == tuple(one.id for one in chosen)


@pytest.mark.parametrize(
    ("expected", "now", "hours"),
    [
        # A day, when there is a day.
        ("2026-11-03 09:00", "2026-11-02 09:00", 24),
        # Told in the morning, so counted from the morning.
        ("2026-11-04 08:00", "2026-11-02 23:00", 24),
        # An offer does not run out at night.
        ("2026-11-02 19:59", "2026-11-02 12:00", 12),
        # Not even one made just before the night: half an hour is the least.
        ("2026-11-02 20:20", "2026-11-02 19:50", 4),
        # Never past the hour when no seat is offered any more.
        ("2026-12-05 07:00", "2026-12-04 19:00", 24),
        ("2026-12-05 07:00", "2026-12-05 06:59", 24),
        # Summer time ends in the night between: 24 hours are 24 hours.
        ("2026-10-25 11:00", "2026-10-24 12:00", 24),
    ],
)
def test_an_offer_stands_for_a_fair_time_e8(expected: str, now: str, hours: int) -> None:
    """As long as the network says, not ending at night, and over before the last call."""
    begins = at("2026-12-05 10:00")

    assert at(expected) == waiting.offer_ends_at(at(now), begins, NIGHT, hours, LAST_CALL)
