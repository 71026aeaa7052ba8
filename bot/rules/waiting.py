"""The reserve list and its manners: who is offered a seat, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from bot.records.meeting import Form, Meeting
from bot.records.registration import Registration, Standing
from bot.rules import registration, times
from bot.rules.quiet_hours import Quiet
from bot.rules.registration import Hall, Side


def is_promoting(meeting: Meeting, now: datetime, quiet: Quiet, hours: int) -> bool:
    """Whether a freed seat is still offered on: until this many hours before the start.

    An offer that would first be read after that is not made: it would lapse unseen.
    """
    begins = times.starts_at(meeting, quiet.zone)
    if begins is None or registration.is_over(meeting, now, quiet.zone):
        return False
    return quiet.next_open(now) < begins - timedelta(hours=hours)


Party = tuple[Registration, ...]
"""Those who were registered together and wait for seats together; often one alone."""


def in_line(meeting: Meeting, side: Side, answers: Iterable[Registration]) -> list[Registration]:
    """Give those who wait for a seat on one side, the first in line first."""
    waiting = [one for one in answers if _waits(one, meeting, side)]
    return sorted(waiting, key=lambda one: (one.line, one.id))


def _waits(one: Registration, meeting: Meeting, side: Side) -> bool:
    if one.standing == Standing.WAITING:
        return registration.side_of(one, meeting) == side
    return is_moving(one, meeting) and one.waits_for == side


def is_moving(one: Registration, meeting: Meeting) -> bool:
    """Whether someone has a seat and is in line for one on the other side."""
    is_elsewhere = one.waits_for not in {None, registration.side_of(one, meeting)}
    return one.standing == Standing.GOING and meeting.form == Form.HYBRID and is_elsewhere


def parties(line: list[Registration]) -> list[Party]:
    """Group a line in order: those with the same place stand there together."""
    return [tuple(group) for _, group in groupby(line, key=lambda one: one.line)]


def number(line: list[Registration], mine: Registration) -> int:
    """Say which number in line someone is, from 1; a party shares the number of its first."""
    return sum(one.line < mine.line for one in line) + 1


def least(offerable: list[Party]) -> int:
    """Count the people of the smallest of these parties; 0 when there is none."""
    return min(map(len, offerable), default=0)


def next_in_line(meeting: Meeting, hall: Hall, offerable: list[Party]) -> list[Party]:
    """Choose who is offered seats now, in order; whom the seats do not hold keeps her place."""
    free, chosen = registration.free_seats(meeting, hall), list[Party]()
    for party in offerable:
        if free is None or len(party) <= free:
            chosen.append(party)
            free = None if free is None else free - len(party)
    return chosen


def passed_by(meeting: Meeting, hall: Hall, offerable: list[Party]) -> Party | None:
    """Give the first party that some seats wait for, but not enough for all of it."""
    is_some = (registration.free_seats(meeting, hall) or 0) > 0
    return offerable[0] if offerable and is_some else None


def place_in_line(meeting: Meeting, line: list[Registration], lead: int) -> int | None:
    """Give the place of those who stand last, when the one who registers brought them.

    So a party grows without passing anyone; None is a new place at the end.
    """
    last = parties(line)[-1] if line else ()
    theirs = all(lead in {one.person_id, one.registered_by} for one in last)
    return last[0].line if last and theirs and not is_moving(last[0], meeting) else None


def offer_ends_at(
    now: datetime, begins: datetime, quiet: Quiet, hours: int, no_later_than: int
) -> datetime:
    """Say how long an offer stands: `hours` of the day, not ending at night.

    It never stands longer than to `no_later_than` hours before the meeting.
    """
    told = quiet.next_open(now)
    fair = quiet.last_open(told + timedelta(hours=hours))
    last = begins - timedelta(hours=no_later_than)
    return max(min(fair, last), min(told + timedelta(minutes=30), last))
