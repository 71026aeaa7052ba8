"""Opens what an organiser writes to many, for one who may send it."""

from __future__ import annotations

from bot.deeds import audiences
from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.rules.authority import Deed
from bot.store import broadcasts, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps

Opened = tuple[Broadcast, Meeting]


def opened(turn: Turn, token: Token) -> Opened | None:
    """Find the message a token names and its meeting; what is gone or not hers is said so."""
    told = broadcasts.locked(turn.session, token.row)
    meeting = meetings.get(turn.session, told.meeting_id) if told else None
    if told is None or meeting is None or told.kind not in audiences.BY_CHOICE:
        turn.toast(mishaps.gone(turn.words))
        return None
    if not turn.may(Deed.INVITE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return None
    return told, meeting
