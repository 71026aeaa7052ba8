"""When the bot keeps silent, and when it may speak next. Knows clocks, never messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules import red_days, times


@dataclass(frozen=True, slots=True)
class Quiet:
    """Silent from `begins` in the evening to `ends` in the morning, in `zone`."""

    begins: time
    ends: time
    zone: ZoneInfo

    def covers(self, moment: datetime) -> bool:
        """Whether the moment falls in the quiet hours."""
        return self.has(moment.astimezone(self.zone).time())

    def has(self, clock: time) -> bool:
        """Whether the quiet hours hold this clock."""
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the night it falls in."""
        if not self.covers(moment):
            return moment
        there = moment.astimezone(self.zone)
        morning = there.date() + timedelta(days=1 if there.time() >= self.ends else 0)
        return times.instant(morning, self.ends, self.zone)

    def last_open(self, moment: datetime) -> datetime:
        """The moment itself, or the evening before the night it falls in."""
        if not self.covers(moment):
            return moment
        there = moment.astimezone(self.zone)
        evening = there.date() - timedelta(days=1 if there.time() < self.begins else 0)
        return times.instant(evening, self.begins, self.zone) - timedelta(minutes=1)


def working_day(day: date) -> date:
    """The day itself, or the nearest day before it that is not red."""
    while red_days.is_red(day):
        day -= timedelta(days=1)
    return day
