"""Plays a story once for each step at which its process may die, and judges every ending.

The story is played in one process; at each chosen step it is forked, and in the child the bot
dies there and is started anew. So a child costs only what is left of the story.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from tests.crashes import typesetting
from tests.crashes.building import Builder, Play
from tests.crashes.endings import Ending
from tests.crashes.fate import Fate
from tests.crashes.judging import Verdict, judge, told

_PATIENCE = 60
"""Real seconds for what is left of a story."""
_AT_ONCE = max(1, min(4, os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Matrix:
    """One story, how many steps it has, and the verdict for each step that was tried."""

    name: str
    steps: int
    verdicts: list[Verdict]

    @property
    def failed(self) -> list[Verdict]:
        """The steps at which something went wrong."""
        return [one for one in self.verdicts if one.faults]

    def __str__(self) -> str:
        counted = Counter(
            "failed" if one.faults else "uncertain" if one.uncertain else "ok"
            for one in self.verdicts
        )
        extra = sum(one.extra for one in self.verdicts)
        return (
            f"{self.name:<28} {self.steps:5} steps {len(self.verdicts):5} deaths"
            f" {counted['ok']:5} ok {counted['failed']:3} failed"
            f" {counted['uncertain']:3} uncertain {extra:4} extra copies"
        )


@dataclass(frozen=True, slots=True)
class Deaths:
    """Where to die: the steps, and how many steps later once more (0 for never)."""

    at: Callable[[Sequence[str]], Collection[int]]
    again_after: Callable[[int], int] = lambda _: 0
    stop_at_failure: bool = False


def every(steps: Sequence[str]) -> Collection[int]:
    """Choose all steps."""
    return range(1, len(steps) + 1)


def named(words: str) -> Callable[[Sequence[str]], Collection[int]]:
    """Choose the steps whose name holds these words."""
    return lambda steps: [n for n, name in enumerate(steps, 1) if words in name]


def spread(wanted: int, start: float = 0.5) -> Callable[[Sequence[str]], Collection[int]]:
    """Choose so many steps, evenly; `start` from 0 to 1 moves them within their share."""

    def chosen(steps: Sequence[str]) -> Collection[int]:
        if len(steps) <= wanted:
            return every(steps)
        return {1 + int((n + start) * len(steps) / wanted) for n in range(wanted)}

    return chosen


def sweep(name: str, play: Play, folder: Path, deaths: Deaths) -> Matrix:
    """Play the story unharmed, and then with a death at each chosen step."""
    clean = Builder(folder / "clean", Fate(), looks=True)
    play(clean)
    wanted = clean.endings()
    clean.ends()
    steps = clean.fate.steps
    court = _Judge(wanted, Fork(frozenset(deaths.at(steps)), deaths))
    return Matrix(name, len(steps), court.plays(play, folder))


class Fork:
    """Splits the process at the chosen steps. In the child the bot dies, in the parent it lives."""

    def __init__(self, at: Collection[int], deaths: Deaths) -> None:
        """Split at these steps."""
        self.at, self.deaths = at, deaths
        self.is_child = False
        self.born_at = 0
        self.verdicts: list[Verdict] = []
        self.keep: Callable[[], None] = lambda: None
        self._second = 0
        self._tell = -1
        self._children: dict[int, tuple[int, int]] = {}

    def __call__(self, step: int) -> bool:
        """Whether the bot dies at this step, in this process."""
        if self.is_child:
            return step == self._second
        if step not in self.at or (self.deaths.stop_at_failure and self.has_failed()):
            return False
        if len(self._children) >= _AT_ONCE:
            self._hear()
        return self._split(step)

    def has_failed(self) -> bool:
        """Whether any child has told of a fault."""
        return any(one.faults for one in self.verdicts)

    def _split(self, step: int) -> bool:
        # Before the split, since the parent writes on at once.
        self.keep()
        hears, tells = os.pipe()
        with warnings.catch_warnings():
            # Newer Pythons warn of threads; those that an earlier test left hold nothing of ours.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if pid:
            os.close(tells)
            self._children[hears] = (pid, step)
            return False
        self.is_child, self.born_at, self._tell = True, step, tells
        sys.modules["typst"] = typesetting
        later = self.deaths.again_after(step)
        self._second = step + later if later else 0
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_PATIENCE)
        return True

    def tells(self, verdict: Verdict) -> NoReturn:
        """Tell the parent and end this process, without a word to anyone else."""
        left = json.dumps(asdict(verdict)).encode()
        while left:
            left = left[os.write(self._tell, left) :]
        os._exit(0)

    def hears_all(self) -> list[Verdict]:
        """Wait for every child, and give what they told, in the order of the steps."""
        while self._children:
            self._hear()
        return sorted(self.verdicts, key=lambda one: one.step)

    def _hear(self) -> None:
        ready, _, _ = select.select(list(self._children), [], [])
        for pipe in ready:
            pid, step = self._children.pop(pipe)
            with os.fdopen(pipe, "rb") as told:
                words = told.read()
            os.waitpid(pid, 0)
            silent = Verdict(step, ["at this step"], [f"nothing told within {_PATIENCE} s"])
            self.verdicts.append(Verdict(**json.loads(words)) if words else silent)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Knows how it should end, in each town that the story builds."""

    wanted: Sequence[Ending]
    fork: Fork

    def plays(self, play: Play, folder: Path) -> list[Verdict]:
        """Play the story and all its deaths; the run without any must end as the first did."""
        builder = Builder(folder / "life", Fate(self.fork), looks=False)
        self.fork.keep = builder.fate.keep
        verdict = self._judges(play, builder)
        if self.fork.is_child:
            builder.clears()
            self.fork.tells(verdict)
        builder.ends()
        return [*self.fork.hears_all(), *([verdict] if verdict.faults else [])]

    def _judges(self, play: Play, builder: Builder) -> Verdict:
        try:
            play(builder)
            return self._verdict(builder)
        except BaseException:  # noqa: BLE001  (a child must never go on as if it were pytest)
            excused = sum(map(told, builder.towns))
            faults = [] if excused else [traceback.format_exc()[-3000:]]
            return Verdict(self.fork.born_at, builder.fate.ended_at, faults, 0, excused)

    def _verdict(self, builder: Builder) -> Verdict:
        verdict = Verdict(self.fork.born_at, builder.fate.ended_at)
        if len(builder.towns) != len(self.wanted):
            verdict.faults.append(f"{len(builder.towns)} towns instead of {len(self.wanted)}")
        ends = zip(self.wanted, builder.endings(), builder.towns, strict=False)
        for wanted, left, town in ends:
            judge(verdict, wanted, left, town)
        return verdict
