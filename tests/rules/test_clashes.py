"""Which facts of a meeting cannot be, and what is proposed instead."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.rules import answers, clashes, times
from bot.rules.answers import Unclear, Understood
from bot.rules.drafting import BY_NAME
from tests.rules.facts import AUTUMN, SPRING, STOCKHOLM, at, draft, utc
from tests.rules.test_drafting import FILLED

NOW = at("2026-11-02 09:00")
SUMMER = at("2026-10-01 09:00")


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        (None, {}),
        (None, FILLED),
        (None, {"day": date(2026, 11, 2)}),
        (("day", "in_the_past"), FILLED | {"day": date(2026, 11, 1)}),
        (("day", "in_the_past"), {"day": date(2026, 11, 2), "start": time(9)}),
        (None, {"day": date(2026, 11, 2), "start": time(9, 1)}),
        (("start", "no_such_time"), {"day": SPRING, "start": time(2, 30)}),
        (("end", "no_such_time"), {"day": SPRING, "start": time(1), "end": time(2, 15)}),
        (None, {"day": SPRING, "start": time(3)}),
        (("end", "end_before_start"), FILLED | {"end": time(9)}),
        (("end", "end_before_start"), FILLED | {"end": time(10)}),
        (("closes_on", "after_the_meeting"), FILLED | {"closes_on": date(2026, 12, 6)}),
        (None, FILLED | {"closes_on": date(2026, 12, 5)}),
        (("closes_on", "deadline_passed"), FILLED | {"closes_on": date(2026, 11, 1)}),
        (None, FILLED | {"closes_on": date(2026, 11, 2)}),
        (None, {"closes_on": date(2026, 11, 1)}),
        (("changes_on", "after_the_meeting"), FILLED | {"changes_on": date(2026, 12, 6)}),
        (("needs_on", "deadline_passed"), FILLED | {"needs_on": date(2026, 11, 1)}),
        (None, FILLED | {"changes_on": date(2026, 12, 5), "needs_on": date(2026, 11, 2)}),
    ],
)
def test_facts_that_cannot_both_be_true_are_found_d2(
    expected: tuple[str, str] | None, facts: dict[str, object]
) -> None:
    """The first fact that cannot be, and why."""
    assert expected == clashes.clash(draft(**facts), NOW, STOCKHOLM)


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        (("start", "shown_twice"), {"start": time(2, 30)}),
        (("start", "shown_twice"), {"start": time(2, 30), "start_offset": 0}),
        (None, {"start": time(2, 30), "start_offset": 60}),
        (("end", "shown_twice"), {"start": time(1), "end": time(2, 15)}),
        (None, {"start": time(1), "end": time(2, 15), "end_offset": 120}),
        (None, {"start": time(3)}),
    ],
)
def test_an_hour_shown_twice_must_be_one_of_them_d3(
    expected: tuple[str, str] | None, facts: dict[str, object]
) -> None:
    """Neither is taken for granted."""
    assert expected == clashes.clash(draft(day=AUTUMN, **facts), SUMMER, STOCKHOLM)


@pytest.mark.parametrize(
    ("expected", "name", "facts"),
    [
        (("01:30:00", "03:30:00"), "start", {"day": SPRING, "start": time(2, 30)}),
        (("02:30+02:00", "02:30+01:00"), "start", {"day": AUTUMN, "start": time(2, 30)}),
        (("02:15+02:00", "02:15+01:00"), "end", {"day": AUTUMN, "end": time(2, 15)}),
        ((), "start", {"day": AUTUMN, "start": time(4)}),
        ((), "start", {"day": AUTUMN}),
        ((), "end", {"end": time(2, 30)}),
        ((), "day", {"day": SPRING, "start": time(2, 30)}),
    ],
)
def test_two_clocks_are_proposed_d2_d3(
    expected: tuple[str, ...], name: str, facts: dict[str, object]
) -> None:
    """Those beside the skipped hour, or the same clock by summer time and by normal time."""
    assert expected == clashes.clocks_instead(draft(**facts), name, STOCKHOLM)


def test_summer_time_or_normal_time_is_asked_d3() -> None:
    """A bare clock is unclear; the choice is taken, and is no question once made."""
    given = draft(day=AUTUMN)
    asked = BY_NAME["start"]
    unclear = answers.understand(asked, "02.30", given, SUMMER, STOCKHOLM)

    assert Unclear("shown_twice", ("02:30+02:00", "02:30+01:00")) == unclear
    for choice, instant in (("+02:00", "2026-10-25 00:30"), ("+01:00", "2026-10-25 01:30")):
        chosen = answers.understand(asked, f"02:30{choice}", given, SUMMER, STOCKHOLM)

        assert isinstance(chosen, Understood)
        assert isinstance(chosen.value, time)
        east = 120 if choice == "+02:00" else 60
        settled = draft(day=AUTUMN, start=time(2, 30), start_offset=east)
        assert utc(instant) == times.starts_at(settled, STOCKHOLM)
        assert times.is_summer_time(AUTUMN, time(2, 30), east, STOCKHOLM) is (east == 120)


def test_a_day_that_doubles_the_hour_is_taken_d3() -> None:
    """The day is right; which hour is meant is asked of the start afterwards."""
    given = draft(start=time(2, 30))

    taken = answers.understand(BY_NAME["day"], "2026-10-25", given, SUMMER, STOCKHOLM)

    assert Understood(AUTUMN) == taken


@pytest.mark.parametrize(
    ("expected", "name", "said"),
    [
        (Understood(value=True), "asks_part", "yes"),
        (Understood(value=False), "asks_part", "no"),
        (Unclear("choose"), "asks_part", "kanske"),
        (Understood(2), "per_party", "högst två"),
        (Understood(50), "online_seats", "50"),
        (Understood(date(2026, 12, 4)), "changes_on", "d1"),
        (Understood(date(2026, 11, 14)), "needs_on", "tre veckor före"),
        (Unclear("after_the_meeting"), "changes_on", "2026-12-06"),
        (Unclear("deadline_passed"), "needs_on", "2026-11-01"),
        (Understood(time(12)), "changes_clock", "kl 12"),
        (Understood(None), "closes_clock", "-"),
        (Understood(None), "per_party", "-"),
    ],
)
def test_the_rarer_facts_are_answered_like_the_others(
    expected: object, name: str, said: str
) -> None:
    """Tapped or written, and refused where they cannot be."""
    given = draft(**FILLED)

    assert expected == answers.understand(BY_NAME[name], said, given, NOW, STOCKHOLM)
