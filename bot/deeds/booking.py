"""Tells those who book and cook what has become needed, the same day and by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.deeds import questions
from bot.records.late_request import LateKind, LateRequest, Verdict
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import kitchen, registration, times
from bot.rules import needs as rule
from bot.rules.kitchen import Actor, Task
from bot.rules.needs import Wish
from bot.store import kitchens, late_requests, leaders, people
from bot.turn import Turn, When
from bot.words.views import asking
from bot.words.views.asking import Booked, Lead


def tell(turn: Turn, meeting: Meeting, mine: Registration, booked: Booked) -> None:
    """Tell every organiser of a need, also when something they may have booked is needed no more.

    When it may be too late to book, they are asked whether it can be done all the same.
    """
    name = _name(turn, mine)
    request = _request(turn, meeting, mine) if is_too_late(turn, meeting, booked) else None
    lead = Lead(_days_left(turn, meeting), _tasks(turn, meeting, booked.now))
    for organiser, when in readers(turn, meeting):
        words = turn.words_for(organiser)
        told = asking.need_to_book(words, meeting, name, booked, lead)
        if request is not None:
            told = asking.can_it_be_booked(words, told, request)
        turn.tell(organiser, told, meeting, when=when)


def _tasks(turn: Turn, meeting: Meeting, wish: Wish) -> list[Task]:
    """Say who else must act on a need, while the day for it is still to come."""
    lead, today = turn.house.settings.meeting.needs_days_before, _today(turn)
    return [
        one
        for one in kitchen.tasks([wish], meeting.day, lead)
        if one.actor != Actor.INTERPRETERS and one.by is not None and one.by >= today
    ]


def is_too_late(turn: Turn, meeting: Meeting, booked: Booked) -> bool:
    """Whether an interpreter is newly asked for after the last day to book one."""
    added = Wish(tuple(one for one in booked.now.chosen if one not in booked.before.chosen))
    ends = questions.booking_ends_at(turn, meeting)
    return rule.must_be_booked(added) and times.is_past(ends, turn.now)


def tell_the_kitchen(turn: Turn, meeting: Meeting) -> None:
    """Tell organisers that the numbers for the kitchen changed after they could have been sent.

    Once someone has sent them, she is told instead, with what has changed.
    """
    if kitchens.latest(turn.session, meeting.id) is not None:
        return
    for organiser, when in readers(turn, meeting):
        turn.tell(
            organiser,
            asking.kitchen_changed(turn.words_for(organiser), meeting),
            meeting,
            when=when,
        )


def tell_of_late_absence(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Tell organisers that someone who has a seat gives it up after the last day for changes."""
    if mine.standing != Standing.GOING:
        return
    if registration.may_change(mine, meeting, turn.now, turn.house.zone):
        return
    for organiser, when in readers(turn, meeting):
        words = turn.words_for(organiser)
        turn.tell(
            organiser, asking.late_absence(words, meeting, _name(turn, mine)), meeting, when=when
        )


def readers(turn: Turn, meeting: Meeting) -> Iterator[tuple[Person, When]]:
    """Everyone who looks after a meeting and can be reached, and the decent hour to do it."""
    when = When(turn.house.quiet.next_open(turn.now))
    for organiser in leaders.responsible(turn.session, meeting.id):
        if organiser.unreachable_since is None:
            yield organiser, when


def _request(turn: Turn, meeting: Meeting, mine: Registration) -> LateRequest:
    wanted = LateRequest(
        meeting_id=meeting.id,
        person_id=mine.person_id,
        kind=LateKind.BOOKING,
        asked_by=turn.me.id,
        verdict=Verdict.OPEN,
        created_at=turn.now,
    )
    return late_requests.put(turn.session, wanted)


def _name(turn: Turn, mine: Registration) -> str:
    person = people.get(turn.session, mine.person_id)
    return (person.name if person else None) or "–"


def _days_left(turn: Turn, meeting: Meeting) -> int:
    if meeting.day is None:
        return 0
    return max(0, (meeting.day - _today(turn)).days)


def _today(turn: Turn) -> date:
    return turn.now.astimezone(turn.house.zone).date()
