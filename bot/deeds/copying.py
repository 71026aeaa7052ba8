"""Begins a meeting from another one: its facts, its agenda, and later its last days."""

from __future__ import annotations

from datetime import date

from bot.records.meeting import Meeting
from bot.rules import copying, drafting
from bot.store import meetings
from bot.turn import Turn


def copy(turn: Turn, source: Meeting) -> Meeting:
    """Begin a draft with everything but the days."""
    draft = meetings.draft(turn.session, turn.me.id, turn.now)
    copying.take_over(draft, source)
    points = copying.points(meetings.agenda(turn.session, source.id), draft.id)
    if points:
        # A pasted invitation is never asked for its agenda, but a copy of it would be.
        drafting.waive(draft, "agenda")
    turn.session.add(draft)
    meetings.replace_agenda(turn.session, draft.id, points)
    return draft


def put_on(turn: Turn, source: Meeting, day: date) -> Meeting:
    """Begin the same meeting on another day."""
    draft = copy(turn, source)
    copying.put_on(draft, source, day)
    turn.session.add(draft)
    return draft


def follow_day(turn: Turn, draft: Meeting) -> None:
    """Let the last days of a copy follow the day it has just got."""
    source = meetings.get(turn.session, draft.copied_from or 0)
    if source is not None:
        copying.settle_days(draft, source, turn.now.astimezone(turn.house.zone).date())
        turn.session.add(draft)
