"""How points are moved and nested, and what in an agenda cannot be."""

from __future__ import annotations

from datetime import time

import pytest

from bot.records.agenda import AgendaItem
from bot.rules import agenda
from bot.rules.agenda import Doubt
from tests.rules.facts import meeting


def points(*depths: int) -> list[AgendaItem]:
    """Give points numbered from 1, with these depths."""
    return [
        AgendaItem(id=n, meeting_id=7, position=n, depth=depth, title=f"Punkt {n}")
        for n, depth in enumerate(depths, 1)
    ]


@pytest.mark.parametrize(
    ("expected", "depths", "row", "up"),
    [
        ([(3, 0), (1, 0), (2, 1)], (0, 1, 0), 3, True),
        ([(3, 0), (1, 0), (2, 1)], (0, 1, 0), 1, False),
        ([(1, 0), (3, 1), (2, 1)], (0, 1, 1), 3, True),
        ([(1, 0), (2, 1), (3, 1)], (0, 1, 1), 2, True),
        ([(1, 0), (2, 0)], (0, 0), 1, True),
        ([(1, 0), (2, 0)], (0, 0), 2, False),
        ([(1, 0), (2, 0)], (0, 0), 9, True),
    ],
)
def test_a_main_point_takes_those_under_it_along(
    expected: agenda.Order,
    depths: tuple[int, ...],
    row: int,
    up: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    """And a sub-point stays under its own."""
    assert expected == agenda.moved(points(*depths), row, up=up)


def test_a_point_goes_under_the_one_above_and_out_again() -> None:
    """The first has nothing above it."""
    assert [(1, 0), (2, 1)] == agenda.nested(points(0, 0), 2)
    assert [(1, 0), (2, 0)] == agenda.nested(points(0, 1), 2)
    assert [(1, 0), (2, 0)] == agenda.nested(points(0, 0), 1)


def test_what_stood_under_a_removed_point_stays() -> None:
    """Under the one above, or as a point of its own."""
    assert [(1, 0), (3, 1)] == agenda.without(points(0, 0, 1), 2)
    assert [(2, 0)] == agenda.without(points(0, 1), 1)
    assert [(1, 0)] == agenda._order(agenda._blocks(points(1))[0])  # noqa: SLF001 - a lone sub-point


@pytest.mark.parametrize(
    ("expected", "clocks", "facts"),
    [
        ([], (time(10), None, time(13, 59)), {}),
        ([(Doubt.EARLY, 1)], (time(9, 59), time(11)), {}),
        ([(Doubt.LATE, 2)], (time(10), time(14)), {}),
        ([(Doubt.BACKWARDS, 2)], (time(12), time(11)), {}),
        ([], (time(12), time(15)), {"end": None}),
        ([], (time(23), time(0, 30)), {"start": time(22), "end": time(1)}),
        ([], (time(9),), {"start": None}),
        ([], (time(9, 30),), {"doors": "kaffe från 9.30"}),
        ([(Doubt.EARLY, 1)], (time(9),), {"doors": "09.30"}),
    ],
)
def test_clocks_are_held_against_the_meeting_and_each_other(
    expected: list[tuple[Doubt, int]], clocks: tuple[time | None, ...], facts: dict[str, object]
) -> None:
    """Coffee may be served from when the doors open.

    A meeting over midnight, or without hours, has no clock that is surely wrong.
    """
    listed = points(*(0 for _ in clocks))
    for one, clock in zip(listed, clocks, strict=True):
        one.at = clock

    found = agenda.doubts(listed, meeting(**facts))

    assert expected == [(doubt, one.id) for doubt, one in found]


def test_text_becomes_points_with_or_without_shape() -> None:
    """A line is a point; a clock and a speaker are read where they stand."""
    read = agenda.points("10.00 Välkomna – Anna Berg\n10.30 Kulturplanen", 7)

    assert [("Välkomna", time(10), "Anna Berg"), ("Kulturplanen", time(10, 30), "")] == [
        (one.title, one.at, one.speaker) for one in read
    ]
    assert ["Hej"] == [one.title for one in agenda.points("Hej", 7)]
