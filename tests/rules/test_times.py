"""Wall time becomes instants, also on the days when the clock is moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import times
from tests.rules.facts import AUTUMN, SPRING, STOCKHOLM, at, draft, meeting, utc


@pytest.mark.parametrize(
    ("expected", "day", "clock"),
    [
        ("2026-10-24 22:30", AUTUMN, time(0, 30)),
        ("2026-10-25 00:30", AUTUMN, time(2, 30)),
        ("2026-10-25 02:00", AUTUMN, time(3)),
        ("2026-10-25 17:00", AUTUMN, time(18)),
        ("2027-03-28 00:59", SPRING, time(1, 59)),
        ("2027-03-28 01:00", SPRING, time(3)),
        ("2027-03-28 16:00", SPRING, time(18)),
        ("2026-12-31 23:00", date(2027, 1, 1), time(0)),
        ("2028-02-29 11:00", date(2028, 2, 29), time(12)),
    ],
)
def test_a_wall_time_is_an_exact_instant_d1_d12(expected: str, day: date, clock: time) -> None:
    """The offset is the one of that day; a doubled hour means its first pass."""
    assert utc(expected) == times.instant(day, clock, STOCKHOLM)


@pytest.mark.parametrize(
    ("exists", "day", "clock"),
    [
        (True, SPRING, time(1, 59)),
        (False, SPRING, time(2)),
        (False, SPRING, time(2, 59)),
        (True, SPRING, time(3)),
        (True, AUTUMN, time(2, 30)),
    ],
)
def test_an_hour_that_is_skipped_does_not_exist_d2(
    exists: bool,  # noqa: FBT001 - a table's column
    day: date,
    clock: time,
) -> None:
    """Summer time begins by skipping the hour between two and three."""
    assert exists is times.exists(day, clock, STOCKHOLM)


def test_there_is_an_hour_on_either_side_of_the_gap_d2() -> None:
    """Two proposals stand in for an hour that does not exist."""
    assert (time(1, 30), time(3, 30)) == times.around_gap(SPRING, time(2, 30), STOCKHOLM)


@pytest.mark.parametrize(
    ("doubled", "day", "clock"),
    [
        (False, AUTUMN, time(1, 59)),
        (True, AUTUMN, time(2)),
        (True, AUTUMN, time(2, 59)),
        (False, AUTUMN, time(3)),
        (False, SPRING, time(2, 30)),
    ],
)
def test_an_hour_can_come_twice_d3(
    doubled: bool,  # noqa: FBT001 - a table's column
    day: date,
    clock: time,
) -> None:
    """Summer time ends by showing the hour between two and three twice."""
    assert doubled is times.is_doubled(day, clock, STOCKHOLM)


@given(
    day=st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    clock=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_an_hour_that_exists_comes_back_as_it_was(day: date, clock: time) -> None:
    """Only an hour in the spring gap reads differently on the wall."""
    there = times.instant(day, clock, STOCKHOLM).astimezone(STOCKHOLM).replace(tzinfo=None)

    assert times.exists(day, clock, STOCKHOLM) is (there == datetime.combine(day, clock))


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ("2026-12-05 13:00", {}),
        ("2026-12-05 12:00", {"end": None}),
        ("2026-10-25 03:30", {"day": AUTUMN, "start": time(2, 30), "end": None}),
        ("2027-03-28 03:30", {"day": SPRING, "start": time(1, 30), "end": None}),
        ("2026-12-31 22:59", {"day": date(2026, 12, 31), "end": time(23, 59)}),
    ],
)
def test_a_meeting_without_an_end_lasts_three_hours(
    expected: str, facts: dict[str, object]
) -> None:
    """Three hours are three hours, also when the clock is moved meanwhile."""
    assert utc(expected) == times.ends_at(meeting(**facts), STOCKHOLM)


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ("2026-11-27 22:59", {"closes_on": date(2026, 11, 27)}),
        ("2026-10-24 21:59", {"closes_on": date(2026, 10, 24)}),
        ("2026-12-05 09:00", {"closes_on": date(2026, 12, 5)}),
        ("2026-12-05 09:00", {"closes_on": date(2026, 12, 9)}),
        ("2026-12-05 09:00", {"closes_on": None}),
    ],
)
def test_registration_closes_at_23_59_but_never_after_the_start(
    expected: str, facts: dict[str, object]
) -> None:
    """The last day is a whole day, unless the meeting begins on it."""
    assert utc(expected) == times.closes_at(meeting(**facts), STOCKHOLM)


def test_what_is_unknown_has_no_instant() -> None:
    """A draft without day or start neither begins, ends nor closes."""
    for begun in (draft(start=time(10)), draft(day=SPRING), draft(closes_on=SPRING)):
        assert times.starts_at(begun, STOCKHOLM) is None
        assert times.ends_at(begun, STOCKHOLM) is None
        assert times.closes_at(begun, STOCKHOLM) is None


def test_instants_are_told_in_utc() -> None:
    """Rows refuse anything else."""
    assert UTC is times.instant(SPRING, time(12), STOCKHOLM).tzinfo


def test_changes_end_with_registration_unless_a_day_is_said() -> None:
    """A day of its own counts in full, an hour to the minute, and never past the beginning."""
    asked = {"closes_on": date(2026, 11, 27)}
    own = {**asked, "changes_on": date(2026, 12, 1)}

    assert at("2026-11-27 23:59") == times.changes_end_at(meeting(**asked), STOCKHOLM)
    assert at("2026-12-01 23:59") == times.changes_end_at(meeting(**own), STOCKHOLM)
    hour = meeting(**own, changes_clock=time(12))
    assert at("2026-12-01 12:00") == times.changes_end_at(hour, STOCKHOLM)
    late = meeting(**asked, changes_on=date(2026, 12, 5))
    assert at("2026-12-05 10:00") == times.changes_end_at(late, STOCKHOLM)
    assert times.changes_end_at(meeting(**own, start=None), STOCKHOLM) is None


def test_what_must_be_booked_has_a_last_day() -> None:
    """Three weeks before, unless the organiser said another day; unknown without a day."""
    assert at("2026-11-14 23:59") == times.needs_end_at(meeting(), STOCKHOLM, 21)
    own = meeting(needs_on=date(2026, 11, 20))
    assert at("2026-11-20 23:59") == times.needs_end_at(own, STOCKHOLM, 21)
    assert times.needs_end_at(meeting(day=None), STOCKHOLM, 21) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # The last day is the one with a doubled hour, and the one before it.
        (date(2026, 11, 15), "2026-10-25 22:59"),
        (date(2026, 11, 14), "2026-10-24 21:59"),
        # The last day is the one that lacks an hour, and the one before it.
        (date(2027, 4, 18), "2027-03-28 21:59"),
        (date(2027, 4, 17), "2027-03-27 22:59"),
    ],
)
def test_d1_a_last_day_ends_at_midnight_also_when_the_clock_is_moved(
    day: date, expected: str
) -> None:
    """Days are counted on the wall, so the last minute is 23.59 there, whatever it is in UTC."""
    assert utc(expected) == times.needs_end_at(meeting(day=day), STOCKHOLM, 21)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        (False, "2026-11-27 22:59:59"),
        (True, "2026-11-27 23:00:00"),
    ],
)
def test_d8_a_deadline_holds_through_its_whole_minute(expected: bool, now: str) -> None:  # noqa: FBT001 - a table's column
    """23.59.59 is in time, midnight is not; without a deadline nothing is late."""
    assert expected is times.is_past(at("2026-11-27 23:59"), utc(now))
    assert not times.is_past(None, utc(now))
