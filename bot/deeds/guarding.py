"""Opens a meeting for what an organiser wants to do with it. Knows rights, never what is done."""

from __future__ import annotations

from collections.abc import Collection

from bot.records.meeting import Meeting, Status
from bot.rules.authority import Deed
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps

ANNOUNCED = frozenset({Status.ANNOUNCED})


def opened(
    turn: Turn, token: Token, deed: Deed, among: Collection[Status] = ANNOUNCED
) -> Meeting | None:
    """Find the meeting a token is about, under its lock, for one who may do the deed.

    None when she may not, or the meeting does not stand as one `among` these; that is said.
    """
    meeting = meetings.locked(turn.session, token.row)
    if not turn.may(deed, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return None
    if meeting is None or meeting.status not in among:
        turn.toast(mishaps.gone(turn.words))
        return None
    return meeting
