"""Registers colleagues for someone, and takes them off again."""

from __future__ import annotations

from bot.deeds import cards, doubles, parties, questions, seats, settling
from bot.records.meeting import Form, Meeting
from bot.records.person import Person
from bot.records.registration import Part, Registration, Standing
from bot.rules import attendance, party, registration
from bot.rules.authority import Deed
from bot.rules.registration import Hall
from bot.store import people, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import colleagues as views
from bot.words.views.parties import Guest


def known(turn: Turn, name: str) -> Person | None:
    """Find someone of the same name in her association, or whom she has entered before."""
    folded = party.folded(name)
    return next((one for one in familiar(turn) if party.folded(one.name) == folded), None)


def familiar(turn: Turn) -> list[Person]:
    """Give everyone of her association but herself, and those she has entered."""
    return [
        one
        for one in people.close_to(turn.session, turn.me)
        if one.id != turn.me.id and one.name is not None
    ]


def entered(turn: Turn, name: str) -> Person:
    """Write down a colleague without Telegram, whom the one who speaks answers for."""
    added = Person(
        telegram_id=None,
        name=name,
        organisation_id=turn.me.organisation_id,
        is_private=turn.me.organisation_id is None,
        entered_by=turn.me.id,
        language=turn.me.language,
        created_at=turn.now,
    )
    turn.session.add(added)
    turn.session.flush()
    return added


def register(
    turn: Turn, meeting: Meeting, person: Person, hall: Hall, standing: Standing
) -> Registration:
    """Give a colleague a seat or a place in line, brought by the one who speaks."""
    mine = registrations.answer(turn.session, meeting.id, person.id, standing, turn.now)
    mine.registered_by = turn.me.id
    mine.attends = hall.side if meeting.form == Form.HYBRID else None
    turn.session.add(mine)
    turn.session.flush()
    if standing == Standing.WAITING:
        # Someone who answers for herself also waits by herself.
        lead = turn.me.id if person.telegram_id is None else None
        seats.line_up(turn, meeting, mine, registration.side_of(mine, meeting), lead)
    is_hers = turn.may(Deed.REGISTER_OTHERS, meeting)
    turn.note("registered by hand" if is_hers else "registered a colleague", meeting)
    doubles.look(turn, meeting, mine)
    cards.refresh(turn, meeting)
    return mine


def guest(turn: Turn, meeting: Meeting, mine: Registration) -> Guest:
    """Show a colleague as the one who registered her may see her."""
    person = people.get(turn.session, mine.person_id)
    waits = mine.standing == Standing.WAITING
    return Guest(
        about=settling.subject(turn, meeting, mine),
        standing=Standing(mine.standing),
        number=seats.number(turn, meeting, mine) if waits else 0,
        part=Part(mine.part) if mine.part else None,
        can_rename=person is not None and person.telegram_id is None,
        has_code=person is not None and attendance.is_passed_on(mine, person, meeting),
    )


def tell_herself(turn: Turn, meeting: Meeting, mine: Registration, person: Person) -> None:
    """Tell a colleague who is on Telegram that she is registered, and ask her what matters."""
    w, by = turn.words_for(person), turn.me.name or "–"
    asked = registration.next_question(mine, meeting, frozenset())
    question: Message | None = None
    if asked is not None:
        about = party.oneself(meeting.id)
        question = questions.worded(turn, meeting, mine, asked, about, to=person)
        questions.await_from(turn, person, Token("come", meeting.id, asked))
    turn.tell(person, views.registered_by(w, meeting, by, question), meeting)


def tell_removed(turn: Turn, meeting: Meeting, removed: list[parties.Guest]) -> None:
    """Tell those who are on Telegram that their places were given up for them."""
    for _, person in removed:
        if person.telegram_id is not None and person.id != turn.me.id:
            by = turn.me.name or "–"
            turn.tell(person, views.given_up_by(turn.words_for(person), meeting, by), meeting)
