"""The reserve list and its manners: who is offered a seat, and until when."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import registration, times
from bot.rules.quiet_hours import Quiet
from bot.rules.registration import Hall


def is_promoting(meeting: Meeting, now: datetime, quiet: Quiet, hours: int) -> bool:
    """Whether a freed seat is still offered on: until this many hours before the start.

    An offer that would first be read after that is not made: it would lapse unseen.
    """
    begins = times.starts_at(meeting, quiet.zone)
    if begins is None or registration.is_over(meeting, now, quiet.zone):
        return False
    return quiet.next_open(now) < begins - timedelta(hours=hours)


def next_in_line(
    meeting: Meeting, hall: Hall, line: list[Registration]
) -> tuple[Registration, ...]:
    """Choose who is offered a seat now: the first in line, one for each free seat."""
    free = registration.free_seats(meeting, hall)
    waiting = sorted(
        (one for one in line if one.standing == Standing.WAITING), key=lambda one: one.line
    )
    return tuple(waiting if free is None else waiting[:free])


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
