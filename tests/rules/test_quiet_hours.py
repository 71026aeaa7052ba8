"""The bot is silent at night, also on the nights when the clock is moved."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.quiet_hours import Quiet
from tests.rules.facts import NIGHT, STOCKHOLM, at, utc

SMALL_HOURS = Quiet(time(0), time(6), STOCKHOLM)
NEVER = Quiet(time(8), time(8), STOCKHOLM)
NIGHTS = st.builds(
    Quiet,
    st.times(time(18), time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
    st.times(time(4), time(10)).map(lambda t: t.replace(second=0, microsecond=0)),
    st.just(STOCKHOLM),
)
MOMENTS = st.datetimes(datetime(2026, 10, 1), datetime(2027, 4, 30)).map(  # noqa: DTZ001 - made aware
    lambda moment: moment.replace(tzinfo=STOCKHOLM)
)


@pytest.mark.parametrize(
    ("silent", "quiet", "moment"),
    [
        (False, NIGHT, "2026-11-02 19:59:59"),
        (True, NIGHT, "2026-11-02 20:00"),
        (True, NIGHT, "2026-11-03 00:00"),
        (True, NIGHT, "2026-11-03 07:59:59"),
        (False, NIGHT, "2026-11-03 08:00"),
        (True, SMALL_HOURS, "2026-11-03 00:00"),
        (False, SMALL_HOURS, "2026-11-03 06:00"),
        (False, SMALL_HOURS, "2026-11-03 23:59"),
        (False, NEVER, "2026-11-03 03:00"),
    ],
)
def test_the_night_begins_and_ends_on_the_minute(
    silent: bool,  # noqa: FBT001 - a table's column
    quiet: Quiet,
    moment: str,
) -> None:
    """The first minute of the night is silent, the first of the morning is not."""
    assert silent is quiet.covers(at(moment))


@pytest.mark.parametrize(
    ("expected", "quiet", "moment"),
    [
        ("2026-11-02 18:00", NIGHT, "2026-11-02 19:00"),
        ("2026-11-03 07:00", NIGHT, "2026-11-02 20:00"),
        ("2026-11-03 07:00", NIGHT, "2026-11-03 07:59"),
        ("2026-10-25 07:00", NIGHT, "2026-10-24 23:00"),
        ("2027-03-28 06:00", NIGHT, "2027-03-27 23:00"),
        ("2027-01-01 07:00", NIGHT, "2026-12-31 22:00"),
        ("2026-11-03 05:00", SMALL_HOURS, "2026-11-03 00:30"),
    ],
)
def test_what_comes_at_night_waits_for_the_morning_d1(
    expected: str, quiet: Quiet, moment: str
) -> None:
    """The morning is eight on the wall, whatever happened to the clock meanwhile."""
    assert utc(expected) == quiet.next_open(at(moment))


@pytest.mark.parametrize(
    ("expected", "quiet", "moment"),
    [
        ("2026-11-02 19:00", NIGHT, "2026-11-02 19:00"),
        ("2026-11-02 19:59", NIGHT, "2026-11-02 20:00"),
        ("2026-11-02 19:59", NIGHT, "2026-11-03 07:59"),
        ("2026-10-24 19:59", NIGHT, "2026-10-25 06:00"),
        ("2026-12-31 19:59", NIGHT, "2027-01-01 01:00"),
        ("2026-11-02 23:59", SMALL_HOURS, "2026-11-03 00:30"),
    ],
)
def test_what_must_not_be_late_comes_the_evening_before(
    expected: str, quiet: Quiet, moment: str
) -> None:
    """The last minute of the evening still is one in which the bot may speak."""
    assert at(expected) == quiet.last_open(at(moment))


@given(quiet=NIGHTS, moment=MOMENTS)
def test_nothing_is_said_at_night(quiet: Quiet, moment: datetime) -> None:
    """Forwards or backwards the way leads out of the night, never further than a night."""
    later, earlier = quiet.next_open(moment), quiet.last_open(moment)

    assert not quiet.covers(later)
    assert not quiet.covers(earlier)
    assert moment <= later <= moment + timedelta(hours=18)
    assert moment - timedelta(hours=18) <= earlier <= moment
