"""The code a participant shows at the door: a link that only this bot can have made."""

from __future__ import annotations

import hmac

from bot.records.registration import Registration
from bot.store import registrations
from bot.token import LONGEST_ROW
from bot.turn import Turn

PREFIX = "k-"
"""What such a link's parameter begins with."""


def link(turn: Turn, mine: Registration) -> str:
    """Make the link that stands in someone's code."""
    return turn.house.link(f"{PREFIX}{mine.id}-{_mark(turn, mine.id)}")


def read(turn: Turn, written: str) -> Registration | None:
    """Find whose code was read; None for one that this bot has not made, or made of old."""
    row, _, mark = written.partition("-")
    if not (row.isascii() and row.isdecimal() and len(row) <= LONGEST_ROW):
        return None
    if not hmac.compare_digest(mark.encode(), _mark(turn, int(row)).encode()):
        return None
    return registrations.get(turn.session, int(row))


def _mark(turn: Turn, row: int) -> str:
    return turn.house.keys.mark("place", row)
