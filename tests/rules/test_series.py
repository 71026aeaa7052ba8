"""The days of a series, over month ends, years, red days and the nights when clocks change."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.meeting import Status
from bot.rules import series
from bot.rules.series import Every, Plan
from tests.rules import facts

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("every", "first", "expected"),
    [
        (Every.WEEK, date(2026, 12, 22), [date(2026, 12, 29), date(2027, 1, 5)]),
        (Every.FORTNIGHT, date(2028, 2, 15), [date(2028, 2, 29), date(2028, 3, 14)]),
        (Every.MONTH, date(2026, 12, 1), [date(2027, 1, 5), date(2027, 2, 2)]),
        (Every.MONTH, date(2027, 2, 27), [date(2027, 3, 27), date(2027, 4, 24)]),
        (Every.MONTH, date(2027, 3, 30), [date(2027, 4, 27), date(2027, 5, 25)]),
        (Every.MONTH, date(2027, 1, 29), [date(2027, 2, 26), date(2027, 3, 26)]),
    ],
)
def test_d12_days_go_on_over_months_and_years(
    every: Every, first: date, expected: list[date]
) -> None:
    """A month has the same weekday by number; the fifth is the last, as in a month with four."""
    assert (first, *expected) == series.days(first, every, 3)


def test_a_series_has_an_end() -> None:
    """More than twenty are never laid out, however many were asked for."""
    assert series.MOST == len(series.days(TODAY, Every.WEEK, 500))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("8", 8),
        ("åtta", 8),
        ("1", None),
        ("21", None),
        ("till 30 november 2026", 5),
        ("1 januari 2020", None),
        ("många", None),
        ("99999", None),
    ],
)
def test_how_many_is_a_number_or_a_last_day(answer: str, expected: int | None) -> None:
    """Weekly from 2 November to the end of the month is five times."""
    assert expected == series.how_many(answer, TODAY, Every.WEEK, TODAY)


def test_own_days_are_read_in_any_order() -> None:
    """Commas, lines and words divide them; a day told twice is one."""
    read = series.own_days("12 mars 2027, 3 mars 2027\n9 april 2027 och 3 mars 2027", TODAY)

    assert [date(2027, 3, 3), date(2027, 3, 12), date(2027, 4, 9)] == read


@pytest.mark.parametrize(
    ("answer", "unclear"),
    [
        ("3 mars 2027, kanske sen", "kanske sen"),
        ("1 november 2026", "1 november 2026"),
        ("2 november 2026", "2 november 2026"),
        (", ,", ", ,"),
    ],
)
def test_an_unclear_day_is_given_back(answer: str, unclear: str) -> None:
    """Nothing is made of half an answer, and no day behind us is taken."""
    assert unclear == series.own_days(answer, TODAY)


def test_a_plan_leaves_red_days_out() -> None:
    """Weekly on Thursdays over Christmas: Christmas Eve and New Year's Eve are left out."""
    meeting = facts.meeting(day=date(2026, 12, 17))

    laid = series.plan(meeting, Every.WEEK, 4, facts.STOCKHOLM)

    assert (date(2026, 12, 17), date(2027, 1, 7)) == laid.chosen


def test_the_first_day_stands_and_sundays_are_usual() -> None:
    """What she has decided herself is not taken from her."""
    red = facts.meeting(day=date(2026, 12, 24))
    sunday = facts.meeting(day=date(2026, 11, 8))

    assert series.plan(red, Every.WEEK, 2, facts.STOCKHOLM).has(0)
    assert series.plan(sunday, Every.WEEK, 3, facts.STOCKHOLM).kept == 0b111


@pytest.mark.parametrize(
    ("first", "skipped"), [(date(2027, 3, 21), facts.SPRING), (date(2026, 10, 18), facts.AUTUMN)]
)
def test_d1_a_night_without_the_hour_is_left_out(first: date, skipped: date) -> None:
    """Half past two is not at all, or twice, the night the clocks change."""
    meeting = facts.meeting(day=first, start=time(2, 30), end=None)

    laid = series.plan(meeting, Every.WEEK, 3, facts.STOCKHOLM)

    assert skipped in laid.days
    assert skipped not in laid.chosen


def test_a_series_needs_a_first_day() -> None:
    """Nothing is laid out from nowhere."""
    with pytest.raises(ValueError, match="first day"):
        series.plan(facts.draft(), Every.WEEK, 3, facts.STOCKHOLM)


def test_days_are_toggled_one_by_one() -> None:
    """All but the first, which is the meeting it is made of."""
    laid = Plan(Every.WEEK, series.days(TODAY, Every.WEEK, 3), 0b111)

    assert (TODAY, date(2026, 11, 16)) == laid.toggled(1).chosen
    assert laid == laid.toggled(1).toggled(1)
    assert laid == laid.toggled(0)


def test_a_button_carries_a_plan() -> None:
    """What is written is read back; what we never wrote is nothing."""
    meeting = facts.meeting()
    laid = series.plan(meeting, Every.MONTH, 4, facts.STOCKHOLM).toggled(2)

    assert laid == series.read_plan(meeting, series.written(laid))
    assert series.read_plan(meeting, "year.2.3") is None
    assert series.read_plan(facts.draft(), "week.2.3") is None


def test_what_follows_an_occasion() -> None:
    """Later ones that still are to be, by day; not the cancelled."""
    days = [date(2026, 12, 19), date(2026, 11, 28), date(2026, 12, 12), date(2026, 12, 26)]
    one, *others = [facts.meeting(id=8 + n, day=day) for n, day in enumerate(days)]
    gone = facts.meeting(id=20, day=date(2027, 1, 2), status=Status.CANCELLED)
    first = facts.meeting()

    found = series.following(first, [first, one, *others, gone])

    assert [others[1], one, others[2]] == found


def test_a_change_is_carried_to_another_occasion() -> None:
    """A place as it is, a day by as many days, a last day as many days before."""
    here = facts.meeting(place="Folkets hus", closes_on=date(2026, 12, 1))
    later = facts.meeting(id=8, day=date(2027, 1, 30))

    assert series.carried(here, later, "place", 0) == "Folkets hus"
    assert date(2027, 1, 31) == series.carried(here, later, "day", 1)
    assert series.carried(here, facts.draft(), "day", 1) is None
    assert date(2027, 1, 26) == series.carried(here, later, "closes_on", 0)
    assert series.carried(facts.meeting(), later, "closes_on", 0) is None


def test_a_series_does_not_outgrow_itself() -> None:
    """There is room for two more when eighteen stand."""
    wanted = list(series.days(TODAY, Every.WEEK, 5))

    assert wanted[:2] == series.fitting(wanted, series.MOST - 2)
    assert [] == series.fitting(wanted, series.MOST + 3)


def test_one_moves_between_occasions_of_a_choice() -> None:
    """Of the same series, where one chooses one; never to the same, nor where all are open."""
    first = facts.meeting(picks_one=True)
    other = facts.meeting(id=8, series=7, picks_one=True)
    third = facts.meeting(id=9, series=7, picks_one=True)

    assert series.is_same(first, other)
    assert series.is_same(other, third)
    assert not series.is_same(first, first)
    assert not series.is_same(first, facts.meeting(id=8, picks_one=True))
    assert not series.is_same(first, facts.meeting(id=8, series=7))
