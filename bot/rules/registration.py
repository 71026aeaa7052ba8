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
Asked = Literal["attends", "food", "access", "part"]
Side = Literal["room", "online"]
"""A way to take part that has seats of its own; a meeting that is not hybrid has but one."""


@dataclass(frozen=True, slots=True)
class Hall:
    """How full one way to take part is, as the one who asks sees it."""

    held: int
    """Seats held; offers count."""
    waiting: int
    """People on its reserve list."""
    least: int = 1
    """People in the smallest party in line that can be offered seats; 0 when there is none."""
    side: Side | None = "room"
    """None for someone who has not chosen between the two of a hybrid meeting."""
    fellows: int = 0
    """Others of her association who hold a place or wait for one."""


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


@dataclass(frozen=True, slots=True)
class PartyFull:
    """Her association has sent as many as it may."""


@dataclass(frozen=True, slots=True)
class WhichWay:
    """The meeting is hybrid, and a seat can only be given in the room or by link."""


Outcome = Going | Waiting | Already | TooLate | Over | PartyFull | WhichWay


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
    if meeting.per_party is not None and hall.fellows >= meeting.per_party:
        return PartyFull()
    if meeting.form == Form.HYBRID and hall.side is None:
        return WhichWay()
    return Going() if has_room(meeting, hall) else Waiting(hall.waiting + 1)


def has_room(meeting: Meeting, hall: Hall) -> bool:
    """Whether there is a seat that nobody in line could be offered instead."""
    free = free_seats(meeting, hall)
    is_claimed = hall.waiting > 0 and hall.least > 0 and (free is None or hall.least <= free)
    return free != 0 and not is_claimed


def free_seats(meeting: Meeting, hall: Hall) -> int | None:
    """How many seats nobody holds, never below 0; None when there is no limit."""
    given = seats(meeting, hall.side)
    return None if given is None else max(0, given - hall.held)


def seats(meeting: Meeting, side: Side | None) -> int | None:
    """How many seats one side has; None when there is no limit."""
    is_online = meeting.form == Form.HYBRID and side == "online"
    return meeting.online_seats if is_online else meeting.seats


def sides(meeting: Meeting) -> tuple[Side, ...]:
    """Name the ways to take part that have seats of their own."""
    return ("room", "online") if meeting.form == Form.HYBRID else ("room",)


def side_of(mine: Registration, meeting: Meeting) -> Side:
    """Say whose seat a registration takes; who has not said how at a hybrid meeting sits there."""
    is_online = meeting.form == Form.HYBRID and mine.attends == "online"
    return "online" if is_online else "room"


def side_asked(meeting: Meeting, choice: str | None) -> Side | None:
    """Read which way someone has chosen; None when she must choose, or chose what is not."""
    if meeting.form != Form.HYBRID:
        return "room"
    return next((side for side in sides(meeting) if side == choice), None)


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
    return "part" if meeting.asks_part and registration.part is None else None


def _is_in_the_room(registration: Registration, meeting: Meeting) -> bool:
    # A meeting that has moved online leaves old answers behind.
    if meeting.form == Form.HYBRID:
        return registration.attends == "room"
    return meeting.form == Form.ROOM


def may_change(registration: Registration, meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether she changes her answers herself: until the last day for changes, while she stands.

    Without a day of their own changes end with registration, also when that is closed by hand.
    """
    if registration.standing not in LIVE or is_over(meeting, now, zone):
        return False
    if meeting.changes_on is None:
        return is_open(meeting, now, zone)
    return not times.is_past(times.changes_end_at(meeting, zone), now)
