"""Who gets a seat, and what is asked first."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.meeting import Form, Status
from bot.records.need import NeedKind
from bot.records.registration import Part, Standing
from bot.rules import registration
from bot.rules.registration import (
    Already,
    Going,
    Hall,
    Outcome,
    Over,
    PartyFull,
    TooLate,
    Waiting,
    WhichWay,
)
from tests.rules.facts import STOCKHOLM, answer, at, draft, meeting

MONDAY = "2026-11-02 09:00"
BEFORE_23_59 = "2026-11-27 23:59:59"
MIDNIGHT = "2026-11-28 00:00"
LAST_DAY = {"closes_on": date(2026, 11, 27)}
NEEDS = frozenset(NeedKind)


@pytest.mark.parametrize(
    ("expected", "facts", "hall"),
    [
        (Going(), {"seats": None}, Hall(500, 0)),
        (Going(), {"seats": 2}, Hall(1, 0)),
        (Waiting(1), {"seats": 2}, Hall(2, 0)),
        (Waiting(4), {"seats": 2}, Hall(2, 3)),
        (Waiting(1), {"seats": 2}, Hall(5, 0)),
        (Waiting(1), {"seats": 0}, Hall(0, 0)),
        # A seat that has just been freed belongs to those who wait.
        (Waiting(2), {"seats": 2}, Hall(1, 1)),
        (Waiting(2), {"seats": None}, Hall(1, 1)),
        # One seat is too few for the two who wait together, and stands empty otherwise.
        (Going(), {"seats": 2}, Hall(1, 2, least=2)),
        (Waiting(3), {"seats": 3}, Hall(1, 2, least=2)),
        # Nobody in line can be written to.
        (Going(), {"seats": 2}, Hall(1, 1, least=0)),
        (PartyFull(), {"per_party": 2}, Hall(2, 0, fellows=2)),
        (Going(), {"per_party": 2}, Hall(2, 0, fellows=1)),
        (WhichWay(), {"form": Form.HYBRID}, Hall(0, 0, side=None)),
        (Going(), {"form": Form.HYBRID}, Hall(0, 0, side="online")),
        (Waiting(1), {"form": Form.HYBRID, "seats": 9, "online_seats": 1}, Hall(1, 0, 1, "online")),
        (Going(), {"form": Form.HYBRID, "seats": 1, "online_seats": 2}, Hall(1, 0, 1, "online")),
        (Going(), {"form": Form.ROOM, "seats": 2, "online_seats": 1}, Hall(1, 0)),
    ],
)
def test_a_free_seat_goes_to_the_first_in_line_e1_e5(
    expected: Outcome, facts: dict[str, object], hall: Hall
) -> None:
    """Someone new gets a seat when there is one and nobody waits for it."""
    assert expected == registration.place(meeting(**facts), hall, None, at(MONDAY), STOCKHOLM)


@pytest.mark.parametrize(
    ("expected", "standing"),
    [
        (Already(Standing.GOING), Standing.GOING),
        (Already(Standing.WAITING), Standing.WAITING),
        (Already(Standing.OFFERED), Standing.OFFERED),
        (Going(), Standing.CANCELLED),
        (Going(), Standing.DECLINED),
    ],
)
def test_a_second_tap_changes_nothing_e3(expected: Outcome, standing: Standing) -> None:
    """Who stands in the list stays as she is; who has said no may come again."""
    outcome = registration.place(
        meeting(seats=2), Hall(1, 0), answer(standing), at(MONDAY), STOCKHOLM
    )

    assert expected == outcome


@pytest.mark.parametrize(
    ("expected", "facts", "now"),
    [
        (Going(), LAST_DAY, BEFORE_23_59),
        (TooLate(at("2026-11-27 23:59")), LAST_DAY, MIDNIGHT),
        (Going(), {"closes_on": date(2026, 12, 5)}, "2026-12-05 09:59:59"),
        (Over(is_cancelled=False), {"closes_on": date(2026, 12, 5)}, "2026-12-05 10:00"),
        (Going(), {}, "2026-12-05 09:59:59"),
        (TooLate(at("2026-11-20 12:00")), {"closed_at": at("2026-11-20 12:00")}, BEFORE_23_59),
        (Over(is_cancelled=True), {"status": Status.CANCELLED}, MONDAY),
        (Over(is_cancelled=False), {"status": Status.DRAFT}, MONDAY),
        (Over(is_cancelled=False), {"day": None}, MONDAY),
    ],
)
def test_registration_is_open_to_the_end_of_its_last_minute_d7_d8(
    expected: Outcome, facts: dict[str, object], now: str
) -> None:
    """23.59 means that whole minute; a meeting that has begun or is cancelled takes nobody."""
    assert expected == registration.place(meeting(**facts), Hall(0, 0), None, at(now), STOCKHOLM)


def test_who_is_in_hears_that_she_is_in_also_after_the_last_day() -> None:
    """Too late is only for those who are not registered."""
    outcome = registration.place(meeting(**LAST_DAY), Hall(1, 0), answer(), at(MIDNIGHT), STOCKHOLM)

    assert Already(Standing.GOING) == outcome


@pytest.mark.parametrize(
    ("expected", "seats", "held"), [(None, None, 9), (2, 5, 3), (0, 5, 5), (0, 5, 7)]
)
def test_seats_left_are_never_fewer_than_none_e6(
    expected: int | None, seats: int | None, held: int
) -> None:
    """A hall made smaller than its guests is full, not less than empty."""
    assert expected == registration.free_seats(meeting(seats=seats), Hall(held, 0))


HYBRID = {"form": Form.HYBRID, "food": "soppa"}
ROOM = {"form": Form.ROOM, "food": "soppa"}
ONLINE = {"form": Form.ONLINE, "food": "soppa"}


@pytest.mark.parametrize(
    ("expected", "facts", "attends", "answered"),
    [
        ("food", ROOM, None, frozenset()),
        ("access", ROOM, None, {NeedKind.FOOD}),
        (None, ROOM, None, NEEDS),
        ("part", {**ROOM, "asks_part": True}, None, NEEDS),
        ("access", {"form": Form.ROOM, "food": ""}, None, frozenset()),
        ("attends", HYBRID, None, frozenset()),
        ("attends", HYBRID, None, NEEDS),
        ("food", HYBRID, "room", frozenset()),
        ("access", HYBRID, "online", frozenset()),
        ("access", ONLINE, None, frozenset()),
        # The meeting was hybrid when she answered.
        ("access", ONLINE, "room", frozenset()),
        ("food", ROOM, "online", frozenset()),
    ],
)
def test_only_what_matters_to_her_is_asked(
    expected: str | None, facts: dict[str, object], attends: str | None, answered: set[NeedKind]
) -> None:
    """First how she takes part, then food for those who eat with us, then needs."""
    mine = answer(attends=attends)

    assert expected == registration.next_question(mine, meeting(**facts), frozenset(answered))


@pytest.mark.parametrize("standing", set(Standing) - {Standing.GOING})
def test_only_those_who_come_are_asked(standing: Standing) -> None:
    """Who waits, is offered a seat or has said no is left in peace."""
    assert registration.next_question(answer(standing), meeting(**HYBRID), frozenset()) is None


@pytest.mark.parametrize(
    ("expected", "standing", "facts", "now"),
    [
        (True, Standing.GOING, LAST_DAY, BEFORE_23_59),
        (False, Standing.GOING, LAST_DAY, MIDNIGHT),
        (False, Standing.CANCELLED, LAST_DAY, MONDAY),
        (False, Standing.GOING, {"closed_at": at(MONDAY)}, MONDAY),
    ],
)
def test_answers_can_be_changed_until_registration_closes(
    expected: bool,  # noqa: FBT001 - a table's column
    standing: Standing,
    facts: dict[str, object],
    now: str,
) -> None:
    """After that the kitchen has its numbers."""
    assert expected is registration.may_change(
        answer(standing), meeting(**facts), at(now), STOCKHOLM
    )


def test_a_draft_is_not_open() -> None:
    """Nobody registers for what is not announced."""
    assert not registration.is_open(
        draft(day=date(2026, 12, 5), start=time(10)), at(MONDAY), STOCKHOLM
    )


@pytest.mark.parametrize(
    ("expected", "form", "choice"),
    [
        ("room", Form.ROOM, None),
        ("room", Form.ONLINE, "online"),
        (None, Form.HYBRID, None),
        (None, Form.HYBRID, "roof"),
        ("room", Form.HYBRID, "room"),
        ("online", Form.HYBRID, "online"),
    ],
)
def test_only_a_hybrid_meeting_has_a_choice_of_seats(
    expected: str | None, form: Form, choice: str | None
) -> None:
    """Elsewhere there is one kind of seat, whatever an old button says."""
    assert expected == registration.side_asked(meeting(form=form), choice)


def test_whoever_has_said_in_what_part_she_comes_is_not_asked_again() -> None:
    """The part is the last question."""
    mine = answer(part=Part.DELEGATE)

    assert registration.next_question(mine, meeting(asks_part=True, **ROOM), NEEDS) is None


@pytest.mark.parametrize(
    ("expected", "facts", "now"),
    [
        (True, {}, "2026-12-01 23:59"),
        (False, {}, "2026-12-02 00:00"),
        # Registration is closed, by its last day and by hand.
        (True, {**LAST_DAY, "closed_at": at(MONDAY)}, "2026-11-30 12:00"),
        (False, {"changes_clock": time(12)}, "2026-12-01 12:01"),
        (False, {"changes_on": date(2026, 12, 31)}, "2026-12-05 10:00"),
    ],
)
def test_changes_end_on_a_day_of_their_own(
    expected: bool,  # noqa: FBT001 - a table's column
    facts: dict[str, object],
    now: str,
) -> None:
    """Later than registration if the organiser says so, and never after the meeting has begun."""
    given = {"changes_on": date(2026, 12, 1), **facts}

    assert expected is registration.may_change(answer(), meeting(**given), at(now), STOCKHOLM)
