"""The days of a series: which they are, which are left out, and what follows a change.

Days are wall time: an occasion at ten is at ten before and after summer time begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.invitation import answers
from bot.records.meeting import Meeting, Status
from bot.rules import drafting, red_days, times
from bot.rules.clashes import LAST_DAYS
from bot.rules.drafting import Value

MOST = 20
"""Occasions of a series; their days fit in one message, and their choices in one token."""
WEEK = 7
FORTNIGHT = 14
LAST = 5
"""The fifth Tuesday of a month means the last one, because most months have four."""


class Every(StrEnum):
    """How often."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Plan:
    """A series that is not made yet: `kept` holds a bit for each occasion that is to be."""

    every: Every
    days: tuple[date, ...]
    kept: int

    def has(self, place: int) -> bool:
        """Whether the occasion at this place is to be made."""
        return bool(self.kept >> place & 1)

    def toggled(self, place: int) -> Plan:
        """Leave an occasion out, or take it back; the first one stands."""
        return self if place == 0 else replace(self, kept=self.kept ^ 1 << place)

    @property
    def chosen(self) -> tuple[date, ...]:
        """The days that are to be."""
        return tuple(day for place, day in enumerate(self.days) if self.has(place))


def days(first: date, every: Every, count: int) -> tuple[date, ...]:
    """Give so many days from the first one on, at most `MOST`."""
    return tuple(_day(first, every, number) for number in range(min(count, MOST)))


def count_until(first: date, every: Every, last: date) -> int:
    """Count the days of a series up to and with a day, at most `MOST`."""
    return sum(day <= last for day in days(first, every, MOST))


def _day(first: date, every: Every, number: int) -> date:
    if every == Every.MONTH:
        months = first.year * 12 + first.month - 1 + number
        return in_month(months // 12, months % 12 + 1, first.weekday(), ordinal(first))
    return first + timedelta(days=number * (WEEK if every == Every.WEEK else FORTNIGHT))


def ordinal(day: date) -> int:
    """Say which of its weekday in the month a day is: 1 for the first; 5 is the last."""
    return (day.day - 1) // WEEK + 1


def in_month(year: int, month: int, weekday: int, number: int) -> date:
    """Give a weekday of a month by its number; 5 is the last, also where there are four."""
    opening = date(year, month, 1)
    first = opening + timedelta(days=(weekday - opening.weekday()) % WEEK)
    wanted = first + timedelta(days=WEEK * (number - 1))
    return wanted if wanted.month == month else wanted - timedelta(days=WEEK)


def plan(meeting: Meeting, every: Every, count: int, zone: ZoneInfo) -> Plan:
    """Lay the series out, leaving out red days, eves and days without the meeting's hours.

    The first occasion stands, whatever its day. Raises ValueError for a meeting without a day.
    """
    if meeting.day is None:
        raise ValueError("a series needs a first day")
    laid = days(meeting.day, every, count)
    kept = sum(
        1 << place for place, day in enumerate(laid) if not place or is_usual(meeting, day, zone)
    )
    return Plan(every, laid, kept)


def is_usual(meeting: Meeting, day: date, zone: ZoneInfo) -> bool:
    """Whether an occasion fits on a day; Sundays are usual for us."""
    return day not in red_days.free_days(day.year) and is_whole(meeting, day, zone)


def is_whole(meeting: Meeting, day: date, zone: ZoneInfo) -> bool:
    """Whether the clock shows the meeting's hours that day, each of them once."""
    clocks = [clock for clock in (meeting.start, meeting.end) if clock is not None]
    return all(
        times.exists(day, clock, zone) and not times.is_doubled(day, clock, zone)
        for clock in clocks
    )


def following(meeting: Meeting, others: Iterable[Meeting]) -> list[Meeting]:
    """The occasions after this one that still are to be, the next first."""
    live = [
        one
        for one in others
        if one.id != meeting.id and one.status in {Status.DRAFT, Status.ANNOUNCED}
    ]
    return sorted((one for one in live if is_after(one, meeting)), key=_place)


def is_after(one: Meeting, other: Meeting) -> bool:
    """Whether an occasion comes after another in its series."""
    return _place(one) > _place(other)


def _place(meeting: Meeting) -> tuple[date, int]:
    return (meeting.day or date.max, meeting.id)


def carried(meeting: Meeting, other: Meeting, name: str, shift: int) -> Value:
    """Say what a changed fact becomes at a later occasion.

    A day moves as many days as this one did, and a last day comes as many days before.
    """
    if name == "day":
        return moved(other.day, shift)
    value = drafting.value(meeting, name)
    if name in LAST_DAYS and isinstance(value, date) and meeting.day and other.day:
        return other.day - (meeting.day - value)
    return value


def moved(day: date | None, shift: int) -> date | None:
    """Give the day so many days later; None stays None."""
    return None if day is None else day + timedelta(days=shift)


def how_many(answer: str, first: date, every: Every, today: date) -> int | None:
    """Read "8", "åtta gånger" or "till 1 juni" as a number of occasions; None when it is unclear.

    Two are the fewest, because one is no series.
    """
    bare = answer.strip()
    if bare.isascii() and bare.isdecimal() and len(bare) < LAST:
        return _fitting(int(bare))
    until = answers.read_day(bare, today)
    if until.is_sure and until.value is not None:
        return _fitting(count_until(first, every, until.value))
    return _fitting(answers.read_number(bare).value or 0)


def _fitting(count: int) -> int | None:
    return count if 2 <= count <= MOST else None  # noqa: PLR2004 - as the docstring above says


def own_days(answer: str, today: date) -> list[date] | str:
    """Read days divided by commas, lines or "och"; the part that is unclear, when one is."""
    found: list[date] = []
    parts: list[str] = BETWEEN.split(answer)
    for part in filter(None, (piece.strip() for piece in parts)):
        read = answers.read_day(part, today)
        if not read.is_sure or read.value is None or read.value <= today:
            return str(part)
        found.append(read.value)
    return sorted(set(found))[: MOST - 1] if found else answer


BETWEEN = re.compile(r"[,;\n]|\boch\b|\band\b|\bja\b", re.IGNORECASE)
"""What stands between the days of a list."""


def written(plan: Plan) -> str:
    """Write a plan so that a button can carry it."""
    return f"{plan.every}.{len(plan.days)}.{plan.kept:x}"


def read_plan(meeting: Meeting, carried: str) -> Plan | None:
    """Read what a button carried; None for what we never wrote."""
    found = PLAN.fullmatch(carried)
    if found is None or meeting.day is None:
        return None
    laid = days(meeting.day, Every(found["every"]), int(found["count"]))
    return Plan(Every(found["every"]), laid, int(found["kept"], 16) & (1 << len(laid)) - 1 | 1)


PLAN = re.compile(
    r"(?P<every>week|fortnight|month)\.(?P<count>[0-9]{1,2})\.(?P<kept>[0-9a-f]{1,6})"
)


def fitting(wanted: Sequence[date], standing: int) -> list[date]:
    """As many of the days as a series of so many occasions has room for, the first ones."""
    return list(wanted[: max(0, MOST - standing)])


def root(meeting: Meeting) -> int:
    """Give the row id that all occasions of a series share: the first one's."""
    return meeting.series or meeting.id


def is_same(one: Meeting, other: Meeting) -> bool:
    """Whether two are different occasions of the same meeting, between which people move."""
    return one.id != other.id and root(one) == root(other) and one.picks_one and other.picks_one
