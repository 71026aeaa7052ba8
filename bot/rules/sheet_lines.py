"""What a meeting's plan shows, line by line: when, and how it stands with each.

Knows rows as facts and the hour; never the database or words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import PlanStep
from bot.rules import plan_steps, reminders, run_sheet, times
from bot.rules.reminders import Due, Habits, Occasion
from bot.rules.run_sheet import CAN_BE_OFF, HERS, Item


class State(StrEnum):
    """How it stands with a line."""

    DONE = "done"
    AHEAD = "ahead"
    EMPTY = "empty"
    """There is nothing to send yet."""
    LATE = "late"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Facts:
    """What has come of it so far: the keys of what was told, and what an organiser has made.

    `letters` are the messages that she has sent or put off to an hour, and more invitations.
    """

    told: frozenset[str]
    has_agenda: bool
    has_minutes: bool
    has_kitchen: bool
    now: datetime
    needs_end_at: datetime | None = None
    letters: tuple[Broadcast, ...] = ()
    invitation: Broadcast | None = None
    """The first one, which made the meeting known."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what, when, how it stands, and the row that changes or is it."""

    item: Item
    at: datetime
    state: State
    step: PlanStep | None = None
    letter: Broadcast | None = None


def rows(meeting: Meeting, habits: Habits, steps: Iterable[PlanStep], facts: Facts) -> list[Row]:
    """Give the whole plan in order of time; of a cancelled meeting what has been."""
    steps = list(steps)
    listed = [
        *_days_to_keep(meeting, habits, facts),
        *_told_by_us(meeting, habits, steps, facts),
        *_done_by_her(meeting, habits, steps, facts),
        *_messages(meeting, habits, steps, facts),
        *_letters(meeting, facts),
    ]
    if meeting.status == Status.CANCELLED:
        listed = [one for one in listed if _has_been(one)]
    order = list(Item)
    return sorted(listed, key=lambda row: (row.at, order.index(row.item)))


def _has_been(row: Row) -> bool:
    """Whether a line of a cancelled meeting tells what was done, and not a day that passed."""
    is_done = row.state == State.DONE and row.item not in {Item.NEEDS, Item.DEADLINE, Item.MEETING}
    return is_done or row.item == Item.CANCELLED


def _days_to_keep(meeting: Meeting, habits: Habits, facts: Facts) -> list[Row]:
    closes = times.closes_at(meeting, habits.zone) if meeting.closes_on else None
    days = (
        (Item.INVITATION, meeting.announced_at),
        (Item.NEEDS, facts.needs_end_at),
        (Item.CLOSED, meeting.closed_at),
        (Item.DEADLINE, closes if meeting.closed_at is None else None),
        (Item.MEETING, times.starts_at(meeting, habits.zone)),
    )
    first = facts.invitation
    return [
        Row(
            item,
            at,
            State.DONE if at <= facts.now else State.AHEAD,
            letter=first if item == Item.INVITATION else None,
        )
        for item, at in days
        if at is not None
    ]


def _told_by_us(meeting: Meeting, habits: Habits, steps: list[PlanStep], facts: Facts) -> list[Row]:
    changed = run_sheet.changed(steps)
    wanted = {due.occasion: due for due in run_sheet.plan(meeting, habits, steps)}
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
    changed = run_sheet.changed(steps)
    made = {Item.MINUTES: facts.has_minutes}
    if meeting.food:
        made[Item.KITCHEN] = facts.has_kitchen
    listed = []
    for item, is_made in made.items():
        step = changed.get(item)
        at = run_sheet.hour_of(meeting, item, habits, step)
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


def _letters(meeting: Meeting, facts: Facts) -> list[Row]:
    """Give what she has sent or put off; a message of the plan has a line already."""
    has_plan = meeting.status == Status.ANNOUNCED
    return [
        Row(
            ITEMS[BroadcastKind(one.kind)],
            one.starts_at,
            State.AHEAD if one.status == BroadcastStatus.WAITING else State.DONE,
            letter=one,
        )
        for one in facts.letters
        if one.kind in ITEMS and not (has_plan and plan_steps.is_step(one.key))
    ]


ITEMS = {
    BroadcastKind.MESSAGE: Item.MESSAGE,
    BroadcastKind.INVITATION: Item.INVITATION,
    BroadcastKind.CANCELLATION: Item.CANCELLED,
}
"""The line that each kind of message by hand is."""


def can_change(row: Row) -> bool:
    """Whether a line that has its habit can still be changed."""
    is_open = row.state not in {State.DONE, State.LATE} or row.item in HERS
    return row.item in CAN_BE_OFF and is_open and row.state != State.DONE
