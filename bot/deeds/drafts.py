"""Opens what an organiser writes or has sent to many, for one who may send it."""

from __future__ import annotations

from collections.abc import Collection

from bot.deeds import audiences, writing
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.rules.authority import Deed
from bot.store import broadcasts, meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.texts import seen
from bot.words.views import mishaps
from bot.words.views import timing as views

Opened = tuple[Broadcast, Meeting]


def opened(turn: Turn, token: Token) -> Opened | None:
    """Find the message a token names and its meeting; what is gone or not hers is said so."""
    found = _opened(turn, token, audiences.BY_CHOICE)
    if found is not None and writing.is_overtaken(turn, found[0]):
        _show_newer(turn, *found, is_typed=token.is_typed)
        return None
    return found


def _show_newer(turn: Turn, told: Broadcast, meeting: Meeting, *, is_typed: bool) -> None:
    """Show how a message of the run sheet stands that a colleague has changed or removed."""
    step = writing.step_of(turn, told)
    said = views.overtaken(turn.words, is_gone=step is None, has_written=is_typed)
    if is_typed:
        turn.say(Message(said))
    else:
        turn.toast(seen(said), alert=True)
    turn.me.expects = None
    if step is None:
        turn.session.delete(told)
    choice = ("write", str(step.id)) if step else ("letters", None)
    turn.goes_on = Token("meet", meeting.id, *choice)


def sent(turn: Turn, token: Token) -> Opened | None:
    """Find what has left because an organiser sent it, minutes too; a no is said as above."""
    return _opened(turn, token, audiences.BY_HAND)


def deed(told: Broadcast) -> Deed:
    """Name what one must be allowed to do to have a say about a message to many."""
    return Deed.WRITE_MINUTES if told.kind == BroadcastKind.MINUTES else Deed.INVITE


def _opened(turn: Turn, token: Token, kinds: Collection[BroadcastKind]) -> Opened | None:
    told = broadcasts.locked(turn.session, token.row)
    meeting = meetings.get(turn.session, told.meeting_id) if told else None
    if told is None or meeting is None or told.kind not in kinds:
        turn.toast(mishaps.gone(turn.words))
        return None
    if not turn.may(deed(told), meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return None
    return told, meeting
