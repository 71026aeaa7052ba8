"""Every kind of answer an organiser gives, and every reason it cannot be taken."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.records.meeting import Form, Meeting
from bot.rules import answers
from bot.rules.answers import Unclear, Understood
from bot.rules.drafting import BY_NAME
from tests.rules.facts import SPRING, STOCKHOLM, at, draft, meeting

NOW = at("2026-11-02 09:00")
SATURDAY = date(2026, 12, 5)
COMPOSED = {"day": SATURDAY, "start": time(10)}


def understood(name: str, said: str, given: Meeting | None = None) -> answers.Outcome:
    """Read an answer to the question of this name."""
    return answers.understand(BY_NAME[name], said, given or draft(), NOW, STOCKHOLM)


@pytest.mark.parametrize(
    ("expected", "name", "said"),
    [
        ("Dialogträff", "title", "Dialogträff"),
        ("Dialog om planen", "title", "  Dialog \n om  planen "),
        ("Första stycket.\n\nAndra  stycket.", "about", "Första stycket.\n\nAndra  stycket. "),
        ("En\nTvå", "agenda", "En\nTvå"),
        (SATURDAY, "day", "2026-12-05"),
        (SATURDAY, "day", "lördag 5 december"),
        (date(2028, 2, 29), "day", "29 februari 2028"),
        (date(2027, 1, 1), "day", "1 januari"),
        (time(17, 30), "start", "17:30"),
        (time(17, 30), "start", "17.30"),
        (time(17, 30), "start", "17:30:00"),
        (time(17, 30), "start", "1730"),
        (time(9, 15), "start", "09.15"),
        (time(18), "start", "kl 18"),
        (time(18), "start", "18"),
        (time(20, 30), "end", "20.30"),
        (Form.HYBRID, "form", "hybrid"),
        (25, "seats", "max 25 personer"),
        (100_000, "seats", "100000"),
        (100_000, "seats", "100\u00a0000"),
        (1_500, "seats", "1 500"),
        ("https://example.org/rum", "join_url", "https://example.org/rum"),
        (date(2026, 11, 27), "closes_on", "27 november"),
        (None, "seats", "-"),
        (40, "seats", "Vi har plats för ungefär 40 personer."),
        (6, "seats", "högst sex st"),
        (None, "food", "-"),
        (None, "agenda", "-"),
    ],
)
def test_an_answer_is_read_as_people_write_it_d12(expected: object, name: str, said: str) -> None:
    """Days, clocks, numbers and texts, tapped or typed; "nothing" where it may be."""
    assert Understood(expected) == understood(name, said)  # type: ignore[arg-type] # a table


@pytest.mark.parametrize(
    ("reason", "name", "said"),
    [
        ("empty", "title", "   "),
        ("too_long", "title", "x" * 151),
        ("too_long", "title", "😀" * 76),
        ("not_a_link", "join_url", "example.org/rum"),
        ("not_a_link", "join_url", "javascript:alert(1)"),
        ("choose", "form", "på plats"),
        ("number", "seats", "några stycken"),
        ("number", "seats", "0"),
        ("number", "seats", "10 juni"),
        ("number", "seats", "Folkets Hus, Storgatan 14, Bergsby"),
        ("number", "seats", "100001"),
        ("not_understood", "day", "snart"),
        ("not_understood", "start", "sent"),
        ("no_such_time", "start", "kl 25"),
        ("no_such_time", "start", "25:00"),
        ("no_such_date", "day", "30 februari"),
        ("no_such_date", "day", "29 februari 2027"),
        ("weekday_disagrees", "day", "fredag 5 december"),
        ("in_the_past", "day", "2026-11-01"),
    ],
)
def test_what_cannot_be_taken_has_a_reason(reason: str, name: str, said: str) -> None:
    """Nothing is guessed: a wrong date, clock, number, link or length is asked about again."""
    given = draft(start=time(10))

    outcome = understood(name, said, given)

    assert isinstance(outcome, Unclear)
    assert reason == outcome.reason


@pytest.mark.parametrize("said", ["x" * 150, "😀" * 75])
def test_the_longest_title_is_a_title(said: str) -> None:
    """As long as Telegram counts it, not a character less."""
    assert Understood(said) == understood("title", said)


@pytest.mark.parametrize(
    ("expected", "name", "said", "facts"),
    [
        (Unclear("in_the_past"), "day", "2026-11-01", {"start": time(10)}),
        (Unclear("in_the_past"), "start", "08:30", {"day": date(2026, 11, 2)}),
        (Unclear("end_before_start"), "end", "09:30", COMPOSED),
        (Unclear("after_the_meeting"), "closes_on", "2026-12-06", COMPOSED),
        (Unclear("deadline_passed"), "closes_on", "2026-11-01", COMPOSED),
        (Unclear("no_such_time", ("01:30:00", "03:30:00")), "start", "02:30", {"day": SPRING}),
        (
            Unclear("no_such_time", ("01:45:00", "03:45:00")),
            "end",
            "02:45",
            {"day": SPRING, "start": time(1)},
        ),
        (Unclear("no_such_time"), "day", "2027-03-28", {"start": time(2, 30)}),
        # A clash with another fact is that fact's question, later.
        (Understood(date(2026, 11, 20)), "day", "2026-11-20", {"closes_on": date(2026, 11, 27)}),
        (Understood(time(15)), "start", "15:00", COMPOSED | {"end": time(14)}),
        (Understood("Sal 2"), "place", "Sal 2", COMPOSED | {"end": time(9)}),
    ],
)
def test_an_answer_that_clashes_is_refused_with_proposals_d2(
    expected: answers.Outcome, name: str, said: str, facts: dict[str, object]
) -> None:
    """The hour that summer time skips is refused, with the hours on either side to tap."""
    assert expected == understood(name, said, draft(**facts))


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (SATURDAY, "d0"),
        (date(2026, 12, 4), "d1"),
        (date(2026, 11, 28), "d7"),
        (date(2026, 11, 21), "d14"),
        (date(2026, 11, 28), "en vecka före"),
    ],
)
def test_a_last_day_can_be_counted_from_the_meeting(expected: date, said: str) -> None:
    """Tapped or typed."""
    assert Understood(expected) == understood("closes_on", said, draft(**COMPOSED))


def test_a_day_cannot_be_counted_from_a_meeting_without_one() -> None:
    """A forged tap finds no day to count from."""
    assert isinstance(understood("closes_on", "d7"), Unclear)


def test_an_answer_is_relative_to_what_stands() -> None:
    """Thursday means the Thursday of the meeting's own week, an hour later its own hour."""
    standing = meeting(end=None)

    assert Understood(date(2026, 12, 3)) == understood("day", "torsdag i stället", standing)
    assert Understood(time(11)) == understood("start", "en timme senare", standing)


def test_two_readings_are_both_offered() -> None:
    """Seven may be morning or evening, and Friday this week or the one before the meeting."""
    fridays = ("2026-12-04", "2026-11-06")

    assert Unclear("two_candidates", ("19:00:00", "07:00:00")) == understood("start", "7")
    assert Unclear("two_candidates", fridays) == (
        understood("closes_on", "fredag", draft(**COMPOSED))
    )


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        (("d0", "d1", "d7", "d14"), COMPOSED),
        (("d0", "d1", "d7"), {"day": date(2026, 11, 9), "start": time(10)}),
        (("d0", "d1"), {"day": date(2026, 11, 3), "start": time(10)}),
        (("d0",), {"day": date(2026, 11, 2), "start": time(10)}),
        ((), {"day": SATURDAY}),
        ((), {"start": time(10)}),
    ],
)
def test_only_last_days_that_can_be_are_offered(
    expected: tuple[str, ...], facts: dict[str, object]
) -> None:
    """A day that has passed is no choice."""
    assert expected == answers.closing_days(draft(**facts), NOW, STOCKHOLM)
