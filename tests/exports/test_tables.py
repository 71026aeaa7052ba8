"""Spreadsheets keep types, and never run what people wrote."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.exports.tables import Table, as_csv, as_xlsx

EVIL = ('=HYPERLINK("http://x","y")', "+46701234567", "-1+2", "@SUM(A1)", "\t=1", "\r=1")
TYPED = Table(
    "Deltagare",
    ("Namn", "Antal", "Dag", "Tid", "Svarade"),
    (("Åsa Öberg", 2, date(2026, 12, 5), time(10), datetime(2026, 11, 2, 9, 30)),),  # noqa: DTZ001
)


def _read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", EVIL)
def test_a_text_is_never_a_formula_f18(text: str) -> None:
    """In the comma file it gets an apostrophe; in the workbook it is kept as text."""
    table = Table("x", ("Namn",), ((text,),))

    assert _read_csv(as_csv(table))[1][0].startswith("'")
    cell = load_workbook(io.BytesIO(as_xlsx([table]))).worksheets[0].cell(2, 1)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    # A workbook's XML keeps no carriage return.
    assert cell.value == text.replace("\r", "")


def test_a_formula_in_a_heading_is_text_too_f18() -> None:
    """A question that an organiser wrote may stand over a column."""
    table = Table("x", ("=1+1",), ())

    assert _read_csv(as_csv(table)) == [["'=1+1"]]
    assert load_workbook(io.BytesIO(as_xlsx([table]))).worksheets[0].cell(1, 1).data_type == "s"


def test_numbers_and_days_keep_their_types() -> None:
    """They can be sorted and summed, and the heading stays in view with its filter."""
    sheet = load_workbook(io.BytesIO(as_xlsx([TYPED]))).worksheets[0]

    row = [cell.value for cell in sheet[2]]
    assert row[:2] == ["Åsa Öberg", 2]
    assert row[2] == datetime(2026, 12, 5)  # noqa: DTZ001 - spreadsheets know no zones
    assert sheet.cell(2, 3).number_format == "yyyy-mm-dd"
    assert row[3] == time(10)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E2"


def test_the_comma_file_opens_in_a_swedish_spreadsheet() -> None:
    """It begins with the mark of UTF-8 and parts with semicolons."""
    content = as_csv(TYPED)

    assert content.startswith(b"\xef\xbb\xbf")
    assert _read_csv(content)[1] == ["Åsa Öberg", "2", "2026-12-05", "10:00", "2026-11-02 09:30"]


def test_a_sheet_may_be_called_anything() -> None:
    """A meeting's title may hold what Excel does not allow in a name."""
    names = ["[Dialog]: vad/hur? " * 3, "", "'"]

    book = load_workbook(io.BytesIO(as_xlsx(Table(name, ("A",), ()) for name in names)))

    assert len(book.sheetnames) == len(names)
    assert all(0 < len(name) <= 31 for name in book.sheetnames)


@given(st.lists(st.tuples(st.text(), st.one_of(st.none(), st.integers(-9, 9))), max_size=4))
def test_whatever_people_write_can_be_read_back_f5_f7(rows: list[tuple[str, int | None]]) -> None:
    """Odd signs are left out rather than making a file that cannot be opened."""
    table = Table("x", ("A", "B"), tuple(rows))

    assert len(_read_csv(as_csv(table))) == len(rows) + 1
    assert load_workbook(io.BytesIO(as_xlsx([table]))).worksheets[0].max_row == len(rows) + 1
