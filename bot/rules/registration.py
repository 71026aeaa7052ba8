"""Who gets a seat, and what to ask first. Knows rows and rules; never the database or Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from bot.records.meeting import Form, Meeting, Status
from bot.records.need import NeedKind
from bot.records.registration import Registration, Standing
from bot.rules import times

HOLDS_A_SEAT = frozenset({Standing.GOING, Standing.OFFERED})
LIVE = frozenset({Standing.GOING, Standing.OFFERED, Standing.WAITING})
Asked = Literal["attends", "food", "access"]


@dataclass(frozen=True, slots=True)
class Hall:
    """How full a meeting is: seats held (offers count), and people on the reserve list."""

    held: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Going:
    """There is a seat."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The meeting is full; `number` is the place on the reserve list, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Already:
    """The person has answered before and stands as told."""

    standing: Standing


@dataclass(frozen=True, slots=True)
class TooLate:
    """Registration closed at this instant."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Over:
    """The meeting is cancelled, begun or no longer there."""

    is_cancelled: bool


Outcome = Going | Waiting | Already | TooLate | Over


def is_over(meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the meeting can no longer be joined or left: not announced, cancelled or begun."""
    begins = times.starts_at(meeting, zone)
    return meeting.status != Status.ANNOUNCED or begins is None or begins <= now


def is_open(meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether anyone may register: announced, not closed by hand, and the last minute not past."""
    if is_over(meeting, now, zone) or meeting.closed_at is not None:
        return False
    return not _has_closed(meeting, now, zone)


def _has_closed(meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    closes = times.closes_at(meeting, zone)
    # 23.59 means that whole minute.
    return closes is not None and now.replace(second=0, microsecond=0) > closes


def place(
    meeting: Meeting, hall: Hall, mine: Registration | None, now: datetime, zone: ZoneInfo
) -> Outcome:
    """Give a seat, a place on the reserve list, or the reason for neither.

    A free seat belongs to the reserve list before a newcomer.
    """
    if is_over(meeting, now, zone):
        return Over(is_cancelled=meeting.status == Status.CANCELLED)
    if mine is not None and mine.standing in LIVE:
        return Already(mine.standing)
    if not is_open(meeting, now, zone):
        return TooLate(meeting.closed_at or times.closes_at(meeting, zone) or now)
    if free_seats(meeting, hall) != 0 and hall.waiting == 0:
        return Going()
    return Waiting(hall.waiting + 1)


def free_seats(meeting: Meeting, hall: Hall) -> int | None:
    """How many seats nobody holds, never below 0; None when there is no limit."""
    return None if meeting.seats is None else max(0, meeting.seats - hall.held)


def next_question(
    registration: Registration, meeting: Meeting, answered: frozenset[NeedKind]
) -> Asked | None:
    """Give the first question that matters to this person and is not yet answered."""
    if registration.standing != Standing.GOING:
        return None
    if meeting.form == Form.HYBRID and registration.attends is None:
        return "attends"
    if meeting.food and _is_in_the_room(registration, meeting) and NeedKind.FOOD not in answered:
        return "food"
    if NeedKind.ACCESS not in answered:
        return "access"
    return None


def _is_in_the_room(registration: Registration, meeting: Meeting) -> bool:
    # A meeting that has moved online leaves old answers behind.
    if meeting.form == Form.HYBRID:
        return registration.attends == "room"
    return meeting.form == Form.ROOM


def may_change(registration: Registration, meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether answers can still be changed: until registration closes, for one who stands in it."""
    return registration.standing in LIVE and is_open(meeting, now, zone)
