"""How long a link that sends someone else is good."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records.handover import Handover
from bot.records.meeting import Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import handover
from tests.rules.facts import STOCKHOLM, answer, at, meeting

MONDAY = "2026-11-02 09:00"
LATE = "2026-11-28 09:00"
LAST_DAY = {"closes_on": date(2026, 11, 27)}


@pytest.mark.parametrize(
    ("expected", "facts", "mine", "now"),
    [
        ("2026-12-05 10:00", LAST_DAY, answer(), MONDAY),
        ("2026-12-05 10:00", LAST_DAY, answer(), LATE),
        ("2026-11-27 23:59", LAST_DAY, None, MONDAY),
        ("2026-11-27 23:59", LAST_DAY, answer(Standing.WAITING), MONDAY),
        (None, LAST_DAY, None, LATE),
        (None, {"status": Status.CANCELLED}, answer(), MONDAY),
        (None, {}, answer(), "2026-12-05 10:00"),
    ],
)
def test_a_seat_goes_on_until_the_start_and_an_invitation_until_the_last_day_f12(
    expected: str | None, facts: dict[str, object], mine: Registration | None, now: str
) -> None:
    """After that there is nothing to hand over."""
    wanted = at(expected) if expected else None

    assert wanted == handover.expires_at(meeting(**facts), mine, at(now), STOCKHOLM)


def link(**facts: object) -> Handover:
    """Give a link that is good until the last day."""
    own: dict[str, object] = {"id": 1, "secret_hash": "x", "meeting_id": 7, "giver_id": 2}
    when = {"expires_at": at("2026-11-27 23:59"), "created_at": at(MONDAY)}
    return Handover.model_validate({**own, **when, **facts})


@pytest.mark.parametrize(
    ("expected", "given", "about", "now"),
    [
        (True, link(), meeting(), MONDAY),
        (True, link(), meeting(), "2026-11-27 23:59:30"),
        (False, link(), meeting(), LATE),
        (False, link(used_at=at(MONDAY)), meeting(), MONDAY),
        (False, link(), meeting(status=Status.CANCELLED), MONDAY),
        (False, link(), None, MONDAY),
        (False, None, meeting(), MONDAY),
    ],
)
def test_a_link_is_good_once_and_not_too_late_f12_g4(
    expected: bool,  # noqa: FBT001 - a table's column
    given: Handover | None,
    about: Meeting | None,
    now: str,
) -> None:
    """Wrong, spent and late are the same no."""
    assert expected is handover.is_good(given, about, at(now), STOCKHOLM)
