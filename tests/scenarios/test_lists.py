"""Lists for the door and for the archive: every name, and never what anyone eats or needs."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from bot.records.meeting import Form, Meeting
from bot.records.person import Role
from bot.simulator.cast import Player
from tests.town import Town, comes, tells

CANARY = "kanariefrön"


def _opens_lists(town: Town, karin: Player, meeting: Meeting) -> None:
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Listor")


def _file(player: Player, label: str) -> bytes:
    player.taps(label)
    assert player.last.document is not None
    return player.last.document.content


def _sheets(content: bytes) -> dict[str, Worksheet]:
    book = load_workbook(io.BytesIO(content))
    return {sheet.title: sheet for sheet in book.worksheets}


def _column(sheet: Worksheet, number: int = 1) -> list[object]:
    return [row[number - 1].value for row in sheet.iter_rows(min_row=2)]


def _read(content: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return re.sub(r"\s+", " ", " ".join(pages))


def test_karin_takes_the_participants_as_a_workbook(town: Town) -> None:
    """Those who come, the reserve list and those who cannot have a sheet each, with filters."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    nils, marta = town.member("Nils Berg", "Ås byalag"), town.member("Märta Dahl")
    meeting = town.announces(karin, seats=1)
    comes(sara)
    nils.taps("Anmäl mig")
    marta.taps("Kan inte komma")

    _opens_lists(town, karin, meeting)
    karin.sees("Kommer: 1", "Reservlista: 1", "Kan inte komma: 1")
    sheets = _sheets(_file(karin, "Deltagare (Excel)"))

    assert list(sheets) == ["Kommer", "Reservlista", "Kommer inte"]
    assert [_column(one) for one in sheets.values()] == [
        ["Sara Lind"],
        ["Nils Berg"],
        ["Märta Dahl"],
    ]
    assert sheets["Kommer"].auto_filter.ref == "A1:H2"
    answered = sheets["Kommer"]["F2"].value
    assert getattr(answered, "date", lambda: None)() == date(2026, 11, 2)
    assert karin.last.document is not None
    assert karin.last.document.name == "deltagare-2026-12-05.xlsx"


def test_the_way_back_is_in_the_same_message(town: Town) -> None:
    """Looking for a list leaves nothing behind in the chat."""
    karin = town.organiser()
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:desk")
    before = len(karin.world.history(karin.place))

    karin.taps("Listor")
    karin.sees("Vilken lista vill du ha?")
    karin.taps("Tillbaka")

    karin.sees("Kommer: 0")
    assert len(karin.world.history(karin.place)) == before


def test_a_name_that_looks_like_a_formula_is_harmless_f18(town: Town) -> None:
    """No spreadsheet runs it, in either kind of file."""
    town.has_odd_writers = True
    karin, odd = town.organiser(), town.member('=HYPERLINK("http://x","y")')
    meeting = town.announces(karin)
    comes(odd)
    _opens_lists(town, karin, meeting)

    book = _sheets(_file(karin, "Deltagare (Excel)"))["Kommer"]
    _opens_lists(town, karin, meeting)
    table = _file(karin, "Deltagare (CSV)").decode("utf-8-sig")

    assert book["A2"].data_type == "s"
    assert book["A2"].quotePrefix
    assert "\n\"'=HYPERLINK" in table


def test_no_list_holds_what_anyone_eats_or_needs_j8(town: Town) -> None:
    """The canary is in no file, in no sheet and on no page."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Veganskt")
    sara.taps("Något annat")
    sara.writes(CANARY)
    tells(sara, "Hörslinga")
    files = []

    for label in ("Deltagare (Excel)", "Deltagare (CSV)", "Närvarolista", "Namnbrickor"):
        _opens_lists(town, karin, meeting)
        files.append(_file(karin, label))

    with zipfile.ZipFile(io.BytesIO(files[0])) as book:
        read = b"".join(book.read(name) for name in book.namelist()).decode()
    read += files[1].decode() + _read(files[2]) + _read(files[3])
    assert read.count("Sara Lind") == 4
    for word in (CANARY, "egan", "slinga"):
        assert word not in read


def test_the_sheet_at_the_door_goes_by_association_and_then_by_name(town: Town) -> None:
    """Å, ä and ö stand last, and one who comes as a private person stands at the end."""
    karin = town.organiser()
    people = [
        ("Örjan Ek", "Ås byalag"),
        ("Åke Ek", "Ås byalag"),
        ("Zäta Ek", "Ås byalag"),
        ("Östen Bo", "Bräcke amatörteater"),
    ]
    players = [town.member(*one) for one in people]
    own = town.organiser("Adam Privat", Role.MEMBER)
    meeting = town.announces(karin)
    for player in (*players, own):
        comes(player)
    _opens_lists(town, karin, meeting)

    read = _read(_file(karin, "Närvarolista"))

    order = ["Östen Bo", "Zäta Ek", "Åke Ek", "Örjan Ek", "Adam Privat"]
    assert sorted(order, key=read.index) == order
    assert "Underskrift" in read
    karin.sees("Närvarolista med 5 namn")


def test_badges_say_in_what_part_someonecomes(town: Town) -> None:
    """Name, association and part; one for each who comes to the place itself."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin, form=Form.HYBRID, join_url="https://x.example", asks_part=True)
    sara.taps("Anmäl mig på plats")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    sara.taps("Ombud")
    nils.taps("Anmäl mig digitalt")
    _opens_lists(town, karin, meeting)

    read = _read(_file(karin, "Namnbrickor"))

    assert "Sara Lind" in read
    assert "Bräcke amatörteater" in read
    assert "Ombud" in read
    assert "Nils" not in read
    karin.sees("1 namnbricka")
    _opens_lists(town, karin, meeting)
    sheet = _sheets(_file(karin, "Deltagare (Excel)"))["Kommer"]
    assert _column(sheet, 7) == ["digitalt", "på plats"]


@pytest.mark.parametrize("label", ["Närvarolista", "Namnbrickor"])
def test_no_paper_is_printed_without_names(town: Town, label: str) -> None:
    """An empty list says so instead."""
    karin = town.organiser()
    meeting = town.announces(karin)
    _opens_lists(town, karin, meeting)

    karin.taps(label)

    karin.sees_toast("Ingen är anmäld än")


@pytest.mark.parametrize("ask", ["menu", "xlsx", "csv", "sheet", "badges", "proofs"])
def test_a_member_gets_no_list_g1(town: Town, ask: str) -> None:
    """A forged button tells nothing."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())

    sara.forges(f"lists:{meeting.id}:{ask}")

    sara.sees_toast("Det kan bara")


def test_taking_a_list_is_noted(town: Town) -> None:
    """The log says who took it, and for which meeting."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    _opens_lists(town, karin, meeting)
    karin.taps("Deltagare (CSV)")

    karin.writes("/logg")

    karin.sees("Karin Ek hämtade listor till ett möte som filer (Dialogträff om kulturplanen)")


def test_a_draft_has_no_lists(town: Town) -> None:
    """A forged button on a meeting nobody has been told of is answered kindly."""
    karin = town.organiser()
    meeting = town.drafts(karin)
    karin.writes("/utkast")

    karin.forges(f"lists:{meeting.id}:xlsx")

    karin.sees_toast("Det finns inte kvar")
