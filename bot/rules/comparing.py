"""Says what a list of associations would change in the register. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

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


def compare(listed: Sequence[Entry], register: Sequence[Standing]) -> list[Finding]:
    """Say of every row what it would do: new, changed, the same, or for a person to decide.

    A name or alias that is spelled alike is the same association. One that is only much like
    another is doubtful, and so is a name that the list holds twice.
    """
    known = {key: one for one in register for key in one.keys}
    names = list(known)
    seen: dict[str, int] = {}
    return [_finding(entry, known, names, seen) for entry in listed]


def _finding(
    entry: Entry, known: Mapping[str, Standing], names: list[str], seen: dict[str, int]
) -> Finding:
    key = folded(entry.name)
    twin = seen.setdefault(key, entry.row)
    if twin != entry.row:
        return Finding(entry, Verdict.DOUBTFUL, known.get(key), twin=twin)
    if key in known:
        changes = differences(entry, known[key])
        return Finding(entry, Verdict.CHANGED if changes else Verdict.SAME, known[key], changes)
    if near := _nearest(entry, key, known, names):
        return Finding(entry, Verdict.DOUBTFUL, near, differences(entry, near))
    return Finding(entry, Verdict.NEW)


def _nearest(
    entry: Entry, key: str, known: Mapping[str, Standing], names: list[str]
) -> Standing | None:
    aliases = [
        known[alias] for alias in map(folded, entry.lists.get(Field.ALIASES, ())) if alias in known
    ]
    if aliases:
        return aliases[0]
    found = process.extractOne(key, names, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    return known[found[0]] if found else None


def differences(entry: Entry, standing: Standing) -> tuple[Change, ...]:
    """What the list says otherwise; an empty box takes nothing away."""
    texts = [
        Change(kind, standing.texts.get(kind, ""), text)
        for kind, text in entry.texts.items()
        if text != standing.texts.get(kind, "")
    ]
    lists = [
        Change(kind, ", ".join(standing.lists.get(kind, ())), ", ".join(added))
        for kind, words in entry.lists.items()
        if (added := _added(words, standing.lists.get(kind, ())))
    ]
    return (*texts, *lists)


def _added(words: tuple[str, ...], standing: tuple[str, ...]) -> list[str]:
    had = set(map(folded, standing))
    return [word for word in words if folded(word) not in had]
