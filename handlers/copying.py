"""Begins a new meeting with an older one as its model."""

from __future__ import annotations

from bot.deeds import composing, copying
from bot.records.meeting import Status
from bot.rules import authority
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import copying as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Copy the meeting and ask for the day; one that was cancelled may be held again."""
    source = meetings.get(turn.session, token.row)
    if not turn.may(authority.BEYOND["meet", "copy"]):
        turn.toast(mishaps.not_allowed(turn.words), alert=True)
    elif source is None or source.status == Status.DISCARDED:
        turn.toast(mishaps.gone(turn.words))
    else:
        draft = copying.copy(turn, source)
        turn.note("copied", draft)
        turn.toast(views.copied(turn.words))
        composing.go_on(turn, draft)
