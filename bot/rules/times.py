"""Turns wall-clock days into instants, always through the network's zone.

Days and weeks are counted on the wall; hours and minutes are absolute.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting

LAST_MINUTE = time(23, 59)
USUAL_LENGTH = timedelta(hours=3)
"""How long a meeting is taken to last when nobody said."""


_CLOCK = re.compile(r"(?<![0-9.:])([01]?[0-9]|2[0-3])[.:]([0-5][0-9])(?![0-9])")


def is_only_clock(meeting: Meeting) -> bool:
    """Whether nothing but a clock is said of the doors, which each language writes its own way."""
    return _CLOCK.fullmatch(meeting.doors or "") is not None


def opens_at(meeting: Meeting) -> time | None:
    """Give the clock in what is said of the doors: "17.00", or "coffee from 16.30"."""
    found = _CLOCK.search(meeting.doors or "")
    return time(int(found[1]), int(found[2])) if found else None


def instant(day: date, clock: time, zone: ZoneInfo, offset: int | None = None) -> datetime:
    """Give the instant of a wall time, in UTC; of a doubled hour the first.

    With an offset, in minutes, it is the one of the two that stands so far east of Greenwich.
    """
    there = datetime.combine(day, clock, tzinfo=zone)
    fold = 0 if offset is None else int(offsets(day, clock, zone)[1:] == (offset,))
    return there.replace(fold=fold).astimezone(UTC)


def offsets(day: date, clock: time, zone: ZoneInfo) -> tuple[int, ...]:
    """How far east of Greenwich the clock may stand that day, in minutes: two in a doubled hour."""
    if not is_doubled(day, clock, zone):
        return ()
    there = datetime.combine(day, clock, tzinfo=zone)
    return tuple(
        int(((there.replace(fold=fold)).utcoffset() or timedelta()).total_seconds()) // 60
        for fold in (0, 1)
    )


def is_summer_time(day: date, clock: time, offset: int, zone: ZoneInfo) -> bool:
    """Whether this one of the two hours is by summer time."""
    there = instant(day, clock, zone, offset).astimezone(zone)
    return bool(there.dst())


def exists(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether the clock shows this hour that day; not when summer time skips it."""
    there = datetime.combine(day, clock, tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == there.replace(tzinfo=None)


def around_gap(day: date, clock: time, zone: ZoneInfo) -> tuple[time, time]:
    """The hours before and after the one that summer time skips, for a clock in the gap."""
    skipped = datetime.combine(day, clock, tzinfo=zone)
    before, after = (skipped.replace(fold=fold).astimezone(UTC).astimezone(zone) for fold in (1, 0))
    return before.time(), after.time()


def is_doubled(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether the clock shows this hour twice that day, as when summer time ends."""
    there = datetime.combine(day, clock, tzinfo=zone)
    return exists(day, clock, zone) and there.utcoffset() != there.replace(fold=1).utcoffset()


def starts_at(meeting: Meeting, zone: ZoneInfo) -> datetime | None:
    """When the meeting begins; None while day or clock is unknown."""
    if meeting.day is None or meeting.start is None:
        return None
    return instant(meeting.day, meeting.start, zone, meeting.start_offset)


def ends_at(meeting: Meeting, zone: ZoneInfo) -> datetime | None:
    """When it ends; three hours after the start when nobody said."""
    begins = starts_at(meeting, zone)
    if begins is None or meeting.day is None:
        return None
    if meeting.end is None:
        return begins + USUAL_LENGTH
    return instant(meeting.day, meeting.end, zone, meeting.end_offset)


def closes_at(meeting: Meeting, zone: ZoneInfo) -> datetime | None:
    """When registration closes: 23.59 on the last day, unless an hour was said.

    Never after the meeting has begun.
    """
    begins = starts_at(meeting, zone)
    if meeting.closes_on is None:
        return begins
    return _before_it_begins(begins, meeting.closes_on, meeting.closes_clock, zone)


def changes_end_at(meeting: Meeting, zone: ZoneInfo) -> datetime | None:
    """Until when she changes her answers herself: 23.59 on the last day, unless an hour was said.

    As long as registration is open, when no other day was said.
    """
    if meeting.changes_on is None:
        return closes_at(meeting, zone)
    begins = starts_at(meeting, zone)
    return _before_it_begins(begins, meeting.changes_on, meeting.changes_clock, zone)


def needs_end_at(meeting: Meeting, zone: ZoneInfo, days_before: int) -> datetime | None:
    """Until when what must be booked can be asked for in good time: 23.59 on its last day.

    Counted in days before the meeting when no day was said; None while its day is unknown.
    """
    begins = starts_at(meeting, zone)
    if begins is None or meeting.day is None:
        return None
    last = meeting.needs_on or meeting.day - timedelta(days=days_before)
    return _before_it_begins(begins, last, None, zone)


def _before_it_begins(
    begins: datetime | None, day: date, clock: time | None, zone: ZoneInfo
) -> datetime | None:
    return begins and min(begins, instant(day, clock or LAST_MINUTE, zone))


def is_past(deadline: datetime | None, now: datetime) -> bool:
    """Whether a deadline has passed; 23.59 means that whole minute, and none never passes."""
    return deadline is not None and now.replace(second=0, microsecond=0) > deadline
