"""Which facts of a meeting cannot be, or cannot be true together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting
from bot.rules import times
from bot.rules.drafting import OFFSET_OF

Clash = Literal[
    "in_the_past",
    "after_the_meeting",
    "end_before_start",
    "no_such_time",
    "shown_twice",
    "deadline_passed",
]
LAST_DAYS = ("closes_on", "changes_on", "needs_on")


def clash(meeting: Meeting, now: datetime, zone: ZoneInfo) -> tuple[str, Clash] | None:
    """Find the first fact that cannot be, with why; None when the facts agree."""
    return next(clashes(meeting, now, zone), None)


def clashes(meeting: Meeting, now: datetime, zone: ZoneInfo) -> Iterator[tuple[str, Clash]]:
    """Find every fact that cannot be, with why; the gravest first."""
    yield from _clocks(meeting, zone)
    begins = times.starts_at(meeting, zone)
    if begins is not None and begins <= now:
        yield "day", "in_the_past"
    ends = times.ends_at(meeting, zone)
    if meeting.end and begins and ends and ends <= begins:
        yield "end", "end_before_start"
    today = now.astimezone(zone).date()
    for name in LAST_DAYS:
        yield from _last_day(meeting, name, today)


def _clocks(meeting: Meeting, zone: ZoneInfo) -> Iterator[tuple[str, Clash]]:
    """Look for clocks that the wall never shows that day, or shows twice."""
    for name, clock in (("start", meeting.start), ("end", meeting.end)):
        if not meeting.day or not clock:
            continue
        if not times.exists(meeting.day, clock, zone):
            yield name, "no_such_time"
        either = times.offsets(meeting.day, clock, zone)
        if either and getattr(meeting, OFFSET_OF[name]) not in either:
            yield name, "shown_twice"


def _last_day(meeting: Meeting, name: str, today: date) -> Iterator[tuple[str, Clash]]:
    last: date | None = getattr(meeting, name)
    if last is None or meeting.day is None:
        return
    if last > meeting.day:
        yield name, "after_the_meeting"
    elif last < today:
        yield name, "deadline_passed"


def clocks_instead(meeting: Meeting, name: str, zone: ZoneInfo) -> tuple[str, ...]:
    """Propose two clocks in place of one that is never shown, or is shown twice, that day."""
    clock = meeting.end if name == "end" else meeting.start
    if meeting.day is None or clock is None or name not in OFFSET_OF:
        return ()
    if not times.exists(meeting.day, clock, zone):
        return tuple(near.isoformat() for near in times.around_gap(meeting.day, clock, zone))
    return tuple(
        clock.replace(tzinfo=timezone(timedelta(minutes=east))).isoformat("minutes")
        for east in times.offsets(meeting.day, clock, zone)
    )
