"""Who was there, and when it may be noted."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.records.meeting import Form, Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import attendance
from bot.rules.attendance import Attender

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)


def _one(name: str | None, home: str, row: int = 1) -> Attender:
    own = {"meeting_id": 1, "person_id": row, "created_at": NOON, "changed_at": NOON}
    mine = Registration.model_validate({"id": row, "standing": Standing.GOING, **own})
    return Attender(mine, Person(name=name, created_at=NOON), home)


def _meeting(**facts: object) -> Meeting:
    usual = {"id": 1, "secret": "x", "created_by": 1, "created_at": NOON}
    when = {"status": Status.ANNOUNCED, "day": date(2026, 12, 5), "start": time(10)}
    return Meeting.model_validate(usual | when | facts)


def test_names_stand_under_their_associations_and_private_persons_last() -> None:
    """Minutes list people so."""
    listed = [_one("Nils", ""), _one("Åke", "Ås"), _one("Bo", "Ås"), _one(None, "Ax")]

    assert attendance.grouped(listed) == [("Ax", ["–"]), ("Ås", ["Bo", "Åke"]), ("", ["Nils"])]


def test_those_of_one_name_keep_their_places() -> None:
    """A list that is looked at twice is in the same order."""
    two, one = _one("Anna", "Ax", 2), _one("Anna", "Ås", 1)

    assert attendance.by_name([two, one]) == [one, two]


@pytest.mark.parametrize("letters", ["sa", " SARA  l", "lind", "bräc", "amat"])
def test_the_first_letters_of_a_name_or_an_association_find_her(letters: str) -> None:
    """Whoever stands at the door writes as little as she can."""
    sara, nils = _one("Sara Lind", "Bräcke amatörteater"), _one("Nils Berg", "Ås byalag")

    assert attendance.matching([sara, nils], letters) == [sara]


@pytest.mark.parametrize(
    ("expected", "now", "facts"),
    [
        (False, datetime(2026, 12, 4, 12, 0, tzinfo=STOCKHOLM), {}),
        (True, datetime(2026, 12, 5, 0, 0, tzinfo=STOCKHOLM), {}),
        (True, datetime(2026, 12, 4, 22, 0, tzinfo=STOCKHOLM), {}),
        (True, datetime(2027, 1, 5, 0, 0, tzinfo=STOCKHOLM), {}),
        (True, datetime(2026, 12, 5, 8, 0, tzinfo=STOCKHOLM), {"start": time(23)}),
        (False, datetime(2026, 12, 5, 8, 0, tzinfo=STOCKHOLM), {"status": Status.CANCELLED}),
        (False, datetime(2026, 12, 5, 8, 0, tzinfo=STOCKHOLM), {"day": None}),
    ],
)
def test_it_is_noted_from_the_morning_of_the_day(
    expected: bool,  # noqa: FBT001 - a column of the table
    now: datetime,
    facts: dict[str, object],
) -> None:
    """Nobody is noted as present at a meeting that is weeks ahead."""
    assert attendance.may_be_noted(_meeting(**facts), now, STOCKHOLM) is expected


@pytest.mark.parametrize(
    ("expected", "facts", "stands"),
    [
        (True, {"form": Form.ROOM}, {}),
        (True, {"form": Form.HYBRID}, {"attends": "room"}),
        (False, {"form": Form.HYBRID}, {"attends": "online"}),
        (False, {"form": Form.ONLINE}, {}),
        (False, {"form": Form.ROOM}, {"standing": Standing.WAITING}),
        (False, {"form": Form.ROOM, "status": Status.CANCELLED}, {}),
    ],
)
def test_a_code_is_for_those_who_have_a_door_to_come_to(
    expected: bool,  # noqa: FBT001 - a column of the table
    facts: dict[str, object],
    stands: dict[str, object],
) -> None:
    """A seat in the room, at a meeting that stands."""
    mine = _one("Sara", "").mine
    for name, value in stands.items():
        setattr(mine, name, value)

    assert attendance.has_code(mine, _meeting(**facts)) is expected


@pytest.mark.parametrize(
    ("expected", "attended", "hour", "facts"),
    [
        (True, True, 15, {}),
        (False, True, 11, {}),
        (False, None, 15, {}),
        (False, False, 15, {}),
        (False, True, 15, {"day": None}),
    ],
)
def test_a_certificate_is_for_one_who_was_noted_when_it_is_over(
    expected: bool,  # noqa: FBT001 - a column of the table
    attended: bool | None,  # noqa: FBT001 - a column of the table
    hour: int,
    facts: dict[str, object],
) -> None:
    """Not beforehand, and not for one whom nobody saw."""
    mine = _one("Sara", "").mine
    mine.attended = attended
    now = datetime(2026, 12, 5, hour, tzinfo=STOCKHOLM)
    meeting = _meeting(**{"end": time(14), **facts})

    assert attendance.may_be_certified(mine, meeting, now, STOCKHOLM) is expected
