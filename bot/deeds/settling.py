"""Brings a registration to its end: the next question, or the confirmation."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.need import Need, NeedKind
from bot.records.registration import Registration
from bot.rules import party, registration, times
from bot.rules.party import Subject
from bot.rules.registration import Asked
from bot.store import needs, people
from bot.turn import Turn, When
from bot.words.message import Message
from bot.words.views import asking
from bot.words.views import parties as party_views
from bot.words.views import registration as views


def subject(turn: Turn, meeting: Meeting, mine: Registration) -> Subject:
    """Say whom a registration is about, to the one who speaks."""
    if mine.person_id == turn.me.id:
        return party.oneself(meeting.id)
    return party.colleague(mine, name_of(turn, mine))


def name_of(turn: Turn, mine: Registration) -> str:
    """Give the name of the one who is registered."""
    person = people.get(turn.session, mine.person_id)
    return (person.name if person else None) or "–"


def question(turn: Turn, meeting: Meeting, mine: Registration, asked: Asked) -> Message:
    """Word one question to the person who answers it."""
    days = turn.house.settings.retention.needs_days
    return views.ask(turn.words, meeting, asked, days, subject(turn, meeting, mine))


def go_on(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Ask the next question in the place of the answered one, or confirm."""
    asked = registration.next_question(mine, meeting, needs.answered(turn.session, mine.id))
    if asked is None:
        if turn.tapped_message is not None:
            turn.redraw(views.all_answered(turn.words))
        confirm(turn, meeting, mine)
        return
    token = subject(turn, meeting, mine).asked(asked)
    turn.ask(token, question(turn, meeting, mine, asked), about=meeting)


def confirm(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Send the confirmation as a message of its own, so that it can be found again."""
    turn.me.expects = None
    about = subject(turn, meeting, mine)
    if about.name:
        may_change = registration.may_change(mine, meeting, turn.now, turn.house.zone)
        turn.say(party_views.settled(turn.words, meeting, about, may_change=may_change))
        return
    given = needs.of(turn.session, turn.house.keys, mine.id)
    answers = views.Answers(
        attends=mine.attends,
        noted=frozenset(kind for kind, words in given.items() if words),
        nothing=frozenset(kind for kind, words in given.items() if not words),
    )
    open_until = times.closes_at(meeting, turn.house.zone)
    may_change = registration.may_change(mine, meeting, turn.now, turn.house.zone)
    turn.say(
        views.confirmation(
            turn.words,
            meeting,
            answers,
            contact(turn, meeting),
            open_until if may_change else None,
        ),
        about=meeting,
    )


def contact(turn: Turn, meeting: Meeting) -> str:
    """Say who answers questions: the meeting's own contact, else the network's."""
    return meeting.contact or turn.house.settings.network.contact


def note_need(turn: Turn, meeting: Meeting, mine: Registration, kind: NeedKind, words: str) -> None:
    """Seal an answer with the consent it was given under; tell who must book something."""
    answer = Need(
        registration_id=mine.id,
        meeting_id=meeting.id,
        kind=kind,
        consent=views.CONSENT if words else "",
        answered_at=turn.now,
    )
    before = needs.of(turn.session, turn.house.keys, mine.id).get(kind, "")
    needs.write(turn.session, turn.house.keys, answer, words)
    if kind == NeedKind.ACCESS and words != before:
        _tell_organisers(turn, meeting, name_of(turn, mine), asking.Booked(words, before))


def _tell_organisers(turn: Turn, meeting: Meeting, name: str, booked: asking.Booked) -> None:
    """Tell those who book, also when something they may have booked is needed no more."""
    when = When(turn.house.quiet.next_open(turn.now))
    for organiser in people.organisers(turn.session):
        if organiser.unreachable_since is None:
            told = asking.need_to_book(turn.words_for(organiser), meeting, name, booked)
            turn.tell(organiser, told, meeting, when=when)
