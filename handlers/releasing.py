"""Hands a meeting's papers over to an archive, with or without names. Decides nothing."""

from __future__ import annotations

from bot.deeds import packaging
from bot.records.meeting import Meeting
from bot.rules.authority import Deed
from bot.store import meetings, minutes_files
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
        _hand_over(turn, meeting, with_names=token.ask == "names")


def _hand_over(turn: Turn, meeting: Meeting, *, with_names: bool) -> None:
    """Send the papers, and by itself each document that is not among them."""
    package = packaging.of_meeting(
        turn, meeting, with_names=with_names, most=packaging.MOST_IN_CHAT
    )
    turn.say(views.handed(turn.words, package.content, meeting), about=meeting)
    for one in package.missing:
        turn.say(views.left_out(turn.words, one), about=meeting)
    minutes_files.await_again(turn.session, meeting.id)
