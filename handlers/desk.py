"""The organiser's desk: who comes, open and closed, cancelled, and requests that wait."""

from __future__ import annotations

from bot.deeds import cancelling, cards, desks, late, plans, settling, tallies
from bot.records.late_request import LateKind, Verdict
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.rules import registration, times
from bot.rules.authority import Deed
from bot.store import late_requests, meetings, outbox, people, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import asking, mishaps, spoken
from bot.words.views import desk as views
from bot.words.views import late as late_views

LONGEST_REASON = 500


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about an announced meeting."""
    meeting = meetings.locked(turn.session, token.row)
    if not turn.may(Deed.SEE_WHO_COMES, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status != Status.ANNOUNCED:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "cancel":
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
    elif _keeps(turn, token):
        turn.me.expects = None
        desks.redraw(turn, meeting)
    else:
        _cancel_now(turn, meeting, _reason(turn, token))


def _reason(turn: Turn, token: Token) -> str:
    """Give the reason someone wrote; a label in letters is as good as its button."""
    text = token.choice or ""
    is_label = spoken.chosen(views.cancel_labels(turn.words), text) is not None
    return "" if is_label or not token.is_typed else " ".join(text.split())[:LONGEST_REASON]


def _keeps(turn: Turn, token: Token) -> bool:
    """Whether the answer is that the meeting will be held; a written no is not a reason."""
    if not token.is_typed:
        return token.choice == "no"
    text, w = token.choice or "", turn.words
    return spoken.is_no(w, text) or spoken.chosen(views.cancel_labels(w), text) == "no"


def _cancel_now(turn: Turn, meeting: Meeting, reason: str) -> None:
    told = tallies.concerned(turn, meeting)
    turn.me.expects = None
    turn.take_buttons()
    cancelling.cancel(turn, meeting, reason)
    unreached = tallies.unreached(turn, meeting)
    turn.say(views.is_cancelled(turn.words, meeting, told, unreached))


def ask_late(turn: Turn, token: Token) -> None:
    """Put a latecomer's question to the organisers, once."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or registration.is_over(meeting, turn.now, turn.house.zone):
        turn.goes_on = Token("come", token.row, "show")
        return
    if registration.is_open(meeting, turn.now, turn.house.zone):
        turn.goes_on = Token("come", token.row, "yes")
        return
    mine = registrations.of(turn.session, meeting.id, turn.me.id)
    if mine is not None and mine.standing in registration.LIVE:
        turn.goes_on = Token("come", token.row, "mine")
        return
    turn.take_buttons()
    standing = late_requests.of(turn.session, meeting.id, turn.me.id)
    if standing is None or standing.verdict == Verdict.GRANTED:
        late.ask_to_come(turn, meeting, standing)
    if standing is not None and standing.verdict == Verdict.REFUSED:
        contact = settling.contact(turn, meeting)
        turn.say(late_views.late_refused(turn.words, meeting, contact), about=meeting)
    else:
        turn.say(late_views.late_asked(turn.words, meeting), about=meeting)


def decide(turn: Turn, token: Token) -> None:
    """Take an organiser's word about a latecomer, or about a post that may be missing."""
    if token.ask != "again":
        _decide(turn, token)
    elif turn.may(Deed.ANSWER_REQUESTS):
        _post_again(turn, token.row)
    else:
        turn.toast(mishaps.not_allowed(turn.words))


def _decide(turn: Turn, token: Token) -> None:
    request = late_requests.get(turn.session, token.row)
    person = people.get(turn.session, request.person_id) if request else None
    if request is None or person is None:
        turn.toast(mishaps.gone(turn.words))
        return
    meeting = meetings.locked(turn.session, request.meeting_id)
    if not turn.may(Deed.ANSWER_REQUESTS, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return
    if meeting is None or registration.is_over(meeting, turn.now, turn.house.zone):
        turn.toast(mishaps.gone(turn.words))
        return
    if request.verdict == Verdict.OPEN:
        verdict = Verdict.GRANTED if token.ask == "grant" else Verdict.REFUSED
        late.decide(turn, meeting, request, verdict)
    kind, verdict = LateKind(request.kind), Verdict(request.verdict)
    turn.redraw(asking.late_answered(turn.words, person.name or "–", kind, verdict))


def _post_again(turn: Turn, row_id: int) -> None:
    """Send a parked message once more, because a person has looked."""
    row = turn.session.get(Outgoing, row_id)
    turn.take_buttons()
    if row is None or row.status != OutgoingStatus.UNCERTAIN:
        turn.toast(mishaps.stale(turn.words))
        return
    outbox.retry(turn.session, row, turn.now)
    turn.toast(mishaps.noted(turn.words))
