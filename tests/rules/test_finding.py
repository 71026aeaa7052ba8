"""Where a person finds which meeting."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.records.meeting import Meeting, Status
from bot.records.registration import Standing
from bot.rules import finding
from tests.rules.facts import STOCKHOLM

NOW = datetime(2026, 11, 16, 12, tzinfo=STOCKHOLM)


def meeting(number: int, day: date | None, status: Status = Status.ANNOUNCED) -> Meeting:
    """Give a meeting on a day, 10-14."""
    return Meeting(
        id=number,
        status=status,
        secret=str(number),
        day=day,
        start=time(10),
        end=time(14),
        created_by=1,
        created_at=NOW,
    )


TODAY = NOW.date()
YESTERDAY = TODAY.replace(day=TODAY.day - 1)
LATER = TODAY.replace(day=TODAY.day + 1)
MEETINGS = [
    meeting(1, LATER),
    meeting(2, TODAY),
    meeting(3, YESTERDAY),
    meeting(4, YESTERDAY.replace(month=YESTERDAY.month - 1)),
    meeting(5, LATER, Status.CANCELLED),
    meeting(6, YESTERDAY, Status.CANCELLED),
    meeting(7, None, Status.DRAFT),
    meeting(8, None),
]


def numbers(meetings: list[Meeting]) -> list[int]:
    """Name the meetings by their rows."""
    return [one.id for one in meetings]


def test_what_is_under_way_can_still_be_found() -> None:
    """One who is late looks for the address, so the next to begin stands first until it ends."""
    assert [8, 2, 1] == numbers(finding.coming(MEETINGS, NOW, STOCKHOLM))


def test_her_own_are_those_she_has_answered() -> None:
    """Also with a no, and also when cancelled; what has been is in another list."""
    standings = {1: Standing.DECLINED, 3: Standing.GOING, 5: Standing.GOING, 7: Standing.GOING}

    assert [1, 5] == numbers(finding.mine(MEETINGS, standings, NOW, STOCKHOLM))


def test_who_writes_that_she_comes_means_where_it_changes_something() -> None:
    """A seat that is held is only meant by a yes when there is nothing else to say it to."""
    listed = MEETINGS[:3]
    standings = {1: Standing.GOING, 3: Standing.DECLINED}

    assert [2, 3] == numbers(finding.meant(listed, standings, comes=True))
    assert [1] == numbers(finding.meant(listed[:1], standings, comes=True))
    assert [1, 2] == numbers(finding.meant(listed, standings, comes=False))
    assert [1] == numbers(finding.meant(listed[:1], {1: Standing.LAPSED}, comes=False))


def test_her_past_is_where_she_was_registered() -> None:
    """The latest first; a no, a reserve place and a cancelled meeting are nowhere one has been."""
    standings = dict.fromkeys((3, 4, 6, 1), Standing.GOING)
    absent = {3: Standing.DECLINED, 4: Standing.WAITING}

    assert [3, 4] == numbers(finding.past(MEETINGS, [], standings, NOW, STOCKHOLM))
    assert [] == finding.past(MEETINGS, [], absent, NOW, STOCKHOLM)


def test_what_has_minutes_is_found_by_everyone() -> None:
    """Also by one who was not there, and once by one who was."""
    held = [one for one in MEETINGS if one.id == 3]

    assert [3] == numbers(finding.past([], held, {}, NOW, STOCKHOLM))
    assert [3] == numbers(finding.past(held, held, {3: Standing.GOING}, NOW, STOCKHOLM))
    assert [3, 4] == numbers(finding.held(MEETINGS, NOW, STOCKHOLM))


@pytest.mark.parametrize(
    ("expected", "count", "wanted"),
    [
        (([0, 1, 2], 1, 3), 7, 1),
        (([3, 4, 5], 2, 3), 7, 2),
        (([6], 3, 3), 7, 3),
        (([6], 3, 3), 7, 9),
        (([0, 1, 2], 1, 3), 7, 0),
        (([], 1, 1), 0, 4),
    ],
)
def test_a_page_that_is_not_there_becomes_the_nearest(
    expected: tuple[list[int], int, int], count: int, wanted: int
) -> None:
    """Lists grow and shrink between two taps."""
    page = finding.page([meeting(n, LATER) for n in range(count)], wanted, 3)

    assert expected == (numbers(page.items), page.number, page.of)


@pytest.mark.parametrize(
    ("expected", "words"),
    [(True, ""), (True, "DIALOG östersund"), (True, " ax "), (False, "dialog umeå")],
)
def test_every_word_must_fit(expected: bool, words: str) -> None:  # noqa: FBT001 - a table
    """Title, place and hosts are what people know a meeting by."""
    one = meeting(1, LATER)
    one.title, one.place, one.hosts = "Dialogträff", "Teatern, Östersund", "Ax"

    assert expected is finding.fits(one, words)
