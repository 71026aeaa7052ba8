"""When an organiser's own message falls due around a meeting."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor, PlanStep
from bot.rules import plan_steps, reminders
from bot.rules.quiet_hours import Quiet
from bot.rules.reminders import Habits
from tests.rules.facts import STOCKHOLM, at
from tests.rules.facts import meeting as usual

HABITS = Habits(Quiet(time(21), time(8), STOCKHOLM), 3, 7, 10)
WRITTEN = at("2026-11-02 09:00")


def meeting(**facts: object) -> Meeting:
    """Give a meeting on Saturday 5 December at ten, announced, with its last day on a Friday."""
    given = {"day": date(2026, 12, 5), "start": time(10), "closes_on": date(2026, 11, 27)}
    return usual(**{"status": Status.ANNOUNCED, **given, **facts})


def step(days: int | None = -3, **facts: object) -> PlanStep:
    """Give a message in the run sheet."""
    given = {"id": 4, "meeting_id": 1, "occasion": "message", "text": "Ta ytterdörren."}
    return PlanStep.model_validate({**given, "days": days, "created_at": WRITTEN, **facts})


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("2026-12-02 09:00", step(-3)),
        ("2026-12-02 14:00", step(-3, clock=time(14))),
        ("2026-12-03 08:00", step(-3, clock=time(22))),
        ("2026-11-28 09:00", step(-6)),
        ("2026-12-07 09:00", step(1)),
        ("2026-11-30 09:00", step(2, anchor=Anchor.DEADLINE)),
        ("2026-12-05 09:00", step(0)),
    ],
)
def test_it_goes_out_by_day_and_not_on_a_red_one(expected: str, given: PlanStep) -> None:
    """A Sunday before becomes the Saturday, a Sunday after the Monday; a night its morning."""
    (due,) = plan_steps.plan(meeting(), [given], HABITS)

    assert at(expected) == due.at


def test_it_moves_with_the_meeting_and_is_then_a_new_occasion() -> None:
    """The day stands in its key."""
    (before,) = plan_steps.plan(meeting(), [step()], HABITS)
    (after,) = plan_steps.plan(meeting(day=date(2026, 12, 12)), [step()], HABITS)

    assert at("2026-12-09 09:00") == after.at
    assert before.key != after.key
    assert plan_steps.is_step(after.key)


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({"status": Status.DRAFT}, step()),
        ({"closes_on": None}, step(anchor=Anchor.DEADLINE)),
        ({"start": None}, step()),
        ({}, step(None)),
        ({}, step(is_off=True)),
        ({}, step(occasion="nudge")),
        ({}, step(created_at=at("2026-12-04 09:00"))),
    ],
)
def test_nothing_is_due_without_a_day_or_when_it_lay_behind(
    facts: dict[str, object], given: PlanStep
) -> None:
    """What is switched off, of another kind or past when it was written is not made up for."""
    assert () == plan_steps.plan(meeting(**facts), [given], HABITS)


def test_it_is_told_once_and_while_it_is_of_use() -> None:
    """Before the meeting as long as it has not begun, after it for three days."""
    days = plan_steps.plan(meeting(), [step(), step(1, id=5)], HABITS)
    before, after = days

    def due(now: str, *done: str) -> list[int]:
        found = reminders.due_now(days, frozenset(done), at(now))
        return [one.step.id for one in found]

    assert [] == due("2026-12-02 08:59")
    assert [4] == due("2026-12-02 09:00")
    assert [] == due("2026-12-02 09:00", before.key)
    assert [] == due("2026-12-05 10:00")
    assert [5] == due("2026-12-10 08:59")
    assert [] == due("2026-12-10 09:00")
    assert before.at == reminders.next_wake(days, frozenset(), WRITTEN)
    assert after.at == reminders.next_wake(days, frozenset({before.key}), WRITTEN)
    assert reminders.next_wake(days, frozenset(), at("2027-01-01 09:00")) is None


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ((Anchor.MEETING, -5), "5 dagar före"),
        ((Anchor.MEETING, -5), "5"),
        ((Anchor.MEETING, 2), "2 dagar efter mötet"),
        ((Anchor.MEETING, -4), "1 december"),
        ((Anchor.DEADLINE, -3), "3 dagar före sista dagen"),
        (None, "i gryningen"),
        (None, "24 december 2027"),
    ],
)
def test_days_are_read_as_people_write_them(
    expected: tuple[Anchor, int] | None, written: str
) -> None:
    """Before the meeting unless something else is said."""
    held = meeting(day=date(2026, 12, 5), closes_on=date(2026, 11, 27))

    assert expected == plan_steps.read(written, held, date(2026, 11, 2))


@pytest.mark.parametrize(
    ("expected", "changed"),
    [
        (True, {}),
        (True, {"is_off": True}),
        (False, {"text": "Ta bakdörren."}),
        (False, {"clock": time(14)}),
        (False, {"audience": {"answered": ["going"]}}),
    ],
)
def test_a_message_that_a_colleague_has_changed_is_another_edition(
    expected: bool,  # noqa: FBT001 (a column of the table)
    changed: dict[str, Any],
) -> None:
    """What it says, to whom and when."""
    assert expected is (plan_steps.edition(step()) == plan_steps.edition(step(**changed)))
