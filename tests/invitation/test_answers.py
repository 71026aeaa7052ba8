"""One short answer to one question, as people type it while a meeting is composed."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.invitation import answers
from bot.invitation.invitation import Certainty, Reason

WEDNESDAY = date(2027, 2, 10)
SATURDAY = date(2027, 3, 13)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("torsdag i stället", date(2027, 3, 11)),
        ("på torsdag", date(2027, 3, 11)),
        ("den 5:e", date(2027, 3, 5)),
        ("5", date(2027, 3, 5)),
        ("5/3", date(2027, 3, 5)),
        ("Lördag 20 mars!", date(2027, 3, 20)),
        ("i morgon", date(2027, 2, 11)),
        ("en vecka senare", date(2027, 3, 20)),
        ("två dagar tidigare", date(2027, 3, 11)),
        ("tisdag v 11", date(2027, 3, 16)),
        ("inte den 13 mars utan den 20 mars", date(2027, 3, 20)),
        ("flytta från den 13 mars till den 14 mars", date(2027, 3, 14)),
        ("2027-03-05", date(2027, 3, 5)),
    ],
)
def test_a_day_is_heard_beside_the_day_that_stands(said: str, day: date) -> None:
    """A weekday is that of the standing week, a number that of the standing month."""
    finding = answers.read_day(said, WEDNESDAY, SATURDAY)

    assert (day, True) == (finding.value, finding.is_sure)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("31 juni", Reason.NO_SUCH_DATE),
        ("torsdag 5 mars", Reason.WEEKDAY_DISAGREES),
        ("nästa torsdag", Reason.TWO_CANDIDATES),
        ("2027-01-05", Reason.IN_THE_PAST),
        ("vecka 11", Reason.WEEK_WITHOUT_DAY),
        ("den 31", Reason.NO_SUCH_DATE),
    ],
)
def test_a_day_that_cannot_be_known_is_asked_about_again(said: str, reason: Reason) -> None:
    """An answer gets no more trust than an invitation."""
    standing = date(2027, 4, 13)

    finding = answers.read_day(said, WEDNESDAY, standing)

    assert (Certainty.DOUBT, reason) == (finding.certainty, finding.reason)


def test_a_day_of_the_month_without_a_standing_day_is_the_next_one() -> None:
    """'Den 5:e' on the tenth is the fifth of the month to come."""
    assert date(2027, 3, 5) == answers.read_day("5", WEDNESDAY).value


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("byt till 17.30", time(17, 30)),
        ("halv sju", time(18, 30)),
        ("kl 7", time(19)),
        ("sju", time(19)),
        ("18", time(18)),
        ("1730", time(17, 30)),
        ("18:00", time(18)),
        ("en timme senare", time(19)),
        ("en halvtimme tidigare", time(17, 30)),
        ("kvart i åtta", time(19, 45)),
        ("nio på morgonen", time(9)),
        ("till 19.00 i stället", time(19)),
        ("inte 18 utan 17.30", time(17, 30)),
    ],
)
def test_an_hour_is_heard_near_the_hour_that_stands(said: str, clock: time) -> None:
    """'Sju' beside an evening meeting is seven in the evening."""
    assert clock == answers.read_clock(said, time(18)).value


@pytest.mark.parametrize("said", ["25", "kl 25.00", "48"])
def test_an_hour_that_does_not_exist_is_asked_about_again(said: str) -> None:
    """The day has twenty-four hours."""
    assert Reason.NO_SUCH_TIME is answers.read_clock(said).reason


def test_an_hour_of_which_nothing_stands_may_be_either_half_of_the_day() -> None:
    """'Kl 7' with nothing to lean on is a question."""
    assert (time(19), time(7)) == answers.read_clock("kl 7").options


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("18-20", time(18), time(20)),
        ("17.30–20", time(17, 30), time(20)),
        ("från sju till nio", time(19), time(21)),
        ("mellan 10 och 14", time(10), time(14)),
        ("halv sju till nio", time(18, 30), time(21)),
        ("kl 9 till 12", time(9), time(12)),
        ("18", time(18), None),
    ],
)
def test_a_start_and_an_end_are_heard_together(said: str, start: time, end: time | None) -> None:
    """One answer may hold both."""
    first, last = answers.read_span(said)

    assert (start, end) == (first.value, last.value)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("en vecka före", date(2027, 3, 6)),
        ("senast tre dagar innan", date(2027, 3, 10)),
        ("dagen före", date(2027, 3, 12)),
        ("fem arbetsdagar före", date(2027, 3, 8)),
        ("5 mars", date(2027, 3, 5)),
        ("6", date(2027, 3, 6)),
    ],
)
def test_a_last_day_may_be_counted_from_the_meeting(said: str, day: date) -> None:
    """'En vecka före' needs no calendar from the one who says it."""
    assert day == answers.read_deadline(said, WEDNESDAY, SATURDAY).value


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("20 mars", Reason.AFTER_THE_MEETING),
        ("före 5 mars", Reason.TWO_CANDIDATES),
        ("fredag", Reason.TWO_CANDIDATES),
    ],
)
def test_a_last_day_that_may_be_two_is_asked_about_again(said: str, reason: Reason) -> None:
    """Before the fifth may or may not include it."""
    assert reason is answers.read_deadline(said, WEDNESDAY, SATURDAY).reason


@pytest.mark.parametrize(
    ("said", "number"),
    [("25", 25), ("tjugofem", 25), ("max 30 personer", 30), ("två", 2), ("inga alls", None)],
)
def test_a_number_is_heard_in_digits_or_words(said: str, number: int | None) -> None:
    """People write 'två' as often as '2'."""
    assert number == answers.read_number(said).value
