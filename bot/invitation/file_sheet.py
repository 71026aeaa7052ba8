"""The words of a spreadsheet's sheets, boxes parted by tabs; the sheet that was open comes first.

Knows the format. Must not know what the words say.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from datetime import datetime, time
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from bot.invitation.file_office import checked
from bot.invitation.sheet_marks import DITTO, SHEET_END

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 20_000, 60
MOST_SHEETS = 8
MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')


def xlsx(content: bytes) -> str:
    """Take the words of what is seen; formulas give their results."""
    archive = checked(content)
    with warnings.catch_warnings():
        # It complains of what it leaves out, such as a look it does not know.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        seen = [one for one in book.worksheets if one.sheet_state == "visible"]
        seen.sort(key=lambda one: one is not book.active)
        told = [(one.title, _words(archive, one)) for one in seen[:MOST_SHEETS]]
    filled = [(name, words) for name, words in told if words.strip()]
    if len(filled) == 1:
        return filled[0][1]
    return "".join(f"{words}{SHEET_END}{name}\n" for name, words in filled)


def _words(archive: ZipFile, sheet: Worksheet) -> str:
    whole = io.StringIO(newline="")
    writer = csv.writer(whole, dialect="excel-tab", lineterminator="\n")
    merged = _merged(archive, sheet)
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    for number, row in enumerate(rows, start=1):
        boxes = [_written(box) for box in row]
        for place in merged.get(number, ()):
            boxes[place] = DITTO
        writer.writerow(_without_end(boxes))
    return whole.getvalue()


def _written(box: object) -> str:
    """Write a day as a day, though a spreadsheet keeps it as an hour of midnight."""
    if isinstance(box, datetime) and box.time() == time.min:
        return box.date().isoformat()
    return "" if box is None else str(box)


def _without_end(boxes: list[str]) -> list[str]:
    """Leave out the empty boxes at the end, which every row is filled up with."""
    used = max((place for place, box in enumerate(boxes, start=1) if box), default=0)
    return boxes[:used]


def _merged(archive: ZipFile, sheet: Worksheet) -> dict[int, list[int]]:
    """Name the boxes that are merged with one above them: row, and columns from 0."""
    # A sheet that is read row by row does not know what is merged, but its file does.
    path = sheet._worksheet_path  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    found: dict[int, list[int]] = {}
    for column, first, last in MERGED.findall(archive.read(path)):
        place = _place(column.decode())
        for row in _below(int(first), int(last)):
            if place < MOST_COLUMNS:
                found.setdefault(row, []).append(place)
    return found


def _below(first: int, last: int) -> Iterator[int]:
    yield from range(first + 1, min(last, MOST_ROWS) + 1)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
