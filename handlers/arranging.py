"""An organiser says that what people need is booked, and is not reminded of it again."""

from __future__ import annotations

from bot.deeds import mornings
from bot.records.meeting import Status
from bot.rules.authority import Deed
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import mornings as views


def answer(turn: Turn, token: Token) -> None:
    """Note it, and show what waits now; someone who needs something later is told anew."""
    meeting = meetings.get(turn.session, token.row)
    if not turn.may(Deed.SEE_WHO_COMES, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status != Status.ANNOUNCED:
        turn.toast(mishaps.gone(turn.words))
    else:
        turn.note("arranged", meeting)
        turn.session.flush()
        turn.toast(views.arranged(turn.words))
        mornings.show(turn)
