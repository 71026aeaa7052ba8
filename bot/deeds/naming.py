"""Asks once whether other participants may see a name. Without a yes they may not."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.turn import Turn
from bot.words.views import portrait as views


def ask_once(turn: Turn, meeting: Meeting) -> None:
    """Ask one who has just come in; silence is a no, and is not asked about again."""
    if turn.me.shows_name is None:
        turn.me.shows_name = False
        turn.session.add(turn.me)
        turn.say(views.ask_to_show(turn.words, meeting), about=meeting)
