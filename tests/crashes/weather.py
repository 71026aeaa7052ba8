"""Plays a story under a Telegram that is unfair by chance, and judges how it ends."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.crashes.building import Builder, Play
from tests.crashes.endings import Ending
from tests.crashes.fate import Fate
from tests.crashes.judging import Verdict, judge, told
from tests.crashes.sweep import Matrix


def weather(name: str, play: Play, folder: Path, seeds: Iterable[int]) -> Matrix:
    """Play the story in a fair world, and then with each of these lucks."""
    clean = Builder(folder / "clean", Fate(), looks=True)
    play(clean)
    wanted = clean.endings()
    clean.ends()
    lives = [Builder(folder / f"seed-{one}", Fate(), looks=False, seed=one) for one in seeds]
    verdicts = [_verdict(number, play, life, wanted) for number, life in enumerate(lives, 1)]
    lost = sum(len(town.lost) for life in lives for town in life.towns)
    return Matrix(f"{name} unfair", lost, verdicts)


def _verdict(number: int, play: Play, life: Builder, wanted: Sequence[Ending]) -> Verdict:
    verdict = Verdict(number, ["of nothing"])
    try:
        play(life)
        for should, did, town in zip(wanted, life.endings(), life.towns, strict=True):
            judge(verdict, should, did, town)
    except Exception:  # noqa: BLE001  (told as a fault, beside the others)
        verdict.uncertain = sum(map(told, life.towns))
        if not verdict.uncertain:
            verdict.faults.append(traceback.format_exc()[-3000:])
    life.ends()
    return verdict
