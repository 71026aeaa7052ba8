"""What waits for an organiser, and whether it is worth a message this morning. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.rules import red_days, times
from bot.rules.quiet_hours import Quiet

HOUR = time(8, 30)
AGENDA_AHEAD = timedelta(days=2)
"""How long before the agenda goes out its absence is told."""
PATIENCE = timedelta(days=1)
"""How long a question may wait for its answer before it is told again."""
GIVEN_UP = timedelta(days=60)
"""After this nobody is reminded of minutes."""
MONDAY = 0


class Wait(StrEnum):
    """What can wait for an organiser."""

    AGENDA = "agenda"
    KITCHEN = "kitchen"
    TO_BOOK = "to_book"
    REQUESTS = "requests"
    OVERBOOKED = "overbooked"
    MINUTES = "minutes"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Facts:
    """Since when each thing waits at a meeting; what does not wait is left out."""

    begins: datetime
    since: Mapping[Wait, datetime]
    counts: Mapping[Wait, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits, since when, and how many where that can be said."""

    wait: Wait
    since: datetime
    count: int = 0


def waits(facts: Facts, now: datetime) -> tuple[Waiting, ...]:
    """Choose what waits now: before the meeting until it begins, minutes for two months."""
    return tuple(
        Waiting(wait, facts.since[wait], facts.counts.get(wait, 0))
        for wait in Wait
        if wait in facts.since and facts.since[wait] <= now < _until(wait, facts)
    )


def _until(wait: Wait, facts: Facts) -> datetime:
    is_after = wait in {Wait.MINUTES, Wait.PUBLISH}
    return facts.since[wait] + GIVEN_UP if is_after else facts.begins


def is_worth_telling(found: Iterable[Waiting], today: date, before: datetime) -> bool:
    """Whether something has begun to wait since the last morning; on Mondays all of it is told."""
    listed = list(found)
    return any(one.since > before for one in listed) or (bool(listed) and today.weekday() == MONDAY)


def hour(day: date, quiet: Quiet) -> datetime:
    """Say when a day's message comes."""
    return quiet.next_open(times.instant(day, HOUR, quiet.zone))


def next_day(told_on: date | None, today: date) -> date:
    """Give the day of the next message: not one that has had it, and not a red one."""
    day = today if told_on is None or told_on < today else told_on + timedelta(days=1)
    while red_days.is_red(day):
        day += timedelta(days=1)
    return day
