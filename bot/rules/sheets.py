"""A list as it was sent: sheets, rows and boxes. Knows no headings and no associations."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.invitation.sheet_marks import SHEET_END

MOST_ROWS = 5_000
"""Rows read of one list; what follows is left for another."""
MOST_COLUMNS = 26
"""Columns read, A to Z."""
LONGEST = 200
"""Characters kept of one box."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of boxes, with the name of the sheet they stand on; "" when there is only one."""

    name: str
    rows: list[list[str]]


def read(text: str) -> list[Sheet]:
    """Part a text into the sheets that hold something, the one that was open first."""
    # A sheet's name stands after its words, so the text begins as if there were one sheet only.
    words, *ends = text.split(SHEET_END)
    found: list[Sheet] = []
    for end in ends:
        name, _, following = end.partition("\n")
        found.append(Sheet(name, table(words)))
        words = following
    found.append(Sheet("", table(words)))
    return [one for one in found if one.rows]


def table(text: str) -> list[list[str]]:
    """Part a text into rows of boxes, whether tabs, semicolons or commas stand between.

    Rows keep their numbers, so an empty one is there; empty boxes at the end of a row are not.
    """
    text = text.replace("\0", "").strip("\ufeff")
    told = _SEPARATOR.match(text)
    delimiter = told["mark"] if told else _delimiter(text)
    words = text[told.end() :] if told else text
    read = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter)
    rows = [_without_end([_clean(box) for box in row[:MOST_COLUMNS]]) for row in _bounded(read)]
    return rows[: max((number for number, row in enumerate(rows, 1) if row), default=0)]


_SEPARATOR = re.compile(r"sep=(?P<mark>[\t;,])\r?\n")
"""What a spreadsheet writes first of all, to say what stands between the boxes."""
_ENOUGH = 50
"""Lines that are looked at to find what stands between the boxes."""


def _delimiter(text: str) -> str:
    """Find what stands between the boxes: what is in most lines, and in half of them at least."""
    lines = [line for line in text.splitlines()[:_ENOUGH] if line.strip()]
    found = Counter({mark: sum(mark in line for line in lines) for mark in "\t;,"})
    mark, count = found.most_common(1)[0]
    return mark if count * 2 >= len(lines) else "\t"


def _without_end(boxes: list[str]) -> list[str]:
    used = max((place for place, box in enumerate(boxes, 1) if box), default=0)
    return boxes[:used]


def _bounded(read: Iterable[list[str]]) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in read:
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
