"""How long things are kept, and who may erase them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.config import Network
from bot.records.meeting import Meeting, Status
from bot.records.person import Role
from bot.rules import retention
from tests.rules.facts import STOCKHOLM, at, draft, meeting, person

USUAL = {"name": "Nätet", "controller": "Region Norr", "contact": "karin@example.se"}


@pytest.mark.parametrize(
    ("may", "kind", "decision"),
    [
        (True, "förening", ""),
        (True, "förening", "KS 2026/17"),
        (False, "myndighet", ""),
        (False, "myndighet", "  "),
        (True, "myndighet", "KS 2026/17"),
    ],
)
def test_a_public_body_erases_only_by_decision(
    may: bool,  # noqa: FBT001 - a table's column
    kind: str,
    decision: str,
) -> None:
    """An association erases by age; an authority needs a decision to do it."""
    network = Network.model_validate({**USUAL, "kind": kind, "gallring": decision})

    assert may is retention.may_erase(network)


@pytest.mark.parametrize(
    ("idle", "given"),
    [
        (True, draft()),
        (False, draft(touched_at=at("2026-12-03 09:00"))),
        (True, draft(touched_at=at("2026-12-01 09:00"))),
        (False, draft(day=date(2027, 3, 6))),
        (False, draft(day=date(2026, 12, 2))),
        (True, draft(day=date(2026, 12, 1))),
        (False, meeting()),
    ],
)
def test_a_draft_is_idle_when_nobody_goes_on_with_it(
    idle: bool,  # noqa: FBT001 - a table's column
    given: Meeting,
) -> None:
    """Counted from when someone last did, from its beginning, or from the day of the meeting."""
    assert idle is retention.is_idle(given, at("2026-12-02 09:00"))


@pytest.mark.parametrize(
    ("faded", "given"),
    [
        (False, draft()),
        (False, draft(fades_at=at("2026-12-02 09:01"))),
        (True, draft(fades_at=at("2026-12-02 09:00"))),
        (False, meeting(fades_at=at("2026-12-02 09:00"))),
    ],
)
def test_a_draft_fades_when_the_time_to_go_on_is_out(
    faded: bool,  # noqa: FBT001 - a table's column
    given: Meeting,
) -> None:
    """Never before its writer was told, and never once it is announced."""
    assert faded is retention.has_faded(given, at("2026-12-02 09:00"))


@pytest.mark.parametrize(
    ("nothing", "given"),
    [
        (True, draft()),
        (True, draft(title="")),
        (False, draft(title="Höstmöte")),
        (False, draft(day=date(2026, 12, 5))),
    ],
)
def test_a_draft_without_title_and_day_is_nothing_to_miss(
    nothing: bool,  # noqa: FBT001 - a table's column
    given: Meeting,
) -> None:
    """It stands in no list either."""
    assert nothing is retention.has_nothing(given)


@pytest.mark.parametrize(
    ("needs", "registrations", "given", "now"),
    [
        (False, False, meeting(), "2026-12-12 13:59:59"),
        (True, True, meeting(), "2026-12-12 14:00"),
        (False, False, meeting(end=None), "2026-12-12 12:59"),
        (True, True, meeting(end=None), "2026-12-12 13:00"),
        (True, False, meeting(status=Status.CANCELLED), "2026-11-02 09:00"),
        (True, False, draft(status=Status.DISCARDED), "2026-11-02 09:00"),
        (False, False, draft(), "2030-01-01 09:00"),
        (True, True, meeting(day=date(2026, 10, 24)), "2026-10-31 13:00"),
    ],
)
def test_answers_are_kept_a_week_after_the_meeting_j4(
    needs: bool,  # noqa: FBT001 - a table's column
    registrations: bool,  # noqa: FBT001 - a table's column
    given: Meeting,
    now: str,
) -> None:
    """Counted from its end, in whole days of 24 hours; needs go at once when it is cancelled."""
    assert needs is retention.needs_are_done(given, at(now), STOCKHOLM, 7)
    assert registrations is retention.registrations_are_done(given, at(now), STOCKHOLM, 7)


LONG_AGO, LATELY = at("2026-11-02 09:00"), at("2026-12-04 09:00")


@pytest.mark.parametrize(
    ("forgotten", "facts"),
    [
        (True, {"organisation_id": None}),
        (True, {"name": None, "organisation_id": None}),
        (False, {}),
        (False, {"organisation_id": None, "is_private": True}),
        (False, {"organisation_id": None, "created_at": LATELY}),
        (False, {"organisation_id": None, "asked_at": LATELY}),
        (True, {"organisation_id": None, "created_at": LONG_AGO, "asked_at": LONG_AGO}),
        (False, {"organisation_id": None, "role": Role.ORGANISER}),
        (False, {"organisation_id": None, "telegram_id": None}),
    ],
)
def test_only_one_who_stopped_half_way_in_is_forgotten_f11(
    forgotten: bool,  # noqa: FBT001 - a table's column
    facts: dict[str, object],
) -> None:
    """A member, an organiser and someone entered by hand stay; so does one who is just joining."""
    assert forgotten is retention.never_came_in(person(**facts), at("2026-12-01 09:00"))
