"""Finds the association in the register that a row of a list may be another spelling of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.rules.importing import Entry, Field, folded

ALIKE = 88
"""Likeness, of 100, from which two spellings may be the same association (tried on real names)."""
_AT_ONCE = 500
"""Rows whose likeness to every name is held at a time: a byte for each, a megabyte for 2,000."""


def prepare() -> None:
    """Fetch what a search is made with: it takes a tenth of a second, once, and many megabytes."""
    import numpy as np  # noqa: F401, PLC0415 - what rapidfuzz answers with
    from rapidfuzz import fuzz, process  # noqa: F401, PLC0415 - few turns need it


def nearest(listed: Sequence[Entry], known: Mapping[str, int]) -> dict[int, int]:
    """Find what each row may be, by row: one the list gives another name of, or one much like it.

    `known` holds the register's folded names and whose they are.
    """
    called = {one.row: owner for one in listed if (owner := _called(one, known)) is not None}
    return _spelled([one for one in listed if one.row not in called], known) | called


def _called(entry: Entry, known: Mapping[str, int]) -> int | None:
    aliases = map(folded, entry.lists.get(Field.ALIASES, ()))
    return next((known[alias] for alias in aliases if alias in known), None)


def _spelled(listed: Sequence[Entry], known: Mapping[str, int]) -> dict[int, int]:
    """Hold every row against every name, all in one go: one by one it takes five times as long."""
    if not (listed and known):
        return {}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - many megabytes few turns need

    owners = {_in_order(key): owner for key, owner in known.items()}
    names, ids = list(owners), list(owners.values())
    found = {}
    for start in range(0, len(listed), _AT_ONCE):
        rows = listed[start : start + _AT_ONCE]
        wanted = [_in_order(folded(one.name)) for one in rows]
        likeness = process.cdist(
            wanted, names, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype="uint8"
        )
        for row, best, most in zip(rows, likeness.argmax(1), likeness.max(1), strict=True):
            if most:
                found[row.row] = ids[best]
    return found


def _in_order(key: str) -> str:
    """Put the words in order of letters, so that their own order does not matter."""
    return " ".join(sorted(key.split()))
