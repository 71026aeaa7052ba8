"""Says what a list of associations would change in the register. Writes nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.importing import Entry, Field, folded

ALIKE = 88
"""Likeness, of 100, from which two spellings may be the same association (tried on real names)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One association as the register has it."""

    id: int
    name: str
    texts: Mapping[Field, str]
    lists: Mapping[Field, tuple[str, ...]]

    @property
    def keys(self) -> frozenset[str]:
        """Every name it is known by, folded."""
        return frozenset(map(folded, (self.name, *self.lists.get(Field.ALIASES, ()))))


class Verdict(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Change:
    """What a box says now, and what the list says; of several words, only those that are new."""

    field: Field
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A row, what it would do, and to which association; `twin` is an earlier row just like it."""

    entry: Entry
    verdict: Verdict
    standing: Standing | None = None
    changes: tuple[Change, ...] = ()
    twin: int | None = None


def compare(
    listed: Sequence[Entry],
    register: Sequence[Standing],
    near: Mapping[int, int | None] | None = None,
) -> list[Finding]:
    """Say of every row what it would do: new, changed, the same, or for a person to decide.

    A name or alias that is spelled alike is the same association. One that is only much like
    another is doubtful, and so is a name that the list holds twice. `near` holds what an earlier
    look found the doubtful rows to be like, by row; then no spelling is searched for again.
    """
    known = {key: one for one in register for key in one.keys}
    if near is None:
        look: _Look = _Spellings(known).nearest
    else:
        by_id = {one.id: one for one in register}
        look = _remembered(near, by_id)
    seen: dict[str, int] = {}
    return [_finding(entry, known, look, seen) for entry in listed]


_Look = Callable[[Entry, str], Standing | None]


def _remembered(near: Mapping[int, int | None], by_id: Mapping[int, Standing]) -> _Look:
    return lambda entry, _key: by_id.get(near.get(entry.row) or 0)


def _finding(
    entry: Entry, known: Mapping[str, Standing], look: _Look, seen: dict[str, int]
) -> Finding:
    key = folded(entry.name)
    twin = seen.setdefault(key, entry.row)
    if twin != entry.row:
        return Finding(entry, Verdict.DOUBTFUL, known.get(key), twin=twin)
    if key in known:
        changes = differences(entry, known[key])
        return Finding(entry, Verdict.CHANGED if changes else Verdict.SAME, known[key], changes)
    if near := look(entry, key):
        return Finding(entry, Verdict.DOUBTFUL, near, differences(entry, near))
    return Finding(entry, Verdict.NEW)


class _Spellings:
    """Every name of the register, its words in order of letters, to find one much like it."""

    def __init__(self, known: Mapping[str, Standing]) -> None:
        self._known = known
        self._sorted = {_in_order(key): one for key, one in known.items()}
        self._names = sorted(self._sorted, key=len)

    def nearest(self, entry: Entry, key: str) -> Standing | None:
        """Find one that the list gives another name of, or whose name is much like this."""
        for alias in map(folded, entry.lists.get(Field.ALIASES, ())):
            if alias in self._known:
                return self._known[alias]
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - four megabytes few turns need

        wanted = _in_order(key)
        near = self._about_as_long(len(wanted))
        found = process.extractOne(wanted, near, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return self._sorted[found[0]] if found else None

    def _about_as_long(self, length: int) -> list[str]:
        """Leave out the names whose length alone makes them unlike: what differs has to fit."""
        shortest = -(-length * ALIKE // (200 - ALIKE))
        longest = length * (200 - ALIKE) // ALIKE
        begins = bisect_left(self._names, shortest, key=len)
        return self._names[begins : bisect_right(self._names, longest, key=len)]


def _in_order(key: str) -> str:
    """Put the words in order of letters, so that their own order does not matter."""
    return " ".join(sorted(key.split()))


def differences(entry: Entry, standing: Standing) -> tuple[Change, ...]:
    """What the list says otherwise; an empty box takes nothing away."""
    texts = [
        Change(kind, standing.texts.get(kind, ""), text)
        for kind, text in entry.texts.items()
        if not _says_the_same(kind, text, standing.texts.get(kind, ""))
    ]
    lists = [
        Change(kind, ", ".join(standing.lists.get(kind, ())), ", ".join(added))
        for kind, words in entry.lists.items()
        if (added := _added(words, standing.lists.get(kind, ())))
    ]
    return (*texts, *lists)


def _says_the_same(kind: Field, new: str, old: str) -> bool:
    """Whether two texts say one thing: a number with other spaces is the same number."""
    if kind == Field.PHONE:
        return new == old or (_digits(new) == _digits(old) != "")
    return new.casefold() == old.casefold() if kind == Field.EMAIL else new == old


def _digits(number: str) -> str:
    """Give what is dialled within Sweden, without the first nought, of one number."""
    dialled = re.sub(r"[\s()/.-]", "", number)
    bare = re.sub(r"^(?:\+|00)46", "", dialled).lstrip("0")
    return bare if bare.isdecimal() else dialled


def _added(words: tuple[str, ...], standing: tuple[str, ...]) -> list[str]:
    had = set(map(folded, standing))
    return [word for word in words if folded(word) not in had]
