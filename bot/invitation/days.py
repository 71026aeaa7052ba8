"""Which calendar day a written day means: the missing year, the weekday that must agree.

Knows today; must not know what the day is for.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.invitation.invitation import Certainty, Finding, Reason

if TYPE_CHECKING:
    from bot.invitation.dates import Mention
    from bot.invitation.invitation import Span

EVERY_DAY = 7
JUST_GONE = 120


@dataclass(frozen=True, slots=True)
class DayReading:
    """Where a day stands in the smoothed text and what it means; a range or list has more days."""

    start: int
    end: int
    first: Finding[date]
    rest: tuple[date, ...] = ()
    is_range: bool = False
    year_stands: bool = False
    whole: bool = True
    """False for a bare weekday, a lone 'den 13:e' and the like, which give way to a full date."""

    @property
    def day(self) -> date | None:
        """The first day, even when it is in doubt."""
        return self.first.value

    def at(self, span: Span) -> Finding[date]:
        """The first day as a finding whose words stand at the span."""
        return replace(self.first, span=span)


def read(mention: Mention, today: date) -> DayReading:
    """Give the day a mention means when read today."""
    first = _first(mention, today)
    rest = _rest(mention, first.value) if first.value else ()
    whole = mention.month is not None
    stands = mention.year is not None
    return DayReading(mention.start, mention.end, first, rest, mention.is_range, stands, whole)


def _first(mention: Mention, today: date) -> Finding[date]:
    day, month = mention.others[0] if mention.others else (mention.day, mention.month)
    if month is None:
        return _lone(day, mention.weekday, today)
    finding = (
        _dated(mention.year, month, day, mention.weekday)
        if mention.year
        else _without_year(month, day, mention.weekday, today)
    )
    return _spelt(finding, mention, today)


def _spelt(finding: Finding[date], mention: Mention, today: date) -> Finding[date]:
    """Say so when a letter was wrong, and ask when it could be two months."""
    if not finding.is_sure or not mention.misspelt:
        return finding
    if mention.is_guess and finding.value:
        return _asked((finding.value,), Reason.MISSPELT)
    if mention.rival_month is None:
        return replace(finding, certainty=Certainty.INFERRED, reason=Reason.MISSPELT)
    other = _without_year(mention.rival_month, mention.day, mention.weekday, today)
    if not other.is_sure or other.value is None or finding.value is None:
        return replace(finding, certainty=Certainty.INFERRED, reason=Reason.MISSPELT)
    return _asked((finding.value, other.value), Reason.TWO_CANDIDATES)


def _asked(options: tuple[date, ...], reason: Reason) -> Finding[date]:
    unique = tuple(dict.fromkeys(options))
    return Finding(unique[0] if unique else None, Certainty.DOUBT, None, unique, reason)


def _dated(year: int, month: int, day: int, weekday: int | None) -> Finding[date]:
    when = _date(year, month, day)
    if when is None:
        return _asked(_round(year, month), Reason.NO_SUCH_DATE)
    if weekday is not None and when.weekday() != weekday:
        return _asked((when, nearest(when, weekday)), Reason.WEEKDAY_DISAGREES)
    return Finding(when, Certainty.FOUND)


def _without_year(month: int, day: int, weekday: int | None, today: date) -> Finding[date]:
    """Take the next occurrence; if the weekday denies it, ask, best guess first."""
    coming = next_occurrence(month, day, today)
    if coming is None:
        year = today.year if month >= today.month else today.year + 1
        return _asked(_round(year, month), Reason.NO_SUCH_DATE)
    if weekday is None or coming.weekday() == weekday:
        return Finding(coming, Certainty.INFERRED, reason=Reason.YEAR_INFERRED)
    agreeing = _just_gone(month, day, weekday, today)
    return _asked((*agreeing, coming, nearest(coming, weekday)), Reason.WEEKDAY_DISAGREES)


def _just_gone(month: int, day: int, weekday: int, today: date) -> tuple[date, ...]:
    """Give the day a few months back on which the weekday was right: an old invitation."""
    gone = _date(
        today.year if (month, day) < (today.month, today.day) else today.year - 1, month, day
    )
    recent = gone is not None and (today - gone).days <= JUST_GONE
    return (gone,) if gone and recent and gone.weekday() == weekday else ()


def next_occurrence(month: int, day: int, today: date) -> date | None:
    """Give the first such day from today on, or None if that month has no such day."""
    year = today.year if (month, day) >= (today.month, today.day) else today.year + 1
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _round(year: int, month: int) -> tuple[date, ...]:
    """Give the two days that may have been meant by a day after the month's last."""
    last = date(year, month, monthrange(year, month)[1])
    return last, last + timedelta(days=1)


def nearest(when: date, weekday: int) -> date:
    """Give the day with that weekday closest to a day, at most three days off."""
    ahead = (weekday - when.weekday()) % EVERY_DAY
    return when + timedelta(days=ahead if ahead <= EVERY_DAY // 2 else ahead - EVERY_DAY)


def _lone(day: int, weekday: int | None, today: date) -> Finding[date]:
    """Read 'lördagen den 13:e': the first coming month in which the 13th is a Saturday."""
    for ahead in range(13):
        months = today.month - 1 + ahead
        when = _date(today.year + months // 12, months % 12 + 1, day)
        if when and when >= today and weekday in (None, when.weekday()):
            return Finding(when, Certainty.INFERRED, reason=Reason.COUNTED)
    return Finding(None, Certainty.DOUBT, reason=Reason.NO_SUCH_DATE)


def _rest(mention: Mention, first: date) -> tuple[date, ...]:
    """Give the later days of a list or the last of a range, each after the one before."""
    later = [*mention.others[1:], (mention.day, mention.month)] if mention.others else []
    days: list[date] = []
    for day, month in later:
        when = _after(days[-1] if days else first, day, month or first.month)
        if when:
            days.append(when)
    return tuple(days)


def _after(previous: date, day: int, month: int) -> date | None:
    when = _date(previous.year, month, day)
    if when is None or when >= previous:
        return when
    return _date(previous.year + 1, month, day)
