"""Puts to the organisers what is too late to do alone, and carries their answer out."""

from __future__ import annotations

from typing import cast

from bot.deeds import booking, cards, questions, seats, settling
from bot.records.late_request import LateKind, LateRequest, Verdict
from bot.records.meeting import Meeting
from bot.records.need import Need, NeedKind
from bot.records.person import Person
from bot.records.registration import Part, Registration, Standing
from bot.rules import needs as rule
from bot.rules import party, registration
from bot.rules.needs import Wish
from bot.rules.party import Subject
from bot.rules.registration import Side
from bot.store import late_requests, needs, people, registrations
from bot.turn import Turn
from bot.words.views import asking
from bot.words.views import late as views


def ask_to_come(turn: Turn, meeting: Meeting, before: LateRequest | None) -> None:
    """Ask for the first time, or anew for one who was let in and gave her place up."""
    request = before or LateRequest(
        meeting_id=meeting.id, person_id=turn.me.id, created_at=turn.now
    )
    request.verdict = Verdict.OPEN
    turn.session.add(request)
    turn.session.flush()
    for organiser, when in booking.readers(turn, meeting):
        words = turn.words_for(organiser)
        asked = asking.late_request(words, meeting, request, turn.me.name or "–")
        turn.tell(organiser, asked, meeting, when=when)


def ask_to_change(turn: Turn, meeting: Meeting, mine: Registration, ask: str, answer: str) -> None:
    """Put a changed answer to the organisers, sealed; the one given before stands until then."""
    _put_change(turn, meeting, mine, _change(turn, mine, ask, answer))


def ask_to_change_need(
    turn: Turn, meeting: Meeting, mine: Registration, need: Need, wish: Wish
) -> None:
    """Put a changed answer about food or needs to the organisers, with the consent it rests on."""
    wanted = _change(turn, mine, str(need.kind), rule.written(wish))
    wanted.consent, wanted.consented_at = need.consent, need.consented_at
    needs.leave(turn.session, need)
    _put_change(turn, meeting, mine, wanted)


def _change(turn: Turn, mine: Registration, ask: str, answer: str) -> LateRequest:
    return LateRequest(
        meeting_id=mine.meeting_id,
        person_id=mine.person_id,
        kind=LateKind.CHANGE,
        about=ask,
        sealed=turn.house.keys.seal(mine.meeting_id, answer),
        asked_by=turn.me.id,
        verdict=Verdict.OPEN,
        created_at=turn.now,
    )


def _put_change(turn: Turn, meeting: Meeting, mine: Registration, wanted: LateRequest) -> None:
    request = late_requests.put(turn.session, wanted)
    name = settling.name_of(turn, mine)
    answer = _answer(turn, request) or ""
    for organiser, when in booking.readers(turn, meeting):
        words = turn.words_for(organiser)
        change = asking.changed_to(words, request.about, answer)
        asked = asking.late_change(words, meeting, request, name, change)
        turn.tell(organiser, asked, meeting, when=when)


def _answer(turn: Turn, request: LateRequest) -> str | None:
    if request.sealed is None:
        return None
    return turn.house.keys.unseal(request.meeting_id, request.sealed)


def decide(turn: Turn, meeting: Meeting, request: LateRequest, verdict: Verdict) -> None:
    """Carry an organiser's answer out, once, and tell the one who asked."""
    request.verdict = verdict
    turn.session.add(request)
    turn.note("answered a request", meeting, f"{request.kind} {verdict}")
    person = people.get(turn.session, request.person_id)
    if person is None:
        return
    if request.kind == LateKind.JOIN:
        _tell_latecomer(turn, meeting, request, person)
        return
    if request.kind == LateKind.CHANGE:
        _carry_out(turn, meeting, request)
    _tell_the_answer(turn, meeting, request, person)


def _carry_out(turn: Turn, meeting: Meeting, request: LateRequest) -> None:
    """Make a granted change; what was asked for is not kept once it is decided."""
    mine = registrations.of(turn.session, meeting.id, request.person_id)
    answer = _answer(turn, request)
    request.sealed = None
    if request.verdict == Verdict.REFUSED or answer is None:
        return
    if mine is None or mine.standing != Standing.GOING:
        return
    mine.changed_at = turn.now
    turn.session.add(mine)
    if request.about == "attends":
        seats.move(turn, meeting, mine, cast("Side", answer))
    elif request.about == "part":
        mine.part = Part(answer)
    else:
        _write_need(turn, mine, request, rule.read(answer))


def _write_need(turn: Turn, mine: Registration, request: LateRequest, wish: Wish) -> None:
    need = needs.begun(turn.session, mine, NeedKind(request.about))
    need.consent, need.consented_at = request.consent, request.consented_at
    need.answered_at = turn.now
    needs.write(turn.session, turn.house.keys, need, wish)


def _tell_the_answer(turn: Turn, meeting: Meeting, request: LateRequest, person: Person) -> None:
    reader = people.get(turn.session, request.asked_by or person.id) or person
    mine = registrations.of(turn.session, meeting.id, person.id)
    about = _about(meeting, mine, person, reader)
    said = views.answered if request.verdict == Verdict.GRANTED else views.refused
    contact = settling.contact(turn, meeting)
    words = turn.words_for(reader)
    turn.tell(reader, said(words, meeting, about, LateKind(request.kind), contact), meeting)


def _about(meeting: Meeting, mine: Registration | None, person: Person, reader: Person) -> Subject:
    if mine is None or reader.id == person.id:
        return party.oneself(meeting.id)
    return party.colleague(mine, person.name or "–")


def _tell_latecomer(turn: Turn, meeting: Meeting, request: LateRequest, person: Person) -> None:
    words = turn.words_for(person)
    if request.verdict == Verdict.REFUSED:
        contact = settling.contact(turn, meeting)
        turn.tell(person, views.late_refused(words, meeting, contact), meeting)
        return
    mine = registrations.answer(turn.session, meeting.id, person.id, Standing.GOING, turn.now)
    mine.is_exception = True
    asked = registration.next_question(mine, meeting, frozenset())
    if asked is not None:
        about = party.oneself(meeting.id)
        questions.await_from(turn, person, about.asked(asked))
        question = questions.worded(turn, meeting, mine, asked, about, to=person)
        turn.tell(person, views.late_granted(words, meeting, question), meeting)
    cards.refresh(turn, meeting)
