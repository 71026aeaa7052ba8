"""Where an organiser may put someone she registers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.records.meeting import Form, Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import by_hand
from bot.rules.by_hand import Wanted
from bot.rules.registration import Already, Going, Hall, Over, Waiting, WhichWay

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)
FREE, FULL = Hall(3, 0, 0), Hall(4, 2)


def _meeting(**facts: object) -> Meeting:
    usual = {"id": 1, "secret": "x", "created_by": 1, "created_at": NOON, "seats": 4}
    when = {"status": Status.ANNOUNCED, "day": date(2026, 12, 5), "start": time(10)}
    return Meeting.model_validate(usual | when | {"form": Form.ROOM} | facts)


def _mine(standing: Standing) -> Registration:
    own = {"id": 1, "meeting_id": 1, "person_id": 1, "created_at": NOON, "changed_at": NOON}
    return Registration.model_validate({**own, "standing": standing})


@pytest.mark.parametrize(
    ("expected", "facts", "hall", "mine"),
    [
        (Going(), {}, FREE, None),
        (Going(), {"closed_at": NOON}, FREE, _mine(Standing.CANCELLED)),
        (Going(), {"closes_on": date(2026, 10, 1)}, FREE, None),
        (Waiting(3), {}, FULL, None),
        (Already(Standing.GOING), {}, FREE, _mine(Standing.GOING)),
        (Over(is_cancelled=True), {"status": Status.CANCELLED}, FREE, None),
        (Over(is_cancelled=False), {"day": date(2026, 11, 1)}, FREE, None),
        (WhichWay(), {"form": Form.HYBRID}, Hall(0, 0, 0, None), None),
        (Going(), {"form": Form.HYBRID}, Hall(0, 0, 0, "online"), None),
    ],
)
def test_the_last_day_does_not_stop_an_organiser_and_the_seats_are_asked_about_a11(
    expected: by_hand.Outcome, facts: dict[str, object], hall: Hall, mine: Registration | None
) -> None:
    """An exception for one needs no opening for all, and nobody is overbooked unasked."""
    assert expected == by_hand.place(_meeting(**facts), hall, mine, NOON, STOCKHOLM)


@pytest.mark.parametrize(
    ("expected", "choice"),
    [
        (Wanted(7, "room", "over"), "7-room-over"),
        (Wanted(7), "7-x-x"),
        (None, "x-x-x"),
        (None, "7-x"),
        (None, "1234-x-x"),
        (None, ""),
    ],
)
def test_a_button_says_whom_how_and_what_if_it_is_full(
    expected: Wanted | None, choice: str
) -> None:
    """What we never wrote is nothing."""
    read = by_hand.read(choice, longest=3)

    assert read == expected
    assert read is None or read.written() == choice
