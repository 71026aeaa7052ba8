"""Tables as spreadsheets: real types for Excel, plain text for everything else. Knows no rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from bot.exports import bundle

if TYPE_CHECKING:
    from openpyxl.cell import Cell as Place
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | date | datetime | time | None
"""What stands in a box; an instant must be local and without zone, as a spreadsheet keeps it."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula (OWASP, CSV injection)."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0d-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_WIDEST = 60
_SHEET_NAME = 31
"""Characters that Excel allows in the name of a sheet."""


@dataclass(frozen=True, slots=True)
class Table:
    """A named table: the words over the columns, and the rows under them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """Tables that become the sheets of one spreadsheet."""

    sheets: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A table that becomes a text any program reads."""

    table: Table


def written(table: Table) -> dict[str, object]:
    """Write a table down so that `read` can read it, through JSON too."""
    rows = [[_kept(cell) for cell in row] for row in table.rows]
    return {"name": table.name, "columns": table.columns, "rows": rows}


def _kept(cell: Cell) -> object:
    kind = _KINDS.get(type(cell))
    return {kind: cell.isoformat()} if kind and isinstance(cell, date | time) else cell


_KINDS = {datetime: "moment", date: "day", time: "hour"}
_READ: Mapping[str, Callable[[str], Cell]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "hour": time.fromisoformat,
}


def read(kept: Mapping[str, Any]) -> Table:
    """Read the table that `written` wrote down."""
    rows = tuple(tuple(map(_cell, row)) for row in kept["rows"])
    return Table(kept["name"], tuple(kept["columns"]), rows)


def _cell(kept: Any) -> Cell:  # noqa: ANN401 - as JSON gives it
    if isinstance(kept, dict):
        return next(_READ[kind](said) for kind, said in kept.items())
    return kept  # type: ignore[no-any-return]  # of the kinds a box may hold


def as_csv(table: Table) -> bytes:
    """Write a table as UTF-8 with a mark and semicolons, as Swedish spreadsheets expect it.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    whole = io.StringIO(newline="")
    writer = csv.writer(whole, delimiter=";", lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in table.columns])
    for row in table.rows:
        writer.writerow([_written(cell) for cell in row])
    return whole.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return _harmless(cell) if isinstance(cell, str) else str(cell)


def _harmless(text: str) -> str:
    clean = _UNPRINTABLE.sub("", text)
    return f"'{clean}" if text.startswith(_FORMULA) or clean.startswith(_FORMULA) else clean


def as_xlsx(tables: Iterable[Table]) -> bytes:
    """Write tables as the sheets of one workbook, with a filter and the heading always in view.

    Nothing in it says when it was made, so that the same tables give the same bytes.
    """
    import openpyxl  # noqa: PLC0415 - takes a while, and few messages need it
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = bundle.EARLIEST
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(_sheet_name(table.name))
        _fill(sheet, table)
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        # The library's own way to save notes the hour.
        ExcelWriter(book, archive).save()
    return bundle.without_hours(whole)


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", _UNPRINTABLE.sub("", name)).strip("' ")[:_SHEET_NAME] or "1"


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for row, cells in enumerate((table.columns, *table.rows), start=1):
        for column, cell in enumerate(cells, start=1):
            # An empty box need not be there, and a large register is mostly such.
            if column == 1 or cell not in {None, ""}:
                _put(sheet.cell(row, column), cell)
    for number, name in enumerate(table.columns, start=1):
        head = sheet.cell(1, number)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="FFE5ECF3")
        head.alignment = Alignment(vertical="top", wrap_text=True)
        longest = max([len(name), *(_length(row[number - 1]) for row in table.rows)])
        sheet.column_dimensions[get_column_letter(number)].width = min(longest + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    last = get_column_letter(max(len(table.columns), 1))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"


def _length(cell: Cell) -> int:
    return len(cell) if isinstance(cell, str) else len(_written(cell))


_FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm"}


def _put(place: Place | MergedCell, cell: Cell) -> None:
    if isinstance(cell, str):
        place.value = _UNPRINTABLE.sub("", cell)
        # A text stays a text, whatever it begins with.
        place.data_type = "s"
        if cell.startswith(_FORMULA):
            place.quotePrefix = True
        return
    place.value = cell
    if written := _FORMATS.get(type(cell)):
        place.number_format = written
