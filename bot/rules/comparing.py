"""Says what a list of associations would change in the register. Writes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.rules import alike
from bot.rules.importing import Entry, Field, folded


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
        owners = {key: one.id for key, one in known.items()}
        near = alike.nearest([one for one in listed if folded(one.name) not in known], owners)
    by_id = {one.id: one for one in register}
    seen: dict[str, int] = {}
    return [_finding(entry, known, by_id.get(near.get(entry.row) or 0), seen) for entry in listed]


def _finding(
    entry: Entry, known: Mapping[str, Standing], near: Standing | None, seen: dict[str, int]
) -> Finding:
    key = folded(entry.name)
    twin = seen.setdefault(key, entry.row)
    if twin != entry.row:
        return Finding(entry, Verdict.DOUBTFUL, known.get(key), twin=twin)
    if key in known:
        changes = differences(entry, known[key])
        return Finding(entry, Verdict.CHANGED if changes else Verdict.SAME, known[key], changes)
    if near is not None:
        return Finding(entry, Verdict.DOUBTFUL, near, differences(entry, near))
    return Finding(entry, Verdict.NEW)


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
