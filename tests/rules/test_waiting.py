"""The reserve list: who is offered a seat, when, and for how long."""

from __future__ import annotations

from datetime import time

import pytest

from bot.records.meeting import Form, Status
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


def chosen(facts: dict[str, object], held: int, waits: list[Registration]) -> list[list[int]]:
    """Give the row ids of those who are offered seats, party by party."""
    given = meeting(**facts)
    parties = waiting.parties(waiting.in_line(given, "room", waits))
    found = waiting.next_in_line(given, Hall(held, len(waits)), parties)
    return [[one.id for one in party] for party in found]


@pytest.mark.parametrize(
    ("expected", "seats", "held", "given"),
    [
        ([], 2, 2, (G, G, W)),
        ([[3]], 2, 1, (C, G, W, W)),
        ([[2], [4]], 3, 1, (G, W, C, W, W)),
        ([], 1, 4, (G, G, G, G, W)),
        ([[2]], 2, 1, (OFFERED, W, W)),
        ([[1], [2]], 9, 0, (W, W)),
        ([[1], [2]], None, 5, (W, W)),
        ([], 3, 1, (G,)),
    ],
)
def test_seats_go_in_order_of_the_line_e5_e6_e7_e14(
    expected: list[list[int]], seats: int | None, held: int, given: tuple[Standing, ...]
) -> None:
    """One offer for each free seat; who has cancelled is passed by, a full hall offers nothing."""
    assert expected == chosen({"seats": seats}, held, line(*given)[::-1])


def together(*lines: int) -> list[Registration]:
    """People who wait, each at this place in line."""
    return [answer(W, id=n, person_id=n, line=one) for n, one in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("expected", "free", "lines"),
    [
        # Two who came together take two seats, or none.
        ([[1, 2]], 2, (1, 1)),
        ([], 1, (1, 1)),
        # The next one whom the seats hold gets the offer, and they keep their place.
        ([[3]], 1, (1, 1, 2)),
        ([[1, 2]], 2, (1, 1, 2, 3)),
        ([[1, 2], [3]], 3, (1, 1, 2)),
        ([[4]], 2, (1, 1, 1, 2)),
        ([[4], [7]], 2, (1, 1, 1, 2, 3, 3, 4)),
        ([[1, 2, 3], [4]], None, (1, 1, 1, 2)),
    ],
)
def test_who_came_together_is_offered_seats_together(
    expected: list[list[int]], free: int | None, lines: tuple[int, ...]
) -> None:
    """One person's cancellation never promotes a party that it does not hold."""
    assert expected == chosen({"seats": free}, 0, together(*lines))


HYBRID = {"form": Form.HYBRID}


def side(standing: Standing, attends: str | None, **facts: object) -> Registration:
    """Someone at a hybrid meeting."""
    return answer(standing, attends=attends, **facts)


@pytest.mark.parametrize(
    ("expected", "facts", "one"),
    [
        ("room", {}, side(W, None)),
        ("room", {}, side(W, "online")),
        ("room", HYBRID, side(W, None)),
        ("room", HYBRID, side(W, "room")),
        ("online", HYBRID, side(W, "online")),
        # She has a seat in the room and would rather take part by link.
        ("online", HYBRID, side(G, "room", waits_for="online")),
        ("room", HYBRID, side(G, "online", waits_for="room")),
        # The wish is fulfilled, or the meeting has changed its form.
        (None, HYBRID, side(G, "room", waits_for="room")),
        (None, {}, side(G, "room", waits_for="online")),
        (None, HYBRID, side(C, "room", waits_for="online")),
        (None, HYBRID, side(G, "room")),
    ],
)
def test_each_side_of_a_hybrid_meeting_has_its_own_line(
    expected: str | None, facts: dict[str, object], one: Registration
) -> None:
    """Who has a seat waits for the other side without giving it up."""
    lines = {way: waiting.in_line(meeting(**facts), way, [one]) for way in ("room", "online")}

    assert ([one] if expected == "room" else []) == lines["room"]
    assert ([one] if expected == "online" else []) == lines["online"]


@pytest.mark.parametrize(("expected", "who"), [(1, 0), (1, 1), (3, 2), (4, 3)])
def test_a_party_shares_the_number_of_its_first(expected: int, who: int) -> None:
    """The number says how many people stand in front."""
    waits = together(4, 4, 7, 9)

    assert expected == waiting.number(waits, waits[who])


@pytest.mark.parametrize(("expected", "lines"), [(0, ()), (1, (1, 1, 2)), (2, (1, 1, 2, 2, 2))])
def test_the_smallest_party_is_the_first_that_few_seats_hold(
    expected: int, lines: tuple[int, ...]
) -> None:
    """A newcomer may take a seat that is too few for all who wait."""
    assert expected == waiting.least(waiting.parties(together(*lines)))


@pytest.mark.parametrize(
    ("expected", "seats", "lines"),
    [([1, 2], 1, (1, 1)), (None, 0, (1, 1)), (None, None, (1, 1)), (None, 1, ())],
)
def test_a_party_hears_of_seats_that_are_too_few(
    expected: list[int] | None, seats: int | None, lines: tuple[int, ...]
) -> None:
    """Some seats wait for nobody else, so some of the party may take them."""
    found = waiting.passed_by(
        meeting(seats=seats), Hall(0, len(lines)), waiting.parties(together(*lines))
    )

    assert expected == ([one.id for one in found] if found else None)


SARA, NILS = 20, 30


@pytest.mark.parametrize(
    ("expected", "waits"),
    [
        (None, []),
        (None, [answer(W, line=4, person_id=NILS)]),
        (4, [answer(W, line=4, person_id=SARA)]),
        (4, [answer(W, line=4, person_id=9, registered_by=SARA)]),
        # Someone has come in between, and is not passed.
        (None, [answer(W, line=4, person_id=SARA), answer(W, line=5, person_id=NILS)]),
        (None, [side(G, "online", line=4, person_id=SARA, waits_for="room")]),
    ],
)
def test_a_party_grows_only_at_the_end_of_the_line(
    expected: int | None, waits: list[Registration]
) -> None:
    """Whoever stands last may bring more to her place; nobody is passed that way."""
    assert expected == waiting.place_in_line(meeting(**HYBRID), waits, SARA)


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
