"""Puts someone on a meeting's list for an organiser, and shows what is known of her."""

from __future__ import annotations

from dataclasses import replace

from bot.deeds import attending, colleagues, seats
from bot.records.late_request import Verdict
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Part, Registration, Standing
from bot.rules import attendance, by_hand, party, registration
from bot.rules.authority import Deed
from bot.rules.by_hand import Wanted
from bot.rules.party import Subject
from bot.rules.registration import Hall
from bot.store import late_requests, meetings, needs, organisations, people, registrations
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import hand_entries as views

Entered = tuple[Meeting, Registration, Person]
"""The locked meeting, the place, and someone without Telegram who has it."""


def hall(turn: Turn, meeting: Meeting, way: str) -> Hall:
    """Count the seats of one way to take part; no side when it has not been chosen."""
    side = registration.side_asked(meeting, way)
    return replace(seats.hall(turn, meeting, side or "room"), side=side)


def outcome(turn: Turn, meeting: Meeting, wanted: Wanted) -> by_hand.Outcome:
    """Say where someone can be put."""
    mine = registrations.of(turn.session, meeting.id, wanted.person_id)
    counted = hall(turn, meeting, wanted.way)
    return by_hand.place(meeting, counted, mine, turn.now, turn.house.zone)


def register(turn: Turn, meeting: Meeting, person: Person, wanted: Wanted) -> Registration:
    """Give someone a seat, or a place in line if that was chosen; what she asked is answered."""
    standing = Standing.WAITING if wanted.full == "line" else Standing.GOING
    is_open = registration.is_open(meeting, turn.now, turn.house.zone)
    counted = hall(turn, meeting, wanted.way)
    mine = colleagues.register(turn, meeting, person, counted, standing)
    mine.is_exception = standing == Standing.GOING and (wanted.full == "over" or not is_open)
    turn.session.add(mine)
    request = late_requests.of(turn.session, meeting.id, person.id)
    if request is not None:
        request.verdict = Verdict.GRANTED
        turn.session.add(request)
    turn.session.flush()
    return mine


def waiting_to_come(turn: Turn, meeting: Meeting) -> list[Person]:
    """Give those who have asked to come although registration is closed."""
    asked = late_requests.open_to_join(turn.session, meeting.id)
    found = [people.get(turn.session, row) for row in asked]
    return [one for one in found if one is not None]


def entered(turn: Turn, row: int) -> Entered | None:
    """Find someone without Telegram on a list that she may keep; None for anyone else."""
    mine = registrations.get(turn.session, row)
    person = people.get(turn.session, mine.person_id) if mine else None
    if mine is None or person is None or person.telegram_id is not None:
        return None
    meeting = meetings.locked(turn.session, mine.meeting_id)
    if meeting is None or not turn.may(Deed.REGISTER_OTHERS, meeting):
        return None
    turn.session.refresh(mine)
    return meeting, mine, person


def about(one: Entered) -> Subject:
    """Name someone as the one a question is about."""
    return party.colleague(one[1], one[2].name or "–")


def card(turn: Turn, meeting: Meeting, mine: Registration, person: Person) -> Message:
    """Draw what is known of someone registered by hand; never what she eats or needs."""
    return views.card(turn.words, meeting, entry(turn, meeting, mine, person))


def entry(turn: Turn, meeting: Meeting, mine: Registration, person: Person) -> views.Entry:
    """Gather what organisers may see of someone registered by hand."""
    answered = needs.answered(turn.session, mine.id)
    home = organisations.get(turn.session, person.organisation_id)
    return views.Entry(
        registration_id=mine.id,
        name=person.name or "–",
        home=home.name if home else "",
        phone=person.phone,
        email=person.email,
        standing=Standing(mine.standing),
        part=Part(mine.part) if mine.part else None,
        is_exception=mine.is_exception,
        asked=registration.next_question(mine, meeting, answered),
        has_code=attendance.is_passed_on(mine, person, meeting),
    )


def enter(turn: Turn, name: str) -> Person:
    """Write someone down whose association is still to be told."""
    person = attending.enter(turn, name)
    person.is_private = False
    turn.session.add(person)
    turn.session.flush()
    return person
