"""What waits for an organiser in the morning, and when it is worth a message."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules import morning
from bot.rules.morning import Facts, Wait, Waiting
from tests.rules.facts import NIGHT, at

BEGINS = at("2026-12-05 10:00")


@pytest.mark.parametrize(
    ("expected", "wait", "now"),
    [
        (True, Wait.AGENDA, "2026-11-27 08:30"),
        (False, Wait.AGENDA, "2026-11-25 08:30"),
        (False, Wait.AGENDA, "2026-12-05 10:00"),
        (True, Wait.MINUTES, "2026-12-11 08:30"),
        (False, Wait.MINUTES, "2027-01-26 08:30"),
    ],
)
def test_a_thing_waits_as_long_as_it_can_be_done(
    expected: bool,  # noqa: FBT001 (a column of the table)
    wait: Wait,
    now: str,
) -> None:
    """The agenda until the meeting begins, minutes for two months."""
    facts = Facts(BEGINS, {wait: at("2026-11-26 10:00")}, {wait: 2})

    found = morning.waits(facts, at(now))

    assert expected == (found == (Waiting(wait, at("2026-11-26 10:00"), 2),))


@pytest.mark.parametrize(
    ("expected", "today", "since"),
    [
        (True, date(2026, 11, 27), ["2026-11-26 10:00"]),
        (False, date(2026, 11, 28), ["2026-11-25 10:00"]),
        (True, date(2026, 11, 30), ["2026-11-25 10:00"]),
        (False, date(2026, 11, 30), []),
    ],
)
def test_it_is_told_once_and_on_mondays(
    expected: bool,  # noqa: FBT001 (a column of the table)
    today: date,
    since: list[str],
) -> None:
    """Nothing new is no message, except on a Monday when something waits."""
    found = [Waiting(Wait.AGENDA, at(one)) for one in since]

    assert expected == morning.is_worth_telling(found, today, at("2026-11-26 08:30"))


def test_the_message_comes_on_the_next_day_that_is_not_red() -> None:
    """Not on Sundays, and once a day; at half past eight, or when the night is over."""
    saturday = date(2026, 11, 28)

    assert saturday == morning.next_day(None, saturday)
    assert saturday == morning.next_day(date(2026, 11, 20), saturday)
    assert date(2026, 11, 30) == morning.next_day(saturday, saturday)
    assert at("2026-11-28 08:30") == morning.hour(saturday, NIGHT)
