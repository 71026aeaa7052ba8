"""What falls due for a meeting, to the minute, from hand-made tables."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from bot.records.meeting import Meeting, Status
from bot.rules import reminders, run_sheet
from bot.rules.reminders import Due, Habits, Occasion
from tests.rules.facts import AUTUMN, HABITS, NIGHT, SPRING, at, draft, meeting, utc

AGENDA, REMINDER, SUMMARY = Occasion.AGENDA, Occasion.REMINDER, Occasion.SUMMARY
NUDGE, THANKS = Occasion.NUDGE, Occasion.THANKS
Told = dict[Occasion, datetime]


def told(given: Meeting, habits: Habits = HABITS) -> Told:
    """Give the plan as hours by occasion."""
    return {due.occasion: due.at for due in run_sheet.plan(given, habits)}


def hours(**given: str) -> Told:
    """Read a table's row: hours in UTC by the occasion's name."""
    return {Occasion(name): utc(hour) for name, hour in given.items()}


EVENING = {"start": time(18), "end": time(20)}


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        # The clock goes back in the night before the meeting: the reminder is still at 17.
        (
            hours(
                nudge="2026-10-16 08:00",
                summary="2026-10-19 06:00",
                agenda="2026-10-17 08:00",
                reminder="2026-10-24 15:00",
                thanks="2026-10-26 09:00",
            ),
            {"day": AUTUMN, "closes_on": date(2026, 10, 18), **EVENING},
        ),
        # The clock goes forward in the night before the meeting.
        (
            hours(
                nudge="2027-03-17 09:00",
                summary="2027-03-20 07:00",
                agenda="2027-03-20 09:00",
                reminder="2027-03-27 16:00",
                thanks="2027-03-29 08:00",
            ),
            {"day": SPRING, "closes_on": date(2027, 3, 19), **EVENING},
        ),
        # Registration closes on the very day the clock goes back.
        (
            hours(
                nudge="2026-10-23 08:00",
                summary="2026-10-26 07:00",
                agenda="2026-10-24 08:00",
                reminder="2026-10-30 16:00",
                thanks="2026-11-01 09:00",
            ),
            {"day": date(2026, 10, 31), "closes_on": AUTUMN, **EVENING},
        ),
        # Over the new year, past a red day each.
        (
            hours(
                nudge="2026-12-30 09:00",
                summary="2027-01-03 07:00",
                agenda="2026-12-30 09:00",
                reminder="2027-01-06 16:00",
                thanks="2027-01-08 09:00",
            ),
            {"day": date(2027, 1, 7), "closes_on": date(2027, 1, 2), **EVENING},
        ),
        # No last day: nobody is nudged, and the list comes two hours before.
        (
            hours(
                summary="2026-12-05 15:00",
                agenda="2026-11-28 09:00",
                reminder="2026-12-04 16:00",
                thanks="2026-12-06 09:00",
            ),
            {**EVENING},
        ),
        # Open to the last, and early in the morning: the list comes the evening before.
        (
            hours(
                nudge="2026-12-03 09:00",
                summary="2026-12-04 18:59",
                agenda="2026-11-28 09:00",
                reminder="2026-12-04 16:00",
                thanks="2026-12-06 09:00",
            ),
            {"closes_on": date(2026, 12, 5), "start": time(9), "end": None},
        ),
        # Closed by hand: nobody is nudged, and the list comes at once.
        (
            hours(
                summary="2026-11-10 11:01",
                agenda="2026-11-28 09:00",
                reminder="2026-12-04 16:00",
                thanks="2026-12-06 09:00",
            ),
            {"closes_on": date(2026, 11, 27), "closed_at": utc("2026-11-10 11:00")},
        ),
    ],
    ids=["autumn", "spring", "closing", "new year", "no last day", "early", "by hand"],
)
def test_every_occasion_has_its_exact_hour_d1_d12(expected: Told, facts: dict[str, object]) -> None:
    """Days are counted on the wall, so an hour stays an hour when the clock is moved."""
    assert expected == told(meeting(**facts))


def test_a_reminder_at_night_comes_the_evening_before() -> None:
    """A network that reminds at 23 does so at 19.59."""
    late = Habits(NIGHT, nudge_days=2, agenda_days=7, reminder_hour=23)

    assert at("2026-12-04 19:59") == told(meeting(), late)[REMINDER]


@pytest.mark.parametrize(
    "given",
    [draft(), meeting(status=Status.CANCELLED), meeting(status=Status.DRAFT), meeting(day=None)],
    ids=["empty", "cancelled", "draft", "without a day"],
)
def test_nothing_falls_due_for_what_is_not_announced_e9(given: Meeting) -> None:
    """A draft reminds nobody, and neither does a cancelled meeting."""
    assert run_sheet.plan(given, HABITS) == ()


def test_what_had_passed_when_the_meeting_was_announced_is_never_told_d11() -> None:
    """Announced at noon the day before, it still gets its reminder but no week-old agenda."""
    given = meeting(announced_at=at("2026-12-04 12:00"))

    assert {REMINDER, SUMMARY, THANKS} == set(told(given))


def test_a_meeting_counts_from_its_writing_when_nobody_noted_the_announcement() -> None:
    """Without an hour of announcement the draft's own hour does."""
    given = meeting(announced_at=None, created_at=at("2026-12-05 12:00"))

    assert {THANKS} == set(told(given))


