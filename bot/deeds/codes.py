"""The code a participant shows at the door: a link that only this bot can have made."""

from __future__ import annotations

import hmac

from bot.deeds import parties
from bot.records.meeting import Meeting
from bot.records.registration import Registration
from bot.rules import attendance as rule
from bot.rules.attendance import Attender
from bot.store import attendance, registrations
from bot.token import number_in
from bot.turn import Turn

PREFIX = "k-"
"""What such a link's parameter begins with."""


def link(turn: Turn, mine: Registration) -> str:
    """Make the link that stands in someone's code."""
    return turn.house.link(f"{PREFIX}{mine.id}-{_mark(turn, mine.id)}")


def read(turn: Turn, written: str) -> Registration | None:
    """Find whose code was read; None for one that this bot has not made, or made of old."""
    number, _, mark = written.partition("-")
    row = number_in(number)
    if not hmac.compare_digest(mark.encode(), _mark(turn, row).encode()):
        return None
    return registrations.get(turn.session, row)


def passed_on(turn: Turn, row: int) -> tuple[Meeting, Attender] | None:
    """Find someone without Telegram whom she speaks for, while the code opens a door."""
    meeting, mine = parties.spoken_for(turn, row)
    if meeting is None or mine is None:
        return None
    one = attendance.one(turn.session, mine)
    return (meeting, one) if rule.is_passed_on(mine, one.person, meeting) else None


def _mark(turn: Turn, row: int) -> str:
    return turn.house.keys.mark("place", row)
