"""Every story ends the same, whenever the process dies and however unfair Telegram is.

The stories are all the scenarios of the suite; a new one is here without being named. `make test`
tries a fixed share of them and of their steps, spread evenly; `make crash` tries all.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from tests.crashes import plays, repertory
from tests.crashes.building import in_a_town
from tests.crashes.conftest import Tally
from tests.crashes.repertory import Scenario
from tests.crashes.rig import is_whole
from tests.crashes.sweep import Deaths, Matrix, every, spread, sweep
from tests.crashes.weather import weather

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the matrix forks its process")

IS_WHOLE = is_whole()
SHARE = 24
"""Of so many scenarios one is replayed in `make test`, with so many deaths:"""
DEATHS = 3
SEEDS = 5 if IS_WHOLE else 1


def _number(scenario: Scenario) -> int:
    return zlib.crc32(str(scenario).encode())


ALL = repertory.scenarios()
CHOSEN = ALL if IS_WHOLE else [one for one in ALL if _number(one) % SHARE == 0]


def _shows(matrix: Matrix, tally: Tally) -> None:
    tally(str(matrix))
    assert not matrix.failed, "\n\n".join(str(one) for one in matrix.failed[:5])


def test_every_scenario_can_be_replayed() -> None:
    """Only those are left out that say why; a new one is replayed without being named."""
    found = {file.name for file in repertory.SCENARIOS.glob("test_*.py")}

    assert [] == repertory.beyond_us()
    assert {one.file for one in ALL} | set(repertory.LEFT_OUT) == found


@pytest.mark.parametrize("scenario", CHOSEN, ids=str)
def test_one_death_changes_no_ending_a1_a2_a3_a4_a5_a6(
    tmp_path: Path, scenario: Scenario, tally: Tally
) -> None:
    """Same rows, same chats; a copy only of what was on the wire, none lost, none to a group."""
    at = every if IS_WHOLE else spread(DEATHS, start=_number(scenario) % 97 / 97)

    _shows(sweep(str(scenario), scenario, tmp_path, Deaths(at)), tally)


@pytest.mark.parametrize("scenario", CHOSEN, ids=str)
def test_unfair_telegram_changes_no_ending_b1_b2_b3(
    tmp_path: Path, scenario: Scenario, tally: Tally
) -> None:
    """Answers that are lost, calls that are refused or slow: a copy of what was lost, no more."""
    seeds = range(_number(scenario), _number(scenario) + SEEDS)

    _shows(weather(str(scenario), scenario, tmp_path, seeds), tally)


@pytest.mark.parametrize("play", plays.PLAYS, ids=lambda play: play.__name__)
def test_two_deaths_in_a_row_lose_nothing_unseen_a1(
    tmp_path: Path, play: plays.Play, tally: Tally
) -> None:
    """Whoever dies again while recovering leaves at most a message marked as uncertain."""
    at = every if IS_WHOLE else spread(2, start=0.25)
    deaths = Deaths(at, again_after=lambda step: 1 + step % 11)

    _shows(sweep(f"{play.__name__} twice", in_a_town(play), tmp_path, deaths), tally)
