"""Takes, frees and offers seats, always under the meeting row's lock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.deeds import offering, parties
from bot.records.meeting import Form, Meeting
from bot.records.need import NeedKind
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import audience, party, registration, times, waiting
from bot.rules.registration import Hall, Side
from bot.rules.waiting import Party
from bot.store import late_requests, meetings, needs, people, registrations
from bot.turn import Turn


def hall(turn: Turn, meeting: Meeting, side: Side = "room") -> Hall:
    """Count the seats of one side that are held, and the people in line for one."""
    by_way = registrations.held(turn.session, meeting.id)
    every = sum(by_way.values())
    online = by_way["online"] if meeting.form == Form.HYBRID else 0
    line = waiting_for(turn, meeting, side)
    least = waiting.least(_offerable(turn, line)) if line else 0
    return Hall(online if side == "online" else every - online, len(line), least, side)


def hall_for(turn: Turn, meeting: Meeting, choice: str | None, person: Person | None) -> Hall:
    """Count the hall as someone of her association sees it who wants a place there.

    `person` is the one to be placed, who is not counted twice; None is someone new.
    """
    side = registration.side_asked(meeting, choice)
    row = person.id if person else None
    others = [one for _, one in parties.party_of(turn, meeting) if one.id != row]
    own = registrations.of(turn.session, meeting.id, turn.me.id)
    counts_me = own is not None and own.standing in registration.LIVE and turn.me.id != row
    counted = hall(turn, meeting, side or "room")
    return replace(counted, side=side, fellows=len(others) + counts_me)


def left(turn: Turn, meeting: Meeting) -> int | None:
    """Count the seats nobody holds, on both sides of a hybrid meeting; None without a limit."""
    free = [
        registration.free_seats(meeting, hall(turn, meeting, side))
        for side in registration.sides(meeting)
    ]
    counted = [one for one in free if one is not None]
    return sum(counted) if len(counted) == len(free) else None


def waiting_for(turn: Turn, meeting: Meeting, side: Side) -> list[Registration]:
    """Give those who wait for a seat on one side, the first in line first."""
    everyone = [mine for mine, _ in registrations.in_line(turn.session, meeting.id)]
    return waiting.in_line(meeting, side, everyone)


def _offerable(turn: Turn, line: list[Registration]) -> list[Party]:
    """Leave out those whom no offer can reach; they keep their places."""
    return [one for one in waiting.parties(line) if speaker(turn, one[0]) is not None]


def speaker(turn: Turn, mine: Registration) -> Person | None:
    """Find who answers an offer to someone; None when the bot may not or cannot write to her."""
    person = people.get(turn.session, mine.person_id)
    spoken = people.get(turn.session, party.speaker_id(mine, person) or 0) if person else None
    return spoken if spoken is not None and audience.is_reachable(spoken) else None


def line_up(
    turn: Turn, meeting: Meeting, mine: Registration, side: Side, lead: int | None = None
) -> int:
    """Put someone in line for a side, beside those her lead has just brought; give her number."""
    line = [one for one in waiting_for(turn, meeting, side) if one.id != mine.id]
    shared = waiting.place_in_line(meeting, line, lead) if lead is not None else None
    mine.line = shared or registrations.end_of_line(turn.session, meeting.id)
    turn.session.add(mine)
    turn.session.flush()
    return waiting.number(line, mine)


def number(turn: Turn, meeting: Meeting, mine: Registration) -> int:
    """Say which number someone has in the line she stands in."""
    is_moving = waiting.is_moving(mine, meeting)
    side: Side = "online" if is_moving and mine.waits_for == "online" else "room"
    own = side if is_moving else registration.side_of(mine, meeting)
    return waiting.number(waiting_for(turn, meeting, own), mine)


def free(turn: Turn, meeting: Meeting, mine: Registration, standing: Standing) -> None:
    """Give up a seat or a place in line: answers go, the seat goes on."""
    free_all(turn, meeting, [mine], standing)


def free_all(
    turn: Turn, meeting: Meeting, given_up: Iterable[Registration], standing: Standing
) -> None:
    """Give up several seats at once, so that those who wait together can have them together."""
    for mine in given_up:
        mine.standing, mine.changed_at = standing, turn.now
        mine.offer_ends_at, mine.attends, mine.is_exception = None, None, False
        mine.waits_for, mine.part = None, None
        turn.session.add(mine)
        needs.forget(turn.session, mine.id)
        late_requests.withdraw(turn.session, meeting.id, mine.person_id)
    turn.session.flush()
    promote(turn, meeting)


def move(turn: Turn, meeting: Meeting, mine: Registration, side: Side) -> None:
    """Let someone take part in another way; the seat she leaves goes on."""
    _sit(turn, mine, side)
    promote(turn, meeting)


def _sit(turn: Turn, mine: Registration, side: Side) -> None:
    mine.attends, mine.waits_for, mine.changed_at = side, None, turn.now
    turn.session.add(mine)
    if side == "online":
        needs.forget(turn.session, mine.id, NeedKind.FOOD)
    turn.session.flush()


def promote(turn: Turn, meeting: Meeting) -> None:
    """Offer every free seat to the next in line, while there is time enough before the start."""
    begins = times.starts_at(meeting, turn.house.zone)
    last = turn.house.settings.meeting.no_promotion_hours
    if begins is None or not waiting.is_promoting(meeting, turn.now, turn.house.quiet, last):
        return
    # Someone who changes sides leaves a seat behind, which others may be waiting for.
    while any(_promote(turn, meeting, side, begins) for side in registration.sides(meeting)):
        pass


def offer_again(turn: Turn, person: Person) -> None:
    """Offer what stands free to someone who can be written to again, and to those she brought."""
    for row in registrations.meetings_waited_for(turn.session, person.id):
        meeting = meetings.locked(turn.session, row)
        if meeting is not None:
            promote(turn, meeting)


def _promote(turn: Turn, meeting: Meeting, side: Side, begins: datetime) -> bool:
    """Offer the free seats of one side; say whether any seat of the other side became free."""
    offerable, has_moved = _offerable(turn, waiting_for(turn, meeting, side)), False
    if not offerable:
        return False
    for chosen in waiting.next_in_line(meeting, hall(turn, meeting, side), offerable):
        if waiting.is_moving(chosen[0], meeting):
            _sit(turn, chosen[0], side)
            offering.has_moved(turn, meeting, chosen[0])
            has_moved = True
        else:
            _offer(turn, meeting, chosen, begins)
    waits = _offerable(turn, waiting_for(turn, meeting, side))
    full = hall(turn, meeting, side)
    passed = waiting.passed_by(meeting, full, waits)
    if passed is not None:
        free = registration.free_seats(meeting, full) or 0
        offering.some_seats(turn, meeting, passed, speaker(turn, passed[0]), free)
    return has_moved


def _offer(turn: Turn, meeting: Meeting, chosen: Party, begins: datetime) -> None:
    asked = turn.house.settings.meeting
    ends = waiting.offer_ends_at(
        turn.now, begins, turn.house.quiet, asked.offer_hours, asked.no_promotion_hours
    )
    for one in chosen:
        one.standing, one.changed_at, one.offer_ends_at = Standing.OFFERED, turn.now, ends
        turn.session.add(one)
    turn.session.flush()
    offering.seats(turn, meeting, chosen, speaker(turn, chosen[0]))
