"""Latecomers: their question to the organisers, and the organisers' word. Decides nothing."""

from __future__ import annotations

from bot.deeds import late, settling
from bot.records.late_request import LateKind, Verdict
from bot.records.meeting import Meeting
from bot.rules import registration
from bot.rules.authority import Deed
from bot.store import late_requests, meetings, people, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import asking, mishaps
from bot.words.views import late as views


def ask(turn: Turn, token: Token) -> None:
    """Put a latecomer's question to the organisers, once."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None:
        turn.goes_on = Token("come", token.row, "show")
    elif (step := _instead(turn, meeting)) is not None:
        turn.goes_on = Token("come", meeting.id, step)
    else:
        turn.take_buttons()
        _ask(turn, meeting)


def _instead(turn: Turn, meeting: Meeting) -> str | None:
    """Say which step she is led to who need not ask, or no longer can."""
    if registration.is_over(meeting, turn.now, turn.house.zone):
        return "show"
    if registration.is_open(meeting, turn.now, turn.house.zone):
        return "yes"
    mine = registrations.of(turn.session, meeting.id, turn.me.id)
    return "mine" if mine is not None and mine.standing in registration.LIVE else None


def _ask(turn: Turn, meeting: Meeting) -> None:
    standing = late_requests.of(turn.session, meeting.id, turn.me.id)
    if standing is None or standing.verdict == Verdict.GRANTED:
        late.ask_to_come(turn, meeting, standing)
    if standing is not None and standing.verdict == Verdict.REFUSED:
        contact = settling.contact(turn, meeting)
        turn.say(views.late_refused(turn.words, meeting, contact), about=meeting)
    else:
        turn.say(views.late_asked(turn.words, meeting), about=meeting)


def decide(turn: Turn, token: Token) -> None:
    """Take an organiser's word about a latecomer; the first one counts."""
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
