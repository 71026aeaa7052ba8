"""Reads a list of associations: rows of text become entries. Knows no files and no register."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

MOST_ROWS = 5_000
"""Rows read of one list; what follows is left for another."""
MOST_COLUMNS = 26
"""Columns read, A to Z."""
LONGEST = 200
"""Characters kept of one box."""


class Field(StrEnum):
    """What a column may hold."""

    NAME = "name"
    KIND = "kind"
    MUNICIPALITY = "municipality"
    ALIASES = "aliases"
    LANGUAGES = "languages"
    GROUPS = "groups"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"


SEVERAL = frozenset({Field.ALIASES, Field.LANGUAGES, Field.GROUPS})
"""Boxes that may hold several words, with commas or semicolons between."""

_HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.EMAIL: ("e post", "epost", "mejl", "mail", "sähköposti"),
    Field.PHONE: ("telefon", "tel", "mobil", "phone", "puhelin"),
    Field.CONTACT: ("kontakt", "contact", "yhteyshenkilö"),
    Field.MUNICIPALITY: ("kommun", "municipality", "ort", "kunta"),
    Field.KIND: ("typ", "slag", "kategori", "kind", "type", "laji"),
    Field.ALIASES: (
        *("alias", "kortnamn", "förkortning", "även", "kallas", "andra namn", "also", "other name"),
        *("lyhenne", "myös", "muut nimet"),
    ),
    Field.LANGUAGES: ("språk", "language", "kiel"),
    Field.GROUPS: ("temagrupp", "grupp", "group", "ryhmä", "teemaryhm"),
    Field.NAME: (
        *("förening", "organisation", "namn", "aktör", "association", "name", "yhdistys", "nimi"),
    ),
}
"""How a heading of each column begins or what it holds, the surest first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One association as a list tells of it; an empty box says nothing."""

    row: int
    """In the list, from 1."""
    name: str
    texts: Mapping[Field, str] = field(default_factory=dict)
    lists: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)


def table(text: str) -> list[list[str]]:
    """Part a text into rows of boxes, whether tabs, semicolons or commas stand between.

    A spreadsheet's rows are as wide as its paper; columns to the right of every word are left out.
    """
    text = text.replace("\0", "").strip("\ufeff\r\n")
    first = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=first.count)
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [[_clean(box) for box in row[:MOST_COLUMNS]] for row in _bounded(read)]
    used = max((place for row in rows for place, box in enumerate(row, 1) if box), default=0)
    return [row[:used] for row in rows if any(row)]


def _bounded(read: object) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in read:  # type: ignore[attr-defined]  # the csv module names no type for it
            rows.append(row)
            if len(rows) > MOST_ROWS:
                break
    except csv.Error:
        # An endless quoted box: what came before it stands.
        return rows
    return rows


_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What nobody sees, and what turns the direction of what follows."""


def _clean(box: str) -> str:
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", box))
    return " ".join(seen.lstrip("'").split())[:LONGEST]


def folded(name: str) -> str:
    """Fold a name so that spellings meet: case, marks, and how "the" is said in Swedish."""
    bare = re.sub(r"[^\w\s&+]", " ", unicodedata.normalize("NFC", name).casefold())
    return " ".join(bare.split())


def columns(rows: Sequence[Sequence[str]]) -> dict[Field, int]:
    """Guess which column holds what, by its heading, else by what stands in it."""
    if not rows:
        return {}
    found = _by_heading(rows[0])
    if Field.NAME not in found:
        found |= _by_content(rows, set(found.values()))
    return found


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns."""
    return bool(rows) and Field.NAME in _by_heading(rows[0])


def _by_heading(heading: Sequence[str]) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for kind, words in _HEADINGS.items():
        for place, box in enumerate(heading):
            if place not in found.values() and _is_called(box, words):
                found[kind] = place
                break
    return found


def _is_called(box: str, words: tuple[str, ...]) -> bool:
    called = folded(box)
    return any(re.search(rf"\b{re.escape(word)}", called) for word in words)


def _by_content(rows: Sequence[Sequence[str]], taken: set[int]) -> dict[Field, int]:
    """Without headings: what looks like addresses and numbers, and the first words as the name."""
    found: dict[Field, int] = {}
    for place in range(max(map(len, rows))):
        kind = _looks_like([row[place] for row in rows if place < len(row) and row[place]])
        if kind is not None and kind not in found and place not in taken:
            found[kind] = place
    return found


def _looks_like(boxes: list[str]) -> Field | None:
    if not boxes:
        return None
    if _mostly(boxes, r"[^@\s]+@[^@\s]+"):
        return Field.EMAIL
    if _mostly(boxes, r"[+\d][\d\s/-]{5,}"):
        return Field.PHONE
    return Field.NAME if _mostly(boxes, r".*[^\W\d_]{2}.*") else None


def _mostly(boxes: list[str], pattern: str) -> bool:
    fitting = sum(re.fullmatch(pattern, box) is not None for box in boxes)
    return fitting * 2 > len(boxes)


def entries(
    rows: Sequence[Sequence[str]], where: Mapping[Field, int], *, heads: bool | None = None
) -> list[Entry]:
    """Read every row that has a name; `heads` says that the first one names the columns."""
    start = 1 if (has_heading(rows) if heads is None else heads) else 0
    read = [_entry(number, row, where) for number, row in enumerate(rows[start:], start=start + 1)]
    return [entry for entry in read if entry.name]


def _entry(number: int, row: Sequence[str], where: Mapping[Field, int]) -> Entry:
    boxes = {kind: row[place] for kind, place in where.items() if place < len(row) and row[place]}
    name = boxes.pop(Field.NAME, "")
    texts = {kind: box for kind, box in boxes.items() if kind not in SEVERAL}
    lists = {kind: _parted(box) for kind, box in boxes.items() if kind in SEVERAL}
    return Entry(number, name, texts, lists)


def _parted(box: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(r"[,;/|]", box))
    return tuple(dict.fromkeys(part for part in parts if part))
