"""The organiser's desk: who comes, open and closed, cancelled, and posts that may be missing."""

from __future__ import annotations

from bot.deeds import cancelling, cards, desks, guarding, plans, tallies
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.rules import times
from bot.rules.authority import Deed
from bot.store import outbox
from bot.token import Token
from bot.turn import Turn
from bot.words.views import desk as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about an announced meeting."""
    meeting = guarding.opened(turn, token, Deed.SEE_WHO_COMES)
    if meeting is None:
        return
    if token.ask == "cancel":
        _cancel(turn, meeting, token)
    elif token.ask in {"close", "open"}:
        _gate(turn, meeting, opens=token.ask == "open")
    else:
        desks.show(turn, meeting, token)


def _gate(turn: Turn, meeting: Meeting, *, opens: bool) -> None:
    """Close registration by hand, or open it again while its last day allows."""
    closes = times.closes_at(meeting, turn.house.zone)
    if opens and closes is not None and closes <= turn.now:
        turn.toast(views.cannot_open(turn.words), alert=True)
        return
    meeting.closed_at = None if opens else meeting.closed_at or turn.now
    turn.session.add(meeting)
    turn.note("opened" if opens else "closed", meeting)
    plans.settle(turn, meeting)
    cards.refresh(turn, meeting)
    said = views.opened_by_hand if opens else views.closed_by_hand
    turn.toast(said(turn.words))
    desks.redraw(turn, meeting)


def _cancel(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask, and then cancel for everyone."""
    if token.choice is None:
        told = tallies.concerned(turn, meeting)
        turn.ask(Token("meet", meeting.id, "cancel"), views.ask_cancel(turn.words, meeting, told))
    elif cancelling.is_kept(turn, token, labels := views.cancel_labels(turn.words)):
        turn.me.expects = None
        desks.redraw(turn, meeting)
    else:
        _cancel_now(turn, meeting, cancelling.reason_given(token, labels))


def _cancel_now(turn: Turn, meeting: Meeting, reason: str) -> None:
    told = tallies.concerned(turn, meeting)
    turn.me.expects = None
    turn.take_buttons()
    cancelling.cancel(turn, meeting, reason)
    unreached = tallies.unreached(turn, meeting)
    turn.say(views.is_cancelled(turn.words, meeting, told, unreached))


def post_again(turn: Turn, token: Token) -> None:
    """Send a post that may be missing once more, because an organiser has looked."""
    if not turn.may(Deed.ANSWER_REQUESTS):
        turn.toast(mishaps.not_allowed(turn.words))
        return
    row = turn.session.get(Outgoing, token.row)
    turn.take_buttons()
    if row is None or row.status != OutgoingStatus.UNCERTAIN:
        turn.toast(mishaps.stale(turn.words))
        return
    outbox.retry(turn.session, row, turn.now)
    turn.toast(mishaps.noted(turn.words))
