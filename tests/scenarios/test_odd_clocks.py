"""A machine whose clock is set forward or back: nobody hears anything twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.simulator.cast import Player
from tests.town import Town, comes


def _said(town: Town, player: Player, words: str) -> int:
    texts = town.telegram.chat(player.user).messages.values()
    return sum(one.from_bot and words in one.text for one in texts)


def _is_set(town: Town, length: timedelta) -> None:
    town.clock.sets_wall(length)
    town.settle()


@pytest.mark.parametrize("length", [timedelta(hours=1), timedelta(days=1)])
def test_a_clock_that_ran_ahead_and_came_back_tells_nothing_twice_d4(
    town: Town, length: timedelta
) -> None:
    """What went out too early cannot be called back, and does not go out again."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    town.arrives(date(2026, 12, 4), "16:30")

    _is_set(town, length)
    _is_set(town, -length)
    town.arrives(date(2026, 12, 9), "12:00")

    assert 1 == _said(town, sara, "Vi ses")
    assert 1 == _said(town, sara, "Tack för att du var med")


@pytest.mark.parametrize("length", [timedelta(hours=1), timedelta(days=1)])
def test_a_clock_set_back_after_the_reminder_tells_nothing_twice_d5(
    town: Town, length: timedelta
) -> None:
    """The occasion is remembered, whatever hour it seems to be."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    town.arrives(date(2026, 12, 4), "17:05")
    assert 1 == _said(town, sara, "Vi ses")

    _is_set(town, -length)
    town.arrives(date(2026, 12, 9), "12:00")

    assert 1 == _said(town, sara, "Vi ses")
    assert 1 == _said(town, sara, "Tack för att du var med")
