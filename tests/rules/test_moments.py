"""When a message had better go out."""

from __future__ import annotations

from datetime import time

import pytest

from bot.rules import moments
from bot.rules.moments import Wrong
from bot.rules.quiet_hours import Quiet
from tests.rules.facts import STOCKHOLM, at

MONDAY = at("2026-11-02 10:00")
QUIET = Quiet(time(21), time(8), STOCKHOLM)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            "2026-11-02 10:00",
            ["2026-11-02 17:00", "2026-11-03 09:00", "2026-11-03 17:00", "2026-11-04 09:00"],
        ),
        ("2026-11-06 16:45", ["2026-11-09 09:00", "2026-11-09 17:00"]),
        ("2026-12-23 18:00", ["2027-01-04 09:00", "2027-01-04 17:00"]),
        ("2026-06-18 12:00", ["2026-06-18 17:00", "2026-06-22 09:00"]),
        ("2026-05-13 18:00", ["2026-05-18 09:00", "2026-05-18 17:00"]),
        ("2026-10-30 10:00", ["2026-10-30 17:00", "2026-11-02 09:00"]),
    ],
)
def test_good_hours_are_by_day_and_never_on_a_red_day(now: str, expected: list[str]) -> None:
    """Not too soon, not at a weekend, at Christmas or midsummer, or on a day between two free."""
    hours = moments.suggested(at(now), QUIET)

    assert [at(one) for one in expected] == hours[: len(expected)]


def test_a_network_that_is_silent_in_the_afternoon_is_written_to_in_the_morning() -> None:
    """Its own quiet hours hold here too."""
    quiet = Quiet(time(16), time(8), STOCKHOLM)

    assert [at("2026-11-03 09:00"), at("2026-11-04 09:00")] == moments.suggested(MONDAY, quiet)[:2]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("torsdag kl. 9", at("2026-11-05 09:00")),
        ("i morgon 14.30", at("2026-11-03 14:30")),
        ("fredag", at("2026-11-06 09:00")),
        ("kl. 15", at("2026-11-02 15:00")),
        ("kl. 8.15", at("2026-11-03 08:15")),
        ("24 december kl 10", at("2026-12-24 10:00")),
        ("hej hej", Wrong.NOT_UNDERSTOOD),
        ("i dag kl. 9", Wrong.PAST),
        ("13 november 2028 kl 9", Wrong.FAR),
        ("söndag kl. 23", Wrong.NIGHT),
    ],
)
def test_an_hour_is_read_as_people_write_it(written: str, expected: object) -> None:
    """A day alone is its morning; a clock alone is the next time it strikes."""
    assert expected == moments.read(written, MONDAY, QUIET)


def test_a_network_that_works_at_night_gets_no_suggestions() -> None:
    """When both hours are quiet there is nothing to suggest, and an hour is written instead."""
    assert [] == moments.suggested(MONDAY, Quiet(time(8), time(18), STOCKHOLM))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14.30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("15", time(15)),
        ("halv åtta", time(19, 30)),
        ("halv nio", Wrong.NOT_UNDERSTOOD),
        ("kl. 22", Wrong.NIGHT),
        ("i gryningen", Wrong.NOT_UNDERSTOOD),
    ],
)
def test_an_hour_of_any_day_is_never_at_night(written: str, expected: object) -> None:
    """What is twice a day means the one by day; an hour at night is refused with its reason."""
    assert expected == moments.read_clock(written, QUIET)


def test_hours_that_are_offered_are_by_day() -> None:
    """What the network's quiet hours hold is not among the buttons."""
    assert [time(12), time(15)] == moments.clocks(Quiet(time(17), time(10), STOCKHOLM))
