"""Swedish holidays, from a hand-made table of four years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.rules import quiet_hours, red_days

FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
# Good Friday, Easter Day, Easter Monday, Ascension, Whit Sunday, Midsummer Eve and Day, All Saints.
MOVING = {
    2026: ((4, 3), (4, 5), (4, 6), (5, 14), (5, 24), (6, 19), (6, 20), (10, 31)),
    2027: ((3, 26), (3, 28), (3, 29), (5, 6), (5, 16), (6, 25), (6, 26), (11, 6)),
    2028: ((4, 14), (4, 16), (4, 17), (5, 25), (6, 4), (6, 23), (6, 24), (11, 4)),
    2029: ((3, 30), (4, 1), (4, 2), (5, 10), (5, 20), (6, 22), (6, 23), (11, 3)),
}


@pytest.mark.parametrize("year", MOVING)
def test_the_free_days_of_a_year(year: int) -> None:
    """Lag (1989:253) and the three eves that people keep free, and nothing else."""
    assert {date(year, m, d) for m, d in FIXED + MOVING[year]} == red_days.free_days(year)


@pytest.mark.parametrize("year", MOVING)
def test_every_sunday_is_red(year: int) -> None:
    """Besides the free days exactly the Sundays are red."""
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    days = [day for day in days if day.year == year]

    red = {day for day in days if red_days.is_red(day)}

    sundays = {day for day in days if day.isoweekday() == 7}
    assert red == sundays | red_days.free_days(year)


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 29)),
        (date(2027, 3, 27), date(2027, 3, 29)),
        (date(2026, 12, 30), date(2027, 1, 1)),
        (date(2026, 12, 23), date(2026, 12, 27)),
        (date(2027, 6, 24), date(2027, 6, 27)),
    ],
)
def test_what_falls_on_a_red_day_is_moved_earlier(expected: date, day: date) -> None:
    """Never later, because a last day may follow; over the new year too."""
    assert expected == quiet_hours.working_day(day)
