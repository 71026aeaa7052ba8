"""Every story ends the same, whenever the process dies.

`make test` tries a fixed share of the steps, spread evenly; `make crash` tries them all.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.crashes import plays
from tests.crashes.sweep import Deaths, Matrix, Play, every, spread, sweep

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the matrix forks its process")

IS_WHOLE = os.environ.get("SAMKLANG_CRASHES") == "all"
SHARE = 7
"""Deaths for each short story in `make test`, each followed by another one in every third."""
SHARE_OF_THE_STORY = 14


def _deaths(share: int) -> Deaths:
    return Deaths(every if IS_WHOLE else spread(share))


def _shows(matrix: Matrix) -> None:
    print(matrix)  # noqa: T201  (pytest shows it with -s, as `make crash` does)
    assert matrix.verdicts
    assert not matrix.failed, "\n\n".join(str(one) for one in matrix.failed[:5])


@pytest.mark.parametrize("play", plays.PLAYS, ids=lambda play: play.__name__)
def test_one_death_changes_no_ending_a1_a2_a3_a4_a5_a6(tmp_path: Path, play: Play) -> None:
    """Same rows, same chats; a copy only of what was on the wire, none lost, none to a group."""
    _shows(sweep(play, tmp_path, _deaths(SHARE)))


def test_the_whole_story_survives_a_death_a1_a2_a3_a4_a5_a6(tmp_path: Path) -> None:
    """The story people are shown ends the same too."""
    _shows(sweep(plays.whole_story, tmp_path, _deaths(SHARE_OF_THE_STORY)))


@pytest.mark.parametrize("play", plays.PLAYS, ids=lambda play: play.__name__)
def test_two_deaths_in_a_row_lose_nothing_unseen_a1(tmp_path: Path, play: Play) -> None:
    """Whoever dies again while recovering leaves at most a message marked as uncertain."""
    at = every if IS_WHOLE else spread(2, start=0.25)

    _shows(sweep(play, tmp_path, Deaths(at, again_after=lambda step: 1 + step % 11)))
