"""A person's own quiet hours, beside the network's. Knows clocks and how people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.records.person import Person
from bot.rules.quiet_hours import Quiet

WRITTEN = re.compile(r"\D*(\d{1,2})(?:[.:](\d\d))?\D+(\d{1,2})(?:[.:](\d\d))?\D*")
LEAST_OPEN = 6
"""Half hours of a day that must be left to write in."""
URGENT = timedelta(hours=2)
"""What has changed this shortly before the start is told at any hour."""
_HALF_HOURS = [time(n // 2, n % 2 * 30) for n in range(48)]
_TURNS = 3
"""Two silences that overlap are left after at most this many steps."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From one clock to another, the next day if need be."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Nights:
    """Silent whenever any of these is: the network's hours and perhaps her own."""

    each: tuple[Quiet, ...]

    def covers(self, moment: datetime) -> bool:
        """Whether the moment falls in any of the quiet hours."""
        return any(one.covers(moment) for one in self.each)

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself, or the first after it when nobody wants silence."""
        for _ in range(_TURNS):
            for one in self.each:
                moment = one.next_open(moment)
        return moment


def nights(network: Quiet, person: Person) -> Nights:
    """Give the hours when this person hears nothing unasked."""
    own = of(person)
    return Nights((network, Quiet(own.begins, own.ends, network.zone)) if own else (network,))


def of(person: Person) -> Hours | None:
    """Give the hours she has chosen; None when she has chosen none."""
    if person.quiet_from is None or person.quiet_to is None:
        return None
    return Hours(person.quiet_from, person.quiet_to)


def read(written: str) -> Hours | None:
    """Read "21-8" or "från 21.30 till kl. 7"; None for what is not two different clocks."""
    found = WRITTEN.fullmatch(written.strip())
    if found is None:
        return None
    clocks = [_clock(found[1], found[2]), _clock(found[3], found[4])]
    begins, ends = clocks
    if begins is None or ends is None or begins == ends:
        return None
    return Hours(begins, ends)


def _clock(hour: str, minute: str | None) -> time | None:
    number, minutes = int(hour), int(minute or 0)
    if number > 24 or minutes > 59 or (number == 24 and minutes):  # noqa: PLR2004 (a day)
        return None
    return time(number % 24, minutes)


def leave_time(network: Quiet, own: Hours) -> bool:
    """Whether there are three hours a day left in which she can be told something."""
    mine = Quiet(own.begins, own.ends, network.zone)
    open_halves = [clock for clock in _HALF_HOURS if not (network.has(clock) or mine.has(clock))]
    return len(open_halves) >= LEAST_OPEN


@dataclass(frozen=True, slots=True)
class Telling:
    """When one message leaves, and until when it is of use to its reader."""

    at: datetime
    stale_after: datetime | None


def when(
    own: Nights, wanted: Telling, begins: datetime | None, *, is_urgent: bool
) -> Telling | None:
    """Fit a message to one reader's hours; None when it would come too late for her.

    What has changed just before the start waits for nobody, and a reminder that meets her quiet
    hours is of use to her until the meeting begins.
    """
    at = own.next_open(wanted.at)
    if at == wanted.at:
        return wanted
    if is_urgent and begins is not None and begins - URGENT < at:
        return wanted
    if wanted.stale_after is None or at < wanted.stale_after:
        return Telling(at, wanted.stale_after)
    return Telling(at, begins) if begins is not None and at < begins else None
