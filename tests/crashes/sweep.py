"""Plays a story once for each step at which its process may die, and judges every ending.

The story is played in one process; at each chosen step it is forked, and in the child the bot
dies there and is started anew. So a child costs only what is left of the story.
"""

from __future__ import annotations

import json
import os
import select
import signal
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NoReturn, TypeAlias

from tests.crashes.endings import Ending, ending, same_chat, same_rows
from tests.crashes.fate import Died, Fate
from tests.crashes.mortal import MortalTown

Play: TypeAlias = Callable[[MortalTown], None]
"""A story; it may be played any number of times in towns of its own."""

_PATIENCE = 60
"""Real seconds for what is left of a story."""
_AT_ONCE = max(1, min(4, os.cpu_count() or 1))


@dataclass(slots=True)
class Verdict:
    """How it went when the process died at one step, and perhaps at a later one too."""

    step: int
    died: list[str]
    faults: list[str] = field(default_factory=list)
    extra: int = 0
    uncertain: int = 0

    def __str__(self) -> str:
        died = " and ".join(self.died)
        return f"step {self.step}, dead {died}: {'; '.join(self.faults) or 'ok'}"


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


def sweep(play: Play, folder: Path, deaths: Deaths) -> Matrix:
    """Play the story unharmed, and then with a death at each chosen step."""
    (folder / "clean").mkdir()
    clean = MortalTown(folder / "clean", Fate(), looks=True)
    play(clean)
    wanted = ending(clean.store, clean.telegram)
    clean.close()
    steps = clean.fate.steps
    judge = _Judge(wanted, Fork(frozenset(deaths.at(steps)), deaths))
    return Matrix(play.__name__, len(steps), judge.plays(play, folder))


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
    """Knows how it should end."""

    wanted: Ending
    fork: Fork

    def plays(self, play: Play, folder: Path) -> list[Verdict]:
        """Play the story and all its deaths; the run without any must end as the first did."""
        (folder / "life").mkdir()
        town = MortalTown(folder / "life", Fate(self.fork), looks=False)
        self.fork.keep = town.keeps
        verdict = self._judges(play, town)
        if self.fork.is_child:
            town.clears()
            self.fork.tells(verdict)
        town.close()
        return [*self.fork.hears_all(), *([verdict] if verdict.faults else [])]

    def _judges(self, play: Play, town: MortalTown) -> Verdict:
        try:
            play(town)
            return self._verdict(town)
        except BaseException:  # noqa: BLE001  (a child must never go on as if it were pytest)
            uncertain = len(_uncertain(town))
            # Twice on the wire and twice dead: a person is told, and has to go on from there.
            is_told = uncertain and len(town.left) > 1
            faults = [] if is_told else [traceback.format_exc()[-3000:]]
            return Verdict(self.fork.born_at, town.fate.ended_at, faults, 0, uncertain)

    def _verdict(self, town: MortalTown) -> Verdict:
        verdict = Verdict(self.fork.born_at, town.fate.ended_at)
        unsure = _uncertain(town)
        verdict.uncertain = len(unsure)
        left = ending(town.store, town.telegram)
        wire = Counter(row[0] for rows in town.left for row in rows if _sends(str(row[1])))
        for chat_id, clean in self.wanted.chats.items():
            compared = same_chat(clean, left.chats[chat_id])
            verdict.extra += compared.extra
            if compared.fault and chat_id not in unsure:
                verdict.faults.append(compared.fault)
            if compared.extra > (0 if chat_id < 0 else wire[chat_id]):
                verdict.faults.append(f"{compared.extra} extra copies to {chat_id}")
        if not unsure and not town.has_asked:
            verdict.faults += same_rows(self.wanted, left)
        return verdict


def _sends(method: str) -> bool:
    return method.startswith("send")


def _uncertain(town: MortalTown) -> set[int]:
    """Chats with a message of which nobody knows: two deaths on its way, or one to a group."""
    asked = "SELECT chat_id FROM outgoing WHERE status = 'uncertain'"
    try:
        with town.store.reading() as session:
            return {int(row[0]) for row in session.connection().exec_driver_sql(asked)}
    except (Exception, Died):  # noqa: BLE001  (then it cannot excuse anything)
        return set()
