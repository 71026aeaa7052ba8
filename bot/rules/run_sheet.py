"""A meeting's plan as one list: what the bot tells, what an organiser does, the days to keep.

What an organiser has changed comes before the network's habits, and all of it moves with the
meeting. Knows rows as facts and the hour; never the database or words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from enum import StrEnum

from bot.records.meeting import Meeting
from bot.records.plan_step import Anchor, PlanStep
from bot.rules import plan_steps, reminders, times
from bot.rules.reminders import Due, Habits, Occasion


class Item(StrEnum):
    """A line of the plan."""

    INVITATION = "invitation"
    NUDGE = "nudge"
    NEEDS = "needs"
    DEADLINE = "deadline"
    CLOSED = "closed"
    """Registration was closed by hand."""
    SUMMARY = "summary"
    AGENDA = "agenda"
    KITCHEN = "kitchen"
    REMINDER = "reminder"
    MEETING = "meeting"
    THANKS = "thanks"
    MINUTES = "minutes"
    MESSAGE = "message"
    CANCELLED = "cancelled"


HERS: Mapping[Item, int] = {Item.KITCHEN: -3, Item.MINUTES: 5}
"""What an organiser does herself, in days from the meeting."""
HER_CLOCK = time(9)
ANCHORS: Mapping[Item, Anchor] = {
    Item.NUDGE: Anchor.DEADLINE,
    Item.AGENDA: Anchor.MEETING,
    Item.REMINDER: Anchor.MEETING,
    Item.THANKS: Anchor.MEETING,
    Item.KITCHEN: Anchor.MEETING,
    Item.MINUTES: Anchor.MEETING,
}
"""What can have another day or hour, and what its days are counted from."""
WORDED = frozenset({Item.NUDGE, Item.SUMMARY, Item.AGENDA, Item.REMINDER, Item.THANKS})
"""What the bot words itself, and can show beforehand."""
CAN_BE_OFF = frozenset({*ANCHORS, Item.SUMMARY})
DAYS: Mapping[Item, tuple[int, ...]] = {
    Item.NUDGE: (-7, -4, -2, -1),
    Item.AGENDA: (-14, -7, -3, -1),
    Item.REMINDER: (-3, -2, -1),
    Item.THANKS: (1, 2, 3),
    Item.KITCHEN: (-7, -3, -2, -1),
    Item.MINUTES: (3, 5, 7, 14),
}
"""Days to choose among."""


def plan(meeting: Meeting, habits: Habits, steps: Iterable[PlanStep] = ()) -> tuple[Due, ...]:
    """Lay out everything that the bot will tell, as the organisers want it, in order of time."""
    wished = changed(steps)
    laid = [
        _as_wanted(meeting, due, wished.get(Item(due.occasion)), habits)
        for due in reminders.laid_out(meeting, habits)
    ]
    announced = meeting.announced_at or meeting.created_at
    wanted = (due for due in laid if due is not None and due.at > announced)
    return tuple(sorted(wanted, key=lambda due: due.at))


def changed(steps: Iterable[PlanStep]) -> dict[Item, PlanStep]:
    """Give the rows that change a line, by line."""
    known = set(Item) - {Item.MESSAGE}
    return {Item(one.occasion): one for one in steps if one.occasion in known}


def _as_wanted(meeting: Meeting, due: Due, step: PlanStep | None, habits: Habits) -> Due | None:
    if step is None:
        return due
    if step.is_off:
        return None
    at = _moment(meeting, due.at, step, habits)
    if at == due.at:
        return due
    key = reminders.key(due.occasion, meeting, at)
    return Due(due.occasion, at, due.stale_after, key) if at < due.stale_after else None


def _moment(meeting: Meeting, usual: datetime, step: PlanStep, habits: Habits) -> datetime:
    """Say when a changed step falls due; what she has not changed is as usual."""
    there = usual.astimezone(habits.zone)
    clock = step.clock or there.time()
    if step.days is None:
        return habits.quiet.next_open(times.instant(there.date(), clock, habits.zone))
    tried = PlanStep(
        meeting_id=meeting.id,
        occasion=step.occasion,
        anchor=step.anchor,
        days=step.days,
        clock=clock,
        created_at=step.created_at,
    )
    return plan_steps.moment(meeting, tried, habits) or usual


def hers(
    meeting: Meeting, item: Item, habits: Habits, steps: Iterable[PlanStep] = ()
) -> datetime | None:
    """Say when an organiser should have done her own part; None when it is switched off."""
    step = changed(steps).get(item)
    is_off = step is not None and step.is_off
    return None if is_off else hour_of(meeting, item, habits, step)


def hour_of(meeting: Meeting, item: Item, habits: Habits, step: PlanStep | None) -> datetime | None:
    """Say when a line of hers is to be done, as its row changes it."""
    wanted = PlanStep(
        meeting_id=meeting.id,
        occasion=item,
        days=HERS[item] if step is None or step.days is None else step.days,
        clock=(step.clock if step else None) or HER_CLOCK,
        created_at=meeting.created_at,
    )
    return plan_steps.moment(meeting, wanted, habits)


def may_be(
    meeting: Meeting, item: Item, habits: Habits, step: PlanStep, now: datetime
) -> datetime | None:
    """Say when a line would fall due so changed; None when that has been, or is of no use."""
    if item in HERS:
        at = hour_of(meeting, item, habits, step)
        return at if at is not None and at > now else None
    laid = {due.occasion: due.at for due in plan(meeting, habits, [step])}
    at = laid.get(Occasion(item))
    return at if at is not None and at > now else None


def read_days(meeting: Meeting, item: Item, answer: str, today: datetime) -> int | None:
    """Read a day: "-3" as buttons carry it, "3" as people write it, or a date."""
    anchor = meeting.closes_on if ANCHORS[item] == Anchor.DEADLINE else meeting.day
    is_after = item in {Item.THANKS, Item.MINUTES}
    return plan_steps.read_days(answer, anchor, today.date(), is_after=is_after)
