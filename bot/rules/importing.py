"""Reads a list of associations: rows of text become entries. Knows no files and no register."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from bot.invitation.sheet_marks import DITTO
from bot.rules.sheets import Sheet


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
    Field.CONTACT: ("kontakt", "ordförande", "contact", "yhteyshenkilö"),
    Field.MUNICIPALITY: ("kommun", "hemkommun", "municipality", "ort", "postort", "kunta"),
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
    faulty: Mapping[Field, str] = field(default_factory=dict)
    """Boxes that hold no number or address, and are left out."""


def best(listed: Sequence[Sheet]) -> Sheet:
    """Choose the sheet that has most of the headings we know, else the first."""
    return max(listed, key=lambda one: len(headed(one.rows, heading(one.rows))))


@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """Fold a name so that spellings meet: case, marks, and how "the" is said in Swedish."""
    bare = re.sub(r"[^\w\s&+]", " ", unicodedata.normalize("NFC", name).casefold())
    return " ".join(bare.split())


def columns(rows: Sequence[Sequence[str]]) -> dict[Field, int]:
    """Guess which column holds what, by its heading, else by what stands in it."""
    if not any(rows):
        return {}
    found = headed(rows, heading(rows))
    if Field.NAME not in found:
        found |= _by_content(rows, set(found.values()))
    return found


TOP = 12
"""Rows among which the headings are looked for."""
_SURE = 2
"""Headings that must be known for a row below the first to be taken for them."""


def heading(rows: Sequence[Sequence[str]]) -> int:
    """Find the row that names the columns, from 1; 0 when there is none.

    Above it may stand what the list is called, but nothing that is as wide as the list.
    """
    widest, known, place = 0, 0, 0
    for number, row in enumerate(rows[:TOP], start=1):
        width = sum(map(bool, row))
        found = _by_heading(row)
        is_sure = Field.NAME in found and (not widest or len(found) >= _SURE)
        if is_sure and width > widest and len(found) > known:
            known, place = len(found), number
        widest = max(widest, width)
    return place


def headed(rows: Sequence[Sequence[str]], number: int) -> dict[Field, int]:
    """Read which column holds what from the row with this number, from 1; nothing from 0."""
    return _by_heading(rows[number - 1]) if number else {}


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
    rows: Sequence[Sequence[str]], where: Mapping[Field, int], *, heads: int | None = None
) -> list[Entry]:
    """Read every row that has a name; `heads` is the number of the row that names the columns."""
    start = heading(rows) if heads is None else heads
    boxes: dict[Field, str] = {}
    read = []
    for number, row in enumerate(rows[start:], start=start + 1):
        boxes = _boxes(row, where, above=boxes)
        read.append(_entry(number, boxes))
    return [entry for entry in read if entry.name]


def _boxes(
    row: Sequence[str], where: Mapping[Field, int], above: Mapping[Field, str]
) -> dict[Field, str]:
    """Give what a row says; a box that says "the same" says what stood above it, but no name."""
    told = {kind: row[place] for kind, place in where.items() if place < len(row) and row[place]}
    same = {kind: above.get(kind, "") for kind, box in told.items() if box in _SAME}
    return {**told, **same, **({Field.NAME: ""} if Field.NAME in same else {})}


_SAME = frozenset({DITTO, '"', "”", "″", '-"-', "-”-", "- ” -", '- " -'})
"""How people write that a box says what the one above it says."""


def _entry(number: int, told: Mapping[Field, str]) -> Entry:
    boxes = {kind: box for kind, box in told.items() if box}
    name = boxes.pop(Field.NAME, "")
    texts = {kind: box for kind, box in boxes.items() if kind not in SEVERAL}
    if Field.PHONE in texts:
        texts[Field.PHONE] = _dialled(texts[Field.PHONE])
    lists = {kind: _parted(box) for kind, box in boxes.items() if kind in SEVERAL}
    return Entry(number, name, texts, lists)


def _dialled(number: str) -> str:
    """Give back the nought that a spreadsheet takes from the beginning of a number."""
    return f"0{number}" if re.fullmatch(r"[1-9]\d{6,8}", number) else number


def _parted(box: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(r"[,;/|]", box))
    return tuple(dict.fromkeys(part for part in parts if part))


Spellings = Mapping[Field, Iterable[str]]


def spelled(listed: Sequence[Entry], known: Spellings) -> list[Entry]:
    """Spell what a list says as it is spelled already: "östersunds kommun" is Östersund.

    `known` holds the words of each field that are in use; what the list says first counts too.
    """
    words = {kind: _spellings(kind, listed, known.get(kind, ())) for kind in _ONE_OF_MANY}
    return [replace(one, texts=_respelled(one.texts, words)) for one in listed]


_ONE_OF_MANY = (Field.KIND, Field.MUNICIPALITY)
"""What is chosen among the same few words by all."""


def _spellings(kind: Field, listed: Sequence[Entry], known: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in (*known, *(one.texts[kind] for one in listed if kind in one.texts)):
        found.setdefault(folded(word), word)
    if kind == Field.MUNICIPALITY:
        found |= {
            longer: word
            for short, word in found.items()
            for longer in (f"{short} kommun", f"{short}s kommun")
            if longer in found
        }
    return found


def _respelled(
    texts: Mapping[Field, str], words: Mapping[Field, dict[str, str]]
) -> dict[Field, str]:
    return {kind: words.get(kind, {}).get(folded(text), text) for kind, text in texts.items()}
