"""How long it is until a meeting, as people count: minutes, hours, tomorrow, days.

Days are counted on the wall, hours and minutes are absolute. Never says it in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting
from bot.rules import finding, times

SOON = timedelta(hours=6)
"""A meeting after midnight that begins within so long is hours away, not tomorrow."""
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many minutes, hours or days are left, at least one."""

    unit: Literal["minutes", "hours", "days"]
    n: int


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """It is the next day."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """It has begun."""


@dataclass(frozen=True, slots=True)
class Ended:
    """It has been."""


Countdown = Ahead | Tomorrow | UnderWay | Ended


def countdown(meeting: Meeting, now: datetime, zone: ZoneInfo) -> Countdown | None:
    """Say how long is left; None while day or clock is unknown."""
    begins = times.starts_at(meeting, zone)
    if begins is None or meeting.day is None:
        return None
    if finding.has_ended(meeting, now, zone):
        return Ended()
    if begins <= now:
        return UnderWay()
    days = (meeting.day - now.astimezone(zone).date()).days
    if days == 0 or begins - now <= SOON:
        return _shortly(begins - now)
    return Tomorrow() if days == 1 else Ahead("days", days)


def _shortly(left: timedelta) -> Ahead:
    """Count minutes up, so that the last is never none, and hours to the nearest."""
    minutes = -(-left // _MINUTE)
    if minutes < _HOUR // _MINUTE:
        return Ahead("minutes", minutes)
    return Ahead("hours", (left + _HOUR / 2) // _HOUR)
