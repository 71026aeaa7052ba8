"""Adds up how it stands with a meeting, for the organisers' eyes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from datetime import timedelta

from sqlalchemy import and_, or_
from sqlmodel import col

from bot.deeds import audiences
from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.records.person import Person
from bot.records.registration import Part, Registration, Standing
from bot.rules import audience, party, registration, times, waiting
from bot.rules.needs import Plate, Wish, plates
from bot.rules.registration import Side
from bot.store import composition, evaluations, needs, organisations, people, profiles
from bot.turn import Turn
from bot.words.views.opinions import Opinions
from bot.words.views.state import Growth, Kinds
from bot.words.views.tally import Listed, Tally

Answered = tuple[Registration, Person]
WEEK = timedelta(days=7)


def tally(turn: Turn, meeting: Meeting) -> Tally:
    """Count those who come, wait, cannot and are silent; the kitchen; what must be booked."""
    answered = people.registered(turn.session, meeting.id)
    going = [pair for pair in answered if pair[0].standing == Standing.GOING]
    in_line = _waiting(meeting, answered)
    declined = sum(mine.standing in {Standing.DECLINED, Standing.CANCELLED} for mine, _ in answered)
    kitchen = _kitchen(turn, meeting)
    eaters = sum(
        mine.standing == Standing.GOING and mine.attends != "online" for mine, _ in answered
    )
    return Tally(
        going=_listed(turn, meeting, going),
        waiting=_listed(turn, meeting, in_line, waits=True),
        declined=declined,
        silent=_silent(turn, meeting),
        kitchen=kitchen,
        without_answer=eaters - sum(plate.count for plate in kitchen)
        if _serves_food(meeting)
        else 0,
        to_book=_to_book(turn, meeting),
        kinds=_kinds(turn, meeting),
        today=turn.now.astimezone(turn.house.zone).date(),
    )


def _waiting(meeting: Meeting, answered: list[Answered]) -> list[Answered]:
    """Give those in line in order, also for another side, and then those offered a seat."""
    by_row = {mine.id: (mine, person) for mine, person in answered}
    sides = registration.sides(meeting)
    rows = [mine for mine, _ in answered]
    line = [one for side in sides for one in waiting.in_line(meeting, side, rows)]
    offered = [pair for pair in answered if pair[0].standing == Standing.OFFERED]
    return [by_row[one.id] for one in line] + offered


def _listed(
    turn: Turn, meeting: Meeting, answered: list[Answered], *, waits: bool = False
) -> list[Listed]:
    names = _names(turn, [person for _, person in answered])
    return [
        Listed(
            name=name,
            side=_side(meeting, mine, waits=waits),
            part=Part(mine.part) if mine.part else None,
            is_reached=_is_reached(turn, mine, person),
            was_there=mine.attended,
        )
        for name, (mine, person) in zip(names, answered, strict=True)
    ]


def _side(meeting: Meeting, mine: Registration, *, waits: bool) -> Side:
    """Say in which of the two lists of a hybrid meeting someone stands."""
    if waits and waiting.is_moving(mine, meeting):
        return "online" if mine.waits_for == "online" else "room"
    return registration.side_of(mine, meeting)


def _is_reached(turn: Turn, mine: Registration, person: Person) -> bool:
    """Whether the bot can tell her, or the one who speaks for her."""
    reader = people.get(turn.session, party.speaker_id(mine, person) or 0)
    return reader is not None and audience.is_reachable(reader)


def unreached(turn: Turn, meeting: Meeting, among: Container[int] | None = None) -> list[str]:
    """Name those who hold a place or wait for one, and to whom no word can come from the bot.

    `among` are the row ids of those it matters to; None: everyone.
    """
    answered = people.registered(turn.session, meeting.id)
    return _names(
        turn,
        [
            person
            for mine, person in answered
            if mine.standing in audience.CONCERNED
            and (among is None or person.id in among)
            and not _is_reached(turn, mine, person)
        ],
    )


def _serves_food(meeting: Meeting) -> bool:
    return bool(meeting.food) and meeting.form != Form.ONLINE


def _names(turn: Turn, listed: list[Person]) -> list[str]:
    """Write each person with her association, as an organiser knows her."""
    places = organisations.names(turn.session, listed)
    return [
        f"{one.name} ({places[one.id]})" if one.id in places else one.name or "–" for one in listed
    ]


def _silent(turn: Turn, meeting: Meeting) -> int:
    return profiles.count(turn.session, *audiences.silent(turn, meeting))


def _kinds(turn: Turn, meeting: Meeting) -> Kinds:
    """Count people by the kind of their association."""
    going = profiles.answered(meeting.id, Standing.GOING)
    return Kinds(
        going=composition.by_kind(turn.session, going),
        silent=composition.by_kind(turn.session, *audiences.silent(turn, meeting)),
    )


def growth(turn: Turn, meeting: Meeting) -> Growth:
    """Say when those who come registered, and what it is held against."""
    answered = people.registered(turn.session, meeting.id)
    going = sorted(one.created_at for one, _ in answered if one.standing == Standing.GOING)
    zone = turn.house.zone
    until = min(turn.now, times.starts_at(meeting, zone) or turn.now)
    begins = min([meeting.announced_at or meeting.created_at, *going[:1]])
    given = [registration.seats(meeting, side) for side in registration.sides(meeting)]
    return Growth(
        times=tuple(going),
        begins=begins,
        until=max(until, begins),
        closes=times.closes_at(meeting, zone),
        seats=sum(one or 0 for one in given) if all(given) else None,
        this_week=sum(at > until - WEEK for at in going),
    )


def concerned(turn: Turn, meeting: Meeting) -> int:
    """Count those who hear that it is cancelled: who come or wait, and the invited silent ones.

    As `bot.rules.audience.hears_of_cancellation` says it, for any number of people.
    """
    silent = and_(
        profiles.is_member(),
        ~profiles.answered(meeting.id),
        audiences.invited(turn, meeting),
        col(Person.id) != turn.me.id,
    )
    told = or_(profiles.answered(meeting.id, *audience.CONCERNED), silent)
    return profiles.count(turn.session, profiles.is_reachable(), told)


def _kitchen(turn: Turn, meeting: Meeting) -> tuple[Plate, ...]:
    told = needs.wishes(turn.session, turn.house.keys, meeting.id, NeedKind.FOOD)
    smallest = turn.house.settings.meeting.smallest_plate
    return plates((wish for _, wish in told), smallest)


def _to_book(turn: Turn, meeting: Meeting) -> list[tuple[str, Wish]]:
    told = needs.wishes(turn.session, turn.house.keys, meeting.id, NeedKind.ACCESS)
    named = [(people.get(turn.session, person_id), wish) for person_id, wish in told]
    return [(person.name or "–", wish) for person, wish in named if person]


def opinions(turn: Turn, meeting: Meeting) -> Opinions:
    """Add up what participants answered afterwards."""
    given = evaluations.all_of(turn.session, meeting.id)
    return Opinions(
        answered=sum(one.overall is not None for one in given),
        overall=dict(Counter(one.overall for one in given if one.overall)),
        heard=dict(Counter(one.heard for one in given if one.heard)),
        comments=[one.comment for one in given if one.comment],
    )
