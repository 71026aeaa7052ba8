"""A meeting's plan as one list: what the bot tells, what an organiser does, the days to keep.

What an organiser has changed comes before the network's habits, and all of it moves with the
meeting. Knows rows as facts and the hour; never the database or words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

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
    SUMMARY = "summary"
    AGENDA = "agenda"
    KITCHEN = "kitchen"
    REMINDER = "reminder"
    MEETING = "meeting"
    THANKS = "thanks"
    MINUTES = "minutes"
    MESSAGE = "message"


class State(StrEnum):
    """How it stands with a line."""

    DONE = "done"
    AHEAD = "ahead"
    EMPTY = "empty"
    """There is nothing to send yet."""
    LATE = "late"
    OFF = "off"


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


@dataclass(frozen=True, slots=True)
class Facts:
    """What has come of it so far: the keys of what was told, and what an organiser has made."""

    told: frozenset[str]
    has_agenda: bool
    has_minutes: bool
    has_kitchen: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what, when, how it stands, and the row that changes or is it."""

    item: Item
    at: datetime
    state: State
    step: PlanStep | None = None


def plan(meeting: Meeting, habits: Habits, steps: Iterable[PlanStep] = ()) -> tuple[Due, ...]:
    """Lay out everything that the bot will tell, as the organisers want it, in order of time."""
    changed = _changed(steps)
    laid = [
        _as_wanted(meeting, due, changed.get(Item(due.occasion)), habits)
        for due in reminders.laid_out(meeting, habits)
    ]
    announced = meeting.announced_at or meeting.created_at
    wanted = (due for due in laid if due is not None and due.at > announced)
    return tuple(sorted(wanted, key=lambda due: due.at))


def _changed(steps: Iterable[PlanStep]) -> dict[Item, PlanStep]:
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
    step = _changed(steps).get(item)
    is_off = step is not None and step.is_off
    return None if is_off else _hers(meeting, item, habits, step)


def _hers(meeting: Meeting, item: Item, habits: Habits, step: PlanStep | None) -> datetime | None:
    wanted = PlanStep(
        meeting_id=meeting.id,
        occasion=item,
        days=HERS[item] if step is None or step.days is None else step.days,
        clock=(step.clock if step else None) or HER_CLOCK,
        created_at=meeting.created_at,
    )
    return plan_steps.moment(meeting, wanted, habits)


def rows(meeting: Meeting, habits: Habits, steps: Iterable[PlanStep], facts: Facts) -> list[Row]:
    """Give the whole plan in order of time."""
    steps = list(steps)
    listed = [
        *_days_to_keep(meeting, habits, facts.now),
        *_told_by_us(meeting, habits, steps, facts),
        *_done_by_her(meeting, habits, steps, facts),
        *_messages(meeting, habits, steps, facts),
    ]
    order = list(Item)
    return sorted(listed, key=lambda row: (row.at, order.index(row.item)))


def _days_to_keep(meeting: Meeting, habits: Habits, now: datetime) -> list[Row]:
    zone = habits.zone
    days = (
        (Item.INVITATION, meeting.announced_at),
        (Item.NEEDS, _last_moment(meeting, zone)),
        (Item.DEADLINE, times.closes_at(meeting, zone) if meeting.closes_on else None),
        (Item.MEETING, times.starts_at(meeting, zone)),
    )
    return [
        Row(item, at, State.DONE if at <= now else State.AHEAD)
        for item, at in days
        if at is not None
    ]


def _last_moment(meeting: Meeting, zone: ZoneInfo) -> datetime | None:
    if meeting.needs_on is None:
        return None
    return times.instant(meeting.needs_on, time(23, 59), zone)


def _told_by_us(meeting: Meeting, habits: Habits, steps: list[PlanStep], facts: Facts) -> list[Row]:
    changed = _changed(steps)
    wanted = {due.occasion: due for due in plan(meeting, habits, steps)}
    listed = []
    for usual in reminders.laid_out(meeting, habits):
        step = changed.get(Item(usual.occasion))
        due = wanted.get(usual.occasion)
        if due is not None:
            state = _state(due, facts)
            listed.append(Row(Item(due.occasion), due.at, state, step))
        elif step is not None and step.is_off:
            listed.append(Row(Item(usual.occasion), usual.at, State.OFF, step))
    return listed


def _state(due: Due, facts: Facts) -> State:
    if due.occasion == Occasion.AGENDA and not facts.has_agenda:
        return State.LATE if due.at <= facts.now else State.EMPTY
    if due.key in facts.told:
        return State.DONE
    return State.LATE if due.stale_after <= facts.now else State.AHEAD


def _done_by_her(
    meeting: Meeting, habits: Habits, steps: list[PlanStep], facts: Facts
) -> list[Row]:
    changed = _changed(steps)
    made = {Item.MINUTES: facts.has_minutes}
    if meeting.food:
        made[Item.KITCHEN] = facts.has_kitchen
    listed = []
    for item, is_made in made.items():
        step = changed.get(item)
        at = _hers(meeting, item, habits, step)
        if at is not None:
            listed.append(Row(item, at, _her_state(step, facts.now, at, is_made=is_made), step))
    return listed


def _her_state(step: PlanStep | None, now: datetime, at: datetime, *, is_made: bool) -> State:
    if is_made:
        return State.DONE
    if step is not None and step.is_off:
        return State.OFF
    return State.LATE if at <= now else State.AHEAD


def _messages(meeting: Meeting, habits: Habits, steps: list[PlanStep], facts: Facts) -> list[Row]:
    return [
        Row(
            Item.MESSAGE,
            due.at,
            State.DONE if due.key in facts.told else State.AHEAD,
            due.step,
        )
        for due in plan_steps.plan(meeting, steps, habits)
    ]


def can_change(row: Row) -> bool:
    """Whether a line that has its habit can still be changed."""
    is_open = row.state not in {State.DONE, State.LATE} or row.item in HERS
    return row.item in CAN_BE_OFF and is_open and row.state != State.DONE


def may_be(
    meeting: Meeting, item: Item, habits: Habits, step: PlanStep, now: datetime
) -> datetime | None:
    """Say when a line would fall due so changed; None when that has been, or is of no use."""
    if item in HERS:
        at = _hers(meeting, item, habits, step)
        return at if at is not None and at > now else None
    changed = {due.occasion: due.at for due in plan(meeting, habits, [step])}
    at = changed.get(Occasion(item))
    return at if at is not None and at > now else None


def read_days(meeting: Meeting, item: Item, answer: str, today: datetime) -> int | None:
    """Read a day: "-3" as buttons carry it, "3" as people write it, or a date."""
    anchor = meeting.closes_on if ANCHORS[item] == Anchor.DEADLINE else meeting.day
    is_after = item in {Item.THANKS, Item.MINUTES}
    return plan_steps.read_days(answer, anchor, today.date(), is_after=is_after)
