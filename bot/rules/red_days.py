"""Swedish public holidays and the eves that are free in practice.

Source: lag (1989:253) om allmänna helgdagar; Easter by the Gregorian reckoning.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

SUNDAY = 6
FRIDAY = 4
SATURDAY = 5
FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
EVES = ((12, 24), (12, 31))
CHRISTMAS = (12, 24)
"""From this day until the new year an office writes to nobody if it can choose."""


def is_red(day: date) -> bool:
    """Whether the day is a Sunday, a public holiday or an eve that people keep free."""
    return day.weekday() == SUNDAY or day in free_days(day.year)


def is_quiet(day: date) -> bool:
    """Whether many are away: weekends, red days, a day between two of them, Christmas week."""
    is_christmas = (day.month, day.day) >= CHRISTMAS
    is_squeezed = _is_off(day - timedelta(days=1)) and _is_off(day + timedelta(days=1))
    return _is_off(day) or is_squeezed or is_christmas


def _is_off(day: date) -> bool:
    return day.weekday() == SATURDAY or is_red(day)


@cache
def free_days(year: int) -> frozenset[date]:
    """The days of a year, besides Sundays, when nobody wants to hear from an office."""
    resurrection = easter(year)
    moving = {resurrection + timedelta(days=off) for off in (-2, 0, 1, 39, 49)}
    fixed = {date(year, month, day) for month, day in FIXED + EVES}
    midsummer = _first(FRIDAY, date(year, 6, 19))
    saints = _first(SATURDAY, date(year, 10, 31))
    return frozenset(moving | fixed | {midsummer, midsummer + timedelta(days=1), saints})


def _first(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
