"""How long it is until a meeting, as people count."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.records.meeting import Meeting
from bot.rules.countdown import Ahead, Countdown, Ended, Tomorrow, UnderWay, countdown
from bot.words.calendar import Words
from bot.words.views import countdown as views
from tests.rules.facts import STOCKHOLM


def meeting(day: date | None = date(2026, 12, 5), start: time = time(10)) -> Meeting:
    """Give a meeting that ends at two."""
    made = datetime(2026, 11, 2, 9, tzinfo=STOCKHOLM)
    own = {"secret": "x", "created_by": 1, "created_at": made}
    return Meeting.model_validate({**own, "day": day, "start": start, "end": time(14)})


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        (Ahead("days", 33), "2026-11-02 09:00"),
        (Ahead("days", 2), "2026-12-03 23:59"),
        (Tomorrow(), "2026-12-04 00:00"),
        (Tomorrow(), "2026-12-04 23:59"),
        (Ahead("hours", 10), "2026-12-05 00:00"),
        (Ahead("hours", 2), "2026-12-05 08:29"),
        (Ahead("hours", 1), "2026-12-05 09:00"),
        (Ahead("minutes", 59), "2026-12-05 09:01"),
        (Ahead("minutes", 1), "2026-12-05 09:59"),
        (UnderWay(), "2026-12-05 10:00"),
        (UnderWay(), "2026-12-05 13:59"),
        (Ended(), "2026-12-05 14:00"),
    ],
)
def test_it_is_counted_as_people_count(expected: Countdown, now: str) -> None:
    """Days on the wall, hours and minutes by the watch, and tomorrow by its name."""
    moment = datetime.fromisoformat(now).replace(tzinfo=STOCKHOLM)

    assert expected == countdown(meeting(), moment, STOCKHOLM)


def test_half_past_midnight_is_not_tomorrow_at_eleven_in_the_evening() -> None:
    """What begins within six hours is hours away, whatever the calendar says."""
    late = datetime(2026, 12, 4, 23, 30, tzinfo=STOCKHOLM)

    assert Ahead("hours", 1) == countdown(meeting(start=time(0, 30)), late, STOCKHOLM)


def test_an_hour_is_an_hour_when_the_clock_is_moved_d1() -> None:
    """The night that summer time ends is an hour longer."""
    night = datetime(2026, 10, 25, 0, tzinfo=STOCKHOLM)

    assert Ahead("hours", 5) == countdown(meeting(date(2026, 10, 25), time(4)), night, STOCKHOLM)


def test_without_a_day_there_is_nothing_to_count() -> None:
    """A draft has no countdown."""
    assert countdown(meeting(None), datetime(2026, 12, 1, tzinfo=STOCKHOLM), STOCKHOLM) is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ["om en timme", "om två timmar", "om tolv dagar", "om 13 dagar", "om en minut"]),
        ("en", ["in one hour", "in two hours", "in twelve days", "in 13 days", "in one minute"]),
        (
            "fi",
            [
                "yhden tunnin kuluttua",
                "kahden tunnin kuluttua",
                "kahdentoista päivän kuluttua",
                "13 päivän kuluttua",
                "yhden minuutin kuluttua",
            ],
        ),
    ],
)
def test_every_language_counts_in_its_own_way_f19(language: str, expected: list[str]) -> None:
    """Numbers in letters up to twelve, in the form that the sentence needs."""
    w = Words(language, STOCKHOLM)
    left = [Ahead("hours", 1), Ahead("hours", 2), Ahead("days", 12), Ahead("days", 13)]

    said = [views.countdown(w, one) for one in [*left, Ahead("minutes", 1)]]

    assert all(part in whole for part, whole in zip(expected, said, strict=True)), said
