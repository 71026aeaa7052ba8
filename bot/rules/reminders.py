"""What falls due for a meeting, and when. No reminder is stored: the question is asked anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting, Status
from bot.rules import quiet_hours, times
from bot.rules.quiet_hours import Quiet

MORNING = time(10)
SHORTLY_BEFORE = timedelta(hours=2)
"""When the organiser gets the list if registration is open to the last."""


class Occasion(StrEnum):
    """What the bot does by itself around a meeting."""

    NUDGE = "nudge"
    SUMMARY = "summary"
    AGENDA = "agenda"
    REMINDER = "reminder"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Habits:
    """The network's settings for reminders: days before, the reminder's hour, quiet hours."""

    quiet: Quiet
    nudge_days: int
    agenda_days: int
    reminder_hour: int

    @property
    def zone(self) -> ZoneInfo:
        """The network's zone."""
        return self.quiet.zone


@dataclass(frozen=True, slots=True)
class Due:
    """One occasion: from `at`, no longer useful after `stale_after`; `key` makes it happen once."""

    occasion: Occasion
    at: datetime
    stale_after: datetime
    key: str


def laid_out(meeting: Meeting, habits: Habits) -> tuple[Due, ...]:
    """Say when each occasion would be by habit, also what lay behind when it was announced."""
    begins = times.starts_at(meeting, habits.zone)
    if meeting.status != Status.ANNOUNCED or begins is None or meeting.day is None:
        return ()
    return (*_before(meeting, begins, meeting.day, habits), _thanks(meeting, meeting.day, habits))


def _before(meeting: Meeting, begins: datetime, day: date, habits: Habits) -> list[Due]:
    agenda = quiet_hours.working_day(day - timedelta(days=habits.agenda_days))
    days = [
        _due(meeting, Occasion.AGENDA, _morning(agenda, habits), begins),
        _reminder(meeting, begins, day, habits),
        _summary(meeting, begins, habits),
    ]
    closes = times.closes_at(meeting, habits.zone)
    if meeting.closes_on is not None and closes is not None and meeting.closed_at is None:
        nudge = quiet_hours.working_day(meeting.closes_on - timedelta(days=habits.nudge_days))
        days.append(_due(meeting, Occasion.NUDGE, _morning(nudge, habits), closes))
    return days


def _morning(day: date, habits: Habits) -> datetime:
    return habits.quiet.next_open(times.instant(day, MORNING, habits.zone))


def _reminder(meeting: Meeting, begins: datetime, day: date, habits: Habits) -> Due:
    eve = times.instant(day - timedelta(days=1), time(habits.reminder_hour), habits.zone)
    stale = begins - timedelta(hours=3)
    return _due(meeting, Occasion.REMINDER, habits.quiet.last_open(eve), stale)


def _summary(meeting: Meeting, begins: datetime, habits: Habits) -> Due:
    closes = meeting.closed_at or times.closes_at(meeting, habits.zone) or begins
    after = habits.quiet.next_open(closes + timedelta(minutes=1))
    if after >= begins:
        after = habits.quiet.last_open(begins - SHORTLY_BEFORE)
    return _due(meeting, Occasion.SUMMARY, after, begins)


def _thanks(meeting: Meeting, day: date, habits: Habits) -> Due:
    at = _morning(day + timedelta(days=1), habits)
    return _due(meeting, Occasion.THANKS, at, at + timedelta(days=3))


def _due(meeting: Meeting, occasion: Occasion, at: datetime, stale_after: datetime) -> Due:
    return Due(occasion, at, stale_after, key(occasion, meeting, at))


def key(occasion: Occasion, meeting: Meeting, at: datetime) -> str:
    """Name an occasion, so that it happens once."""
    # The day stands in the key: a moved meeting is a new occasion, a delayed tick is not.
    return f"{occasion}:{meeting.id}:{at:%Y%m%d}"


class Timed(Protocol):
    """Whatever falls due: from `at`, no longer useful after `stale_after`, once for each `key`."""

    @property
    def at(self) -> datetime:
        """From when it can be told."""
        ...

    @property
    def stale_after(self) -> datetime:
        """Until when it is of use."""
        ...

    @property
    def key(self) -> str:
        """What it is remembered by when it is done."""
        ...


Told = TypeVar("Told", bound=Timed)


def due_now(days: Iterable[Told], done: frozenset[str], now: datetime) -> tuple[Told, ...]:
    """Choose what should be told now: reached, not yet done, and not stale."""
    return tuple(one for one in days if one.key not in done and one.at <= now < one.stale_after)


def next_wake(days: Iterable[Timed], done: frozenset[str], now: datetime) -> datetime | None:
    """Say when to ask again; None when nothing more will fall due."""
    ahead = [one.at for one in days if one.key not in done and one.stale_after > now]
    return min(ahead, default=None)
