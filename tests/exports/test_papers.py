"""Printed papers hold every name, as it was written, on as many pages as it takes."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from bot.exports import papers
from bot.exports.papers import Badges, Certificate, Head, Letter, Section, Sections, SignIn

HEAD = Head("sv", "Närvarolista", ("Dialogträff om kulturplanen",), "Kulturnätet", "Sida", "av")
SAMI = "Čáhppe Đŋŧž-Šïkåäö"
EVIL = '#panic("x") $1$ @a *hej* \\ // /* `x` <b> [y] _z_ ~ "'


def _pages(content: bytes) -> list[str]:
    return [
        re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages
    ]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_sign_in_sheet_repeats_its_heading_on_every_page() -> None:
    """Sixty people and eight empty lines need more than one page, and none is lost."""
    rows = tuple((f"Deltagare {n}a", "Ås byalag") for n in range(60))

    pages = _pages(
        papers.printed(papers.written(SignIn(HEAD, ("Namn", "Förening", "Underskrift"), rows)))
    )

    assert len(pages) > 1
    assert all("Underskrift" in page for page in pages)
    assert f"Sida 1 av {len(pages)}" in pages[0]
    assert all(f"Deltagare {n}a" in " ".join(pages) for n in range(60))


@pytest.mark.parametrize("name", [SAMI, EVIL])
def test_a_name_is_printed_as_it_was_written_f6(name: str) -> None:
    """Sami letters have shapes, and what looks like markup is not obeyed."""
    sheet = SignIn(HEAD, ("Namn", "Förening", "Underskrift"), ((name, name),))
    certificate = Certificate(HEAD, "Intyg", name, (name,), "Östersund", name)
    kitchen = Sections(HEAD, (Section(name, (name,), ((name, "3"),)),))

    for paper in (sheet, certificate, kitchen):
        printed = _bare("".join(_pages(papers.printed(papers.written(paper))))).replace(
            "\u2010", ""
        )
        assert _bare(name) in printed.replace("”", '"').replace("“", '"')


def test_eight_badges_stand_on_a_page() -> None:
    """The ninth begins a new one, and a name too long to fit breaks nothing."""
    badges = (("Märta " + "Lång" * 30, "Ås byalag" * 9, "Ombud"),) * 9

    assert len(_pages(papers.printed(papers.written(Badges("sv", "Namnbrickor", badges))))) == 2


def test_a_letter_holds_a_code_and_its_address_in_letters() -> None:
    """Someone who cannot point a phone at it can still write the address."""
    address = "https://t.me/samklang_bot?start=f-abcdefghijklmnopqrstuvwxyz"

    content = papers.printed(
        papers.written(Letter(HEAD, ("Hej!",), ("Öppna kameran.",), address, "Rutan leder dit."))
    )

    assert address in _bare(_pages(content)[0])
    assert "Rutan leder dit." in _pages(content)[0]


def test_the_code_stands_a_poor_printer() -> None:
    """A quarter of it may be lost, and there is room around it (ISO/IEC 18004)."""
    assert papers.code("https://t.me/x").startswith("<?xml")


def test_a_paper_tells_its_language_and_title() -> None:
    """Software that reads aloud needs both, and a document that is tagged."""
    reader = PdfReader(
        io.BytesIO(papers.printed(papers.written(Sections(HEAD, (Section("Lunch"),)))))
    )

    assert reader.metadata is not None
    assert reader.metadata.title == "Närvarolista"
    assert str(reader.root_object["/Lang"]) == "sv"
    assert "/StructTreeRoot" in reader.root_object
