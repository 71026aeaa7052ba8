"""Hands a meeting's papers over to an archive, with or without names. Decides nothing."""

from __future__ import annotations

from bot.deeds import packaging
from bot.rules.authority import Deed
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import releasing as views


def answer(turn: Turn, token: Token) -> None:
    """Ask about the names, and send the papers."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or not turn.may(Deed.TAKE_LISTS, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask not in {"names", "bare"}:
        turn.show(views.ask(turn.words, meeting), about=meeting)
    else:
        turn.note("handed papers over", meeting, token.ask)
        content = packaging.of_meeting(turn, meeting, with_names=token.ask == "names")
        turn.say(views.handed(turn.words, content, meeting), about=meeting)
