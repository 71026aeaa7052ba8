"""An organiser holds back what goes out: pauses it, goes on, stops the rest."""

from __future__ import annotations

from bot.deeds import audiences, drafts, receipts, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.rules import times
from bot.rules.authority import Deed
from bot.store import broadcasts, deliveries, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import progress as views

LEAVING = frozenset({BroadcastStatus.GOING, BroadcastStatus.DONE})
RESUMABLE = frozenset({BroadcastStatus.PAUSED, BroadcastStatus.TAKEN_BACK})


def answer(turn: Turn, token: Token) -> None:
    """Take a tap under a receipt; what it asks for may have become impossible meanwhile."""
    meeting = meetings.locked(turn.session, token.row)
    sent = _sent(turn, token)
    if not turn.may(drafts.deed(sent) if sent else Deed.INVITE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status != Status.ANNOUNCED or sent is None:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "resume":
        _resume(turn, meeting, sent)
    else:
        _hold_back(turn, meeting, sent, is_final=token.ask == "halt")


def _sent(turn: Turn, token: Token) -> Broadcast | None:
    """Find what a button names, if it is of this meeting and has begun to leave."""
    sent = broadcasts.locked(turn.session, token.number)
    if sent is None or sent.meeting_id != token.row or sent.kind not in audiences.BY_HAND:
        return None
    return sent if sent.count else None


def _hold_back(turn: Turn, meeting: Meeting, sent: Broadcast, *, is_final: bool) -> None:
    """Call back what has not left, to be written anew or not at all."""
    may_stop = sent.status in LEAVING or (is_final and sent.status == BroadcastStatus.PAUSED)
    called_back = deliveries.call_back(turn.session, sent.id) if may_stop else 0
    if sent.status == BroadcastStatus.DONE and not called_back:
        turn.toast(views.nothing_left(turn.words), alert=True)
    elif may_stop:
        sent.status = BroadcastStatus.TAKEN_BACK if is_final else BroadcastStatus.PAUSED
        turn.note("stopped the rest" if is_final else "paused", meeting)
        turn.toast(views.halted(turn.words, sent) if is_final else views.paused(turn.words))
    else:
        turn.toast(mishaps.stale(turn.words))
    _show(turn, meeting, sent)


def _resume(turn: Turn, meeting: Meeting, sent: Broadcast) -> None:
    """Write to those who have not got it, from facts as they are now, at a decent hour."""
    begins = times.starts_at(meeting, turn.house.zone)
    if sent.status not in RESUMABLE:
        turn.toast(mishaps.stale(turn.words))
    elif sent.kind == BroadcastKind.INVITATION and begins is not None and begins <= turn.now:
        sent.status = BroadcastStatus.TAKEN_BACK
        turn.toast(views.has_begun(turn.words), alert=True)
    else:
        sent.status, sent.cursor = BroadcastStatus.GOING, 0
        sent.count = deliveries.progress(turn.session, sent.id).total
        sent.starts_at = telling.at_a_decent_hour(turn, meeting, turn.now)
        turn.note("went on", meeting)
        waits = sent.starts_at > turn.now
        turn.toast(views.goes_on(turn.words, sent.starts_at if waits else None))
    _show(turn, meeting, sent)


def _show(turn: Turn, meeting: Meeting, sent: Broadcast) -> None:
    """Keep the one receipt true, whoever tapped."""
    receipts.follow(turn, sent)
    receipts.bring_up_to_date(turn, meeting, sent)
