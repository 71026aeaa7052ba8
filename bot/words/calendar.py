"""Days, clocks and lists as the people of each language write them, in the network's zone.

Knows how to fill a language's patterns; which they are is `manner`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from html import escape
from zoneinfo import ZoneInfo

from bot import languages
from bot.words.manner import manner, name_in
from bot.words.texts import Html, Texts, shown


class Words(Texts):
    """A language's sentences together with its days and clocks, in the network's zone."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        """Choose the language and the zone in which days are told."""
        super().__init__(language)
        self.zone = zone
        self._manner = manner(self.language)

    @property
    def understood(self) -> tuple[str, ...]:
        """The languages a reader of this one is taken to read: it and those it leans on.

        Swedish is the last resort for what the bot says itself, not for what an organiser wrote.
        """
        chain = languages.chain(self.language)
        return tuple(tag for tag in chain if tag != languages.FIRST or tag == self.language)

    def language_name(self, tag: str) -> str:
        """Name a language in this one, "finska"; one nobody has a word for, in itself."""
        return name_in(self.language, tag)

    def local(self, moment: datetime) -> datetime:
        """Give the moment as the wall clock shows it."""
        return moment.astimezone(self.zone)

    def day(self, day: date) -> Html:
        """Write "lördag 13 februari"."""
        return self._day("day", day)

    def full_day(self, day: date) -> Html:
        """Write "lördag 13 februari 2027"."""
        return self._day("day_with_year", day)

    def _day(self, pattern: str, day: date) -> Html:
        return self._written(
            pattern,
            weekday=self._manner.weekdays[day.weekday()],
            day=day.day,
            month=self._manner.months[day.month - 1],
            year=day.year,
        )

    def clock(self, clock: time) -> Html:
        """Write "kl. 10.00"."""
        return self._written("at", clock=self.bare_clock(clock))

    def bare_clock(self, clock: time) -> Html:
        """Write "10.00", for tables and agendas."""
        hour, minute = f"{clock.hour:02}", f"{clock.minute:02}"
        return self._written("clock", hour=hour, short_hour=clock.hour, minute=minute)

    def span(self, start: time, end: time | None) -> Html:
        """Write "kl. 10.00–14.00"; without an end only the start."""
        if end is None:
            return self.clock(start)
        return self._written("span", start=self.bare_clock(start), end=self.bare_clock(end))

    def when(self, day: date, start: time, end: time | None) -> Html:
        """Write "lördag 13 februari 2027 kl. 10.00–14.00"."""
        return self._written("when", day=self.full_day(day), clock=self.span(start, end))

    def short_when(self, day: date, start: time, end: time | None) -> Html:
        """Write "lördag 13 februari kl. 10.00–14.00"."""
        return self._written("when", day=self.day(day), clock=self.span(start, end))

    def moment(self, moment: datetime) -> Html:
        """Write "fredag 5 februari kl. 23.59" in the network's zone."""
        there = self.local(moment)
        return self.short_when(there.date(), there.time(), None)

    def _written(self, pattern: str, **values: object) -> Html:
        """Fill a pattern; what a language's folder says is text, and never markup."""
        return Html(escape(self._manner.patterns[pattern], quote=False).format(**values))

    def listed(self, names: Sequence[str]) -> Html:
        """Write "A, B och C", each made safe."""
        *rest, last = [shown(name) for name in names] or [Html()]
        if not rest:
            return last
        between, before_last = (self._written(pattern) for pattern in ("list_between", "list_last"))
        return Html(before_last.join([between.join(rest), last]))

    def near_day(self, day: date, today: date, clock: time | None = None) -> Html:
        """Write "i morgon, lördag 13 februari"; a day further off only by its name."""
        named = self.day(day) if clock is None else self.short_when(day, clock, None)
        if day == today:
            return self.say("calendar", "today, {day}", day=named)
        if day == today + timedelta(days=1):
            return self.say("calendar", "tomorrow, {day}", day=named)
        return named