def due(occasion: Occasion, facts: dict[str, object] | None = None) -> Due:
    """Give one occasion of a meeting's plan."""
    days = run_sheet.plan(meeting(closes_on=date(2026, 11, 27), **facts or {}), HABITS)
    return next(one for one in days if one.occasion == occasion)


@pytest.mark.parametrize(
    ("told_at", "occasion", "now"),
    [
        (False, REMINDER, "2026-12-04 16:59:59"),
        (True, REMINDER, "2026-12-04 17:00"),
        (True, REMINDER, "2026-12-05 06:59"),
        (False, REMINDER, "2026-12-05 07:00"),
        (True, AGENDA, "2026-12-05 09:59"),
        (False, AGENDA, "2026-12-05 10:00"),
        (True, NUDGE, "2026-11-27 23:58"),
        (False, NUDGE, "2026-11-27 23:59"),
        (True, SUMMARY, "2026-12-05 09:59"),
        (False, SUMMARY, "2026-12-05 10:00"),
        (True, THANKS, "2026-12-09 09:59"),
        (False, THANKS, "2026-12-09 10:00"),
    ],
)
def test_late_is_better_than_never_as_long_as_it_helps_d6(
    told_at: bool,  # noqa: FBT001 - a table's column
    occasion: Occasion,
    now: str,
) -> None:
    """A reminder missed while we were down is told until three hours before the start."""
    one = due(occasion)

    assert ((one,) if told_at else ()) == reminders.due_now((one,), frozenset(), at(now))


def test_what_is_told_is_not_told_again_d4() -> None:
    """The key is the memory: a clock that runs back finds the occasion done."""
    one = due(REMINDER)

    assert () == reminders.due_now((one,), frozenset({one.key}), one.at)


@pytest.mark.parametrize(
    ("same", "facts"),
    [
        (True, {"start": time(9)}),
        (True, {"place": "Teaterverkstaden"}),
        (False, {"day": date(2026, 12, 4)}),
        (False, {"day": date(2026, 12, 12)}),
    ],
)
def test_a_meeting_on_another_day_is_another_occasion_d9(
    same: bool,  # noqa: FBT001 - a table's column
    facts: dict[str, object],
) -> None:
    """Moved to another day everyone is reminded anew; a new hour is told as a change."""
    assert same is (due(REMINDER).key == due(REMINDER, facts).key)


def test_the_bot_sleeps_until_the_next_occasion() -> None:
    """It wakes for the first thing that is neither told nor out of date, and then no more."""
    days = run_sheet.plan(meeting(closes_on=date(2026, 11, 27)), HABITS)
    nudge = due(NUDGE)

    assert nudge.at == reminders.next_wake(days, frozenset(), at("2026-11-02 09:00"))
    assert due(SUMMARY).at == reminders.next_wake(days, frozenset({nudge.key}), nudge.at)
    assert due(THANKS).at == reminders.next_wake(days, frozenset(), at("2026-12-05 10:00"))
    assert reminders.next_wake(days, frozenset(), due(THANKS).stale_after) is None


def test_every_plan_is_in_order_and_useful_when_it_falls_due() -> None:
    """Through a whole year of meetings nothing is planned out of order or at night."""
    for ahead in range(365):
        day = date(2026, 11, 20) + timedelta(days=ahead)
        days = run_sheet.plan(meeting(day=day, closes_on=day - timedelta(days=5)), HABITS)

        assert list(days) == sorted(days, key=lambda one: one.at)
        assert len(days) == len({one.key for one in days}) == 5
        assert all(one.at < one.stale_after and not NIGHT.covers(one.at) for one in days)
