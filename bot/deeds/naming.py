"""Takes a name that was written, and asks once whether other participants may see one's own."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.rules import names
from bot.turn import Turn
from bot.words.views import joining
from bot.words.views import portrait as views


def take(turn: Turn, given: str) -> str | None:
    """Give a name that can stand on a list; else say kindly why not, and give None."""
    name = names.cleaned(given)
    if names.is_good(name):
        return name
    turn.say(joining.ask_name_again(turn.words, names.fault(name)))
    return None


def ask_once(turn: Turn, meeting: Meeting) -> None:
    """Ask one who has just come in; silence is a no, and is not asked about again.

    Without a yes the others may not see her name.
    """
    if turn.me.shows_name is None:
        turn.me.shows_name = False
        turn.session.add(turn.me)
        turn.say(views.ask_to_show(turn.words, meeting), about=meeting)
