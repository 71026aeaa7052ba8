"""What a row holds of a file becomes the file that it would have been."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.exports import making, papers, pictures, tables
from bot.exports.making import Unmade
from bot.exports.papers import Badges, Code, Head, Letter
from bot.exports.pictures import Bars, Curve
from bot.exports.tables import Plain, Table, Workbook

AT = datetime(2026, 11, 2, 9)  # noqa: DTZ001 - wall time, as it is drawn
HEAD = Head("sv", "Träff", ("Nätet",), "Regionen", "Sida", "av")
TABLE = Table(
    "Kommer",
    ("Namn", "Dag", "Tid", "När", "Antal"),
    (("Åsa Öberg", date(2026, 12, 5), time(10), AT, 2), ("=1", None, None, None, 1.5)),
)
CURVE = Curve("Träff", "", ((AT, 1),), AT, ((AT, "2/11"),), (30, "30 platser"), (AT, "Sista"), "1")
BARS = Bars("Vilka saknas?", "", (("Kommuner", 1, 2, "1 av 2"), ("Körer", 1, None, "1")))
ASKED = replace(BARS, headings=((0, "Hur var det?"), (1, "Sa du det du ville?")))
LETTER = Letter(HEAD, ("Välkomna!",), ("Rikta telefonen hit.",), "https://t.me/x", "En länk")
BADGES = Badges("sv", "Namnbrickor", (("Åsa Öberg", "Ås byalag", ""),))


@pytest.mark.parametrize(
    ("unmade", "at_once"),
    [
        (CURVE, lambda: pictures.curve(CURVE)),
        (Curve("Träff", "", (), AT, ()), lambda: pictures.curve(Curve("Träff", "", (), AT, ()))),
        (BARS, lambda: pictures.bars(BARS)),
        (ASKED, lambda: pictures.bars(ASKED)),
        (Code("https://t.me/x"), lambda: papers.code_picture("https://t.me/x")),
        (LETTER, lambda: papers.printed(papers.written(LETTER))),
        (BADGES, lambda: papers.printed(papers.written(BADGES))),
        (Plain(TABLE), lambda: tables.as_csv(TABLE)),
        (Workbook((TABLE,)), lambda: tables.as_xlsx([TABLE])),
    ],
)
def test_a_file_can_wait_in_a_row(unmade: Unmade, at_once: Callable[[], bytes]) -> None:
    """Through JSON and back it is the same to the byte."""
    kept = json.loads(json.dumps(making.written(unmade)))

    assert at_once() == making.made(kept)


def test_a_file_that_is_made_again_is_the_same() -> None:
    """Nothing in it says when it was made, so a second attempt sends the same bytes."""
    paper = PdfReader(io.BytesIO(papers.printed(papers.written(BADGES))))
    book = io.BytesIO(tables.as_xlsx([TABLE]))

    with ZipFile(book) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
    created = load_workbook(book).properties
    assert (created.created.year, created.modified.year) == (1980, 1980)
    assert paper.metadata is not None
    assert paper.metadata.creation_date is None
