"""How long a link that sends a colleague in one's place is good, and for whom."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.records.handover import Handover
from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import registration, times


def gives_a_seat(mine: Registration | None) -> bool:
    """Whether there is a seat to hand over, and not only the invitation."""
    return mine is not None and mine.standing == Standing.GOING


def expires_at(
    meeting: Meeting, mine: Registration | None, now: datetime, zone: ZoneInfo
) -> datetime | None:
    """Say until when a link made now is good: a seat to the start, an invitation to the last day.

    None when there is nothing to hand over any more.
    """
    if registration.is_over(meeting, now, zone):
        return None
    if gives_a_seat(mine):
        return times.starts_at(meeting, zone)
    return times.closes_at(meeting, zone) if registration.is_open(meeting, now, zone) else None


def is_good(link: Handover | None, meeting: Meeting | None, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the link still hands something over; wrong, spent and late look the same."""
    if link is None or meeting is None or link.used_at is not None:
        return False
    return not times.is_past(link.expires_at, now) and not registration.is_over(meeting, now, zone)
