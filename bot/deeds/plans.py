"""Keeps a meeting's next waking hour true, so that an idle bot asks a single question."""

from __future__ import annotations

from datetime import timedelta

from bot.records.meeting import Meeting
from bot.rules import plan_steps, reminders, run_sheet
from bot.rules.plan_steps import StepDue
from bot.rules.reminders import Due, Timed
from bot.store import broadcasts, meetings
from bot.store import plan_steps as written_steps
from bot.turn import Turn

LONG_OVER = timedelta(days=14)
"""After this nothing more is due for a meeting."""


def done(turn: Turn, meeting: Meeting) -> frozenset[str]:
    """The occasions that have been told already."""
    return frozenset(told.key for told in broadcasts.of(turn.session, meeting.id))


def occasions(turn: Turn, meeting: Meeting) -> tuple[Due, ...]:
    """What the bot tells about a meeting, as its organisers want it, in order of time."""
    changed = written_steps.of(turn.session, meeting.id)
    return run_sheet.plan(meeting, turn.house.habits, changed)


def due(turn: Turn, meeting: Meeting) -> tuple[Due, ...]:
    """What should be told about a meeting now; at night nothing, it waits for the morning."""
    if turn.house.quiet.covers(turn.now):
        return ()
    days = occasions(turn, meeting)
    return reminders.due_now(days, done(turn, meeting), turn.now)


def steps(turn: Turn, meeting: Meeting) -> tuple[StepDue, ...]:
    """The organisers' own messages around a meeting, in order of time."""
    written = written_steps.of(turn.session, meeting.id)
    return plan_steps.plan(meeting, written, turn.house.habits)


def steps_due(turn: Turn, meeting: Meeting) -> tuple[StepDue, ...]:
    """The organisers' own messages that should go out now; at night none."""
    if turn.house.quiet.covers(turn.now):
        return ()
    return reminders.due_now(steps(turn, meeting), done(turn, meeting), turn.now)


def keys(turn: Turn, meeting: Meeting) -> frozenset[str]:
    """The occasions of the plan as it stands."""
    own = frozenset(one.key for one in steps(turn, meeting))
    return own | frozenset(one.key for one in occasions(turn, meeting))


def settle(turn: Turn, meeting: Meeting) -> None:
    """Work out when the meeting next has something due."""
    days: tuple[Timed, ...] = (*occasions(turn, meeting), *steps(turn, meeting))
    wakes_at = reminders.next_wake(days, done(turn, meeting), turn.now)
    meeting.wakes_at = turn.house.quiet.next_open(max(wakes_at, turn.now)) if wakes_at else None
    turn.session.add(meeting)


def settle_anew(turn: Turn) -> None:
    """Work out every hour again: the clock was set back, or time zones have changed since."""
    first = (turn.now - LONG_OVER).date()
    for meeting in meetings.announced(turn.session):
        if meeting.day is not None and meeting.day >= first:
            settle(turn, meeting)
