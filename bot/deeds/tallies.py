"""Adds up how it stands with a meeting, for the organisers' eyes."""

from __future__ import annotations

from collections import Counter

from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.records.person import Person
from bot.records.registration import Standing
from bot.rules import audience
from bot.rules.needs import Plate, Wish, plates
from bot.store import evaluations, needs, organisations, people
from bot.turn import Turn
from bot.words.views.desk import Opinions, Tally


def tally(turn: Turn, meeting: Meeting) -> Tally:
    """Count those who come, wait, cannot and are silent; the kitchen; what must be booked."""
    answered = people.registered(turn.session, meeting.id)
    by_standing: dict[Standing, list[Person]] = {standing: [] for standing in Standing}
    for mine, person in answered:
        by_standing[Standing(mine.standing)].append(person)
    line = {person.id: mine.line for mine, person in answered}
    waiting = sorted(by_standing[Standing.WAITING], key=lambda one: line[one.id])
    going = by_standing[Standing.GOING]
    declined = by_standing[Standing.DECLINED] + by_standing[Standing.CANCELLED]
    kitchen = _kitchen(turn, meeting)
    eaters = sum(
        mine.standing == Standing.GOING and mine.attends != "online" for mine, _ in answered
    )
    return Tally(
        going=_names(turn, going),
        waiting=_names(turn, waiting + by_standing[Standing.OFFERED]),
        declined=len(declined),
        silent=_silent(turn, meeting, {person.id for _, person in answered}),
        kitchen=kitchen,
        without_answer=eaters - sum(plate.count for plate in kitchen)
        if _serves_food(meeting)
        else 0,
        to_book=_to_book(turn, meeting),
    )


def unreached(turn: Turn, meeting: Meeting) -> list[str]:
    """Name those who hold a place or wait for one, and whom the bot must not or cannot write to."""
    answered = people.registered(turn.session, meeting.id)
    return _names(
        turn,
        [
            person
            for mine, person in answered
            if mine.standing in audience.CONCERNED and not audience.is_reachable(person)
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


def _silent(turn: Turn, meeting: Meeting, answered: set[int]) -> int:
    return sum(
        audience.is_member(one) and one.id not in answered and one.id != meeting.created_by
        for one in people.everyone(turn.session)
    )


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
        overall=dict(Counter(one.overall for one in given if one.overall)),
        heard=dict(Counter(one.heard for one in given if one.heard)),
        comments=[one.comment for one in given if one.comment],
    )
