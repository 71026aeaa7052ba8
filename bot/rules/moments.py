"""When a message had better go out: hours to suggest, and hours as people write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from bot.invitation import answers
from bot.rules import red_days, times
from bot.rules.quiet_hours import Quiet

CLOCKS = (time(9), time(17))
"""When people read: at work, and on their way home."""
OFFERED = (time(8), time(9), time(12), time(15), time(17), time(19))
"""Hours of a day that are offered as buttons."""
SUGGESTED = 4
"""Good hours that are given at a time."""
AHEAD, SOON = 21, timedelta(minutes=30)
"""Days that are looked through for them, and how long before the first there must be."""
MOST = timedelta(days=366)
PUT_OFF = timedelta(minutes=10)
"""What waits longer than this before it leaves was given an hour, which is then told."""


class Wrong(StrEnum):
    """Why an hour that was written cannot be taken."""

    NOT_UNDERSTOOD = "not_understood"
    PAST = "past"
    FAR = "far"
    """More than a year ahead."""
    NIGHT = "night"
    """An hour at which the network keeps silent."""


def suggested(now: datetime, quiet: Quiet) -> list[datetime]:
    """The next good hours: not at night, nor on a day when many are away."""
    return list(islice(_good(now, quiet), SUGGESTED))


def _good(now: datetime, quiet: Quiet) -> Iterator[datetime]:
    today = now.astimezone(quiet.zone).date()
    for days in range(AHEAD):
        day = today + timedelta(days=days)
        if red_days.is_quiet(day):
            continue
        for clock in CLOCKS:
            at = times.instant(day, clock, quiet.zone)
            if at >= now + SOON and not quiet.covers(at):
                yield at


def read(text: str, now: datetime, quiet: Quiet) -> datetime | Wrong:
    """Read "torsdag kl. 9"; a day alone means the morning, a clock alone its next time."""
    today = now.astimezone(quiet.zone).date()
    day, clock = answers.read_day(text, today).value, answers.read_clock(text).value
    if day is None and clock is None:
        return Wrong.NOT_UNDERSTOOD
    at = _instant(day, clock or CLOCKS[0], now, quiet.zone)
    if at <= now:
        return Wrong.PAST
    if at > now + MOST:
        return Wrong.FAR
    return Wrong.NIGHT if clock is not None and quiet.covers(at) else at


def read_clock(text: str, quiet: Quiet) -> time | Wrong:
    """Read "14.30" or "halv nio" as an hour of any day; not one of the quiet hours."""
    found = answers.read_clock(text.replace(":", "."))
    meant = [found.value] if found.is_sure and found.value else list(found.options)
    # "Halv nio" is twice a day, and once when one of the two is at night.
    by_day = [one for one in meant if not quiet.has(one)]
    if len(by_day) == 1:
        return by_day[0]
    return Wrong.NIGHT if meant and not by_day else Wrong.NOT_UNDERSTOOD


def clocks(quiet: Quiet) -> list[time]:
    """Give the hours to choose among for what goes out on another day."""
    return [one for one in OFFERED if not quiet.has(one)]


def _instant(day: date | None, clock: time, now: datetime, zone: ZoneInfo) -> datetime:
    if day is not None:
        return times.instant(day, clock, zone)
    today = now.astimezone(zone).date()
    at = times.instant(today, clock, zone)
    return at if at > now else times.instant(today + timedelta(days=1), clock, zone)
