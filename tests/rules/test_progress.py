"""How far a message to many has come, and how often it is worth counting."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.rules import progress
from bot.rules.progress import Obstacle, Progress


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("blocked: Forbidden: bot was blocked by the user", Obstacle.BLOCKED),
        ("gone: Forbidden: user is deactivated", Obstacle.GONE),
        ("unknown: Forbidden: bot can't initiate conversation", Obstacle.UNKNOWN),
        ("stale", Obstacle.STALE),
        ("BadRequest: message is too long", Obstacle.REFUSED),
        ("", Obstacle.REFUSED),
    ],
)
def test_the_first_word_tells_why(error: str, expected: Obstacle) -> None:
    """What says nothing we know was refused."""
    assert expected == progress.obstacle(error)


def test_everyone_is_counted_once() -> None:
    """Sent, waiting, in doubt and lost add up to all."""
    found = Progress(sent=5, left=4, uncertain=3, blocked=1, gone=1, unknown=1, stale=1, refused=1)

    assert (5, 17) == (found.lost, found.total)


@pytest.mark.parametrize(
    ("total", "has_moved", "expected"),
    [(43, True, 3), (43, False, 30), (900, True, 3), (100_000, True, 300), (100_000, False, 300)],
)
def test_a_receipt_is_looked_at_often_while_it_moves(
    total: int, *, has_moved: bool, expected: int
) -> None:
    """Every third second, more rarely while nothing happens or when counting takes its time."""
    assert timedelta(seconds=expected) == progress.next_look(
        Progress(left=total), has_moved=has_moved
    )
