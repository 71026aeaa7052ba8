"""Finds the registrations a person may answer for besides her own."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.registration import Registration
from bot.rules import party
from bot.store import meetings, people, registrations
from bot.turn import Turn


def spoken_for(turn: Turn, row: int) -> tuple[Meeting | None, Registration | None]:
    """Find a registration and its locked meeting; nothing for one she does not speak for."""
    mine = registrations.get(turn.session, row)
    person = people.get(turn.session, mine.person_id) if mine else None
    if mine is None or person is None or not party.may_speak(turn.me, mine, person):
        return None, None
    meeting = meetings.locked(turn.session, mine.meeting_id)
    turn.session.refresh(mine)
    return meeting, mine
