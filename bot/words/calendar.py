"""Days and clocks as people write them. Names come from CLDR; the patterns are the language's own.

CLDR writes Swedish clocks with a colon and numbers weeks wrongly without a territory, so clocks
are set here and weeks come from ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.lists import format_list

from bot.words.texts import Html, Texts, shown

NBSP = "\u00a0"
DASH = "\u2013"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one language writes a day and a clock."""

    locale: str
    day: str
    day_with_year: str
    clock: str
    clock_word: str
    between: str
    """What stands between a day and a clock."""


MANNERS = {
    "sv": Manner("sv", "EEEE d'\u00a0'MMMM", "EEEE d'\u00a0'MMMM y", "%H.%M", f"kl.{NBSP}", " "),
    "en": Manner("en_GB", "EEEE d'\u00a0'MMMM", "EEEE d'\u00a0'MMMM y", "%H:%M", "", ", "),
    "fi": Manner("fi", "cccc d.'\u00a0'MMMM", "cccc d.'\u00a0'MMMM y", "%H.%M", f"klo{NBSP}", " "),
}


class Words(Texts):
    """A language's sentences together with its days and clocks, in the network's zone."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        """Choose the language and the zone in which days are told."""
        super().__init__(language)
        self.zone = zone
        self._manner = MANNERS[self.language]

    def local(self, moment: datetime) -> datetime:
        """Give the moment as the wall clock shows it."""
        return moment.astimezone(self.zone)

    def day(self, day: date) -> Html:
        """Write "lördag 13 februari"."""
        return Html(format_date(day, self._manner.day, locale=self._manner.locale))

    def full_day(self, day: date) -> Html:
        """Write "lördag 13 februari 2027"."""
        return Html(format_date(day, self._manner.day_with_year, locale=self._manner.locale))

    def clock(self, clock: time) -> Html:
        """Write "kl. 10.00"."""
        return Html(self._manner.clock_word + clock.strftime(self._manner.clock))

    def bare_clock(self, clock: time) -> Html:
        """Write "10.00", for tables and agendas."""
        return Html(clock.strftime(self._manner.clock))

    def span(self, start: time, end: time | None) -> Html:
        """Write "kl. 10.00–14.00"; without an end only the start."""
        if end is None:
            return self.clock(start)
        return Html(f"{self.clock(start)}{DASH}{end.strftime(self._manner.clock)}")

    def when(self, day: date, start: time, end: time | None) -> Html:
        """Write "lördag 13 februari 2027 kl. 10.00–14.00"."""
        return Html(f"{self.full_day(day)}{self._manner.between}{self.span(start, end)}")

    def short_when(self, day: date, start: time, end: time | None) -> Html:
        """Write "lördag 13 februari kl. 10.00–14.00"."""
        return Html(f"{self.day(day)}{self._manner.between}{self.span(start, end)}")

    def moment(self, moment: datetime) -> Html:
        """Write "fredag 5 februari kl. 23.59" in the network's zone."""
        there = self.local(moment)
        return Html(f"{self.day(there.date())}{self._manner.between}{self.clock(there.time())}")

    def exact_moment(self, moment: datetime) -> Html:
        """Write "lördag 13 februari kl. 10.00.30", where seconds matter and there are any."""
        there = self.local(moment)
        if not there.second:
            return self.moment(moment)
        colon = self._manner.clock[2]
        clock = there.strftime(f"{self._manner.clock}{colon}%S")
        return Html(
            f"{self.day(there.date())}{self._manner.between}{self._manner.clock_word}{clock}"
        )

    def listed(self, names: list[str]) -> Html:
        """Write "A, B och C", each made safe."""
        return Html(format_list([shown(name) for name in names], locale=self._manner.locale))

    def near_day(self, day: date, today: date, clock: time | None = None) -> Html:
        """Write "i morgon, lördag 13 februari"; a day further off only by its name."""
        named = self.day(day) if clock is None else self.short_when(day, clock, None)
        if day == today:
            return self.say("calendar", "today, {day}", day=named)
        if day == today + timedelta(days=1):
            return self.say("calendar", "tomorrow, {day}", day=named)
        return named
