"""The organiser's desk, played on the demonstration's page with the buttons that stand there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.browser.hands import (
    awaits,
    fetches,
    hands_in,
    joins,
    jump,
    jump_until,
    pane,
    pastes,
    sees,
    shows,
    taps,
    writes,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

KARIN, SARA = "Karin Ek", "Sara Lind"
LIST = "Förening;Typ;Kommun\nBygdeteatern Månskenet;ideell kultur;Åre\nNya kören;kommun;Åre\n"
LEGIBLE = 800
"""Pixels; a picture that is narrower is hard to read on a telephone."""


def test_karin_steers_a_meeting_from_the_page(demonstration: Page, tmp_path: Path) -> None:
    """From the register to the door: every area is opened, files come down, pictures are seen."""
    page = demonstration
    joins(page, KARIN, "Jag är privatperson")
    sees(page, KARIN, "Du är arrangör")
    _reads_the_register_in(page, tmp_path)
    joins(page, SARA, "Bygdeteatern Månskenet")
    sees(page, SARA, "nu är allt klart")
    _invites(page)
    _looks_round_the_desk(page)
    _writes_to_those_who_come(page)
    _stands_at_the_door(page)


def _reads_the_register_in(page: Page, folder: Path) -> None:
    listed = folder / "foreningar.csv"
    listed.write_text(LIST, "utf-8")
    hands_in(page, KARIN, listed)
    taps(page, KARIN, "Visa vad som skulle ändras")
    taps(page, KARIN, "Importera 2")
    sees(page, KARIN, "1 lades till")
    writes(page, KARIN, "/register Nya kören")
    taps(page, KARIN, "Länk och brev")

    assert fetches(page, KARIN, "Nytt brev (svenska)", ".pdf").startswith(b"%PDF")


def _invites(page: Page) -> None:
    pastes(page, KARIN)
    taps(page, KARIN, "Välj vilka")
    taps(page, KARIN, "Typ av förening")
    taps(page, KARIN, "ideell kultur")
    sees(page, KARIN, "Den går till 1 person:")
    taps(page, KARIN, "Klart")
    taps(page, KARIN, "Vissa föreningar")
    taps(page, KARIN, "Klart")
    taps(page, KARIN, "Klart")
    taps(page, KARIN, "Skicka till 1")
    sees(page, KARIN, "Du hinner fortfarande stoppa den")
    jump(page)
    taps(page, SARA, "Anmäl mig")
    taps(page, SARA, "Jag äter allt")
    taps(page, SARA, "Nej tack")
    sees(page, SARA, "Du är anmäld till")


def _looks_round_the_desk(page: Page) -> None:
    taps(page, KARIN, "Se vilka som kommer")
    sees(page, KARIN, "Kommer: 1 av 20")
    assert shows(page, KARIN, "Visa som bild") >= LEGIBLE
    taps(page, KARIN, "Vilka saknas?")
    for label in ("Välj vilka ni vill nå", "Typer av föreningar", "kommun", "1", "Klart"):
        taps(page, KARIN, label)
    sees(page, KARIN, "kommun: 0 av minst 1")
    _goes_back(page)
    taps(page, KARIN, "Köket och lokalen")
    assert fetches(page, KARIN, "Som PDF", ".pdf").startswith(b"%PDF")
    _goes_back(page)
    taps(page, KARIN, "Plan")
    sees(page, KARIN, "mötet börjar")
    _goes_back(page, "Tillbaka till mötet")
    taps(page, KARIN, "Dagordning")
    assert fetches(page, KARIN, "Hämta som PDF", ".pdf").startswith(b"%PDF")
    _goes_back(page, "Tillbaka till mötet")
    taps(page, KARIN, "Listor")
    book = load_workbook(BytesIO(fetches(page, KARIN, "Deltagare (Excel)", ".xlsx")))
    assert book.worksheets[0]["A2"].value == SARA
    for label in ("Närvarolista", "Namnbrickor"):
        assert fetches(page, KARIN, label, ".pdf").startswith(b"%PDF")
    _goes_back(page)


def _goes_back(page: Page, label: str = "Tillbaka") -> None:
    """Press the way back, and wait until the card of the meeting stands there again."""
    taps(page, KARIN, label)
    awaits(page, KARIN, "Stäng anmälan")


def _writes_to_those_who_come(page: Page) -> None:
    # The writing field has a button of that name too.
    pane(page, KARIN).get_by_label("Knappar").get_by_text("Skicka", exact=True).last.click()
    taps(page, KARIN, "Skriv till deltagarna")
    sees(page, KARIN, "Vad vill du säga om")
    writes(page, KARIN, "Ta med en mugg.")
    taps(page, KARIN, "Skicka till 1")
    sees(page, KARIN, "Till dess kan du stoppa det.")
    jump(page)
    sees(page, SARA, "Ta med en mugg.")
    taps(page, KARIN, "Leveransrapport")
    sees(page, KARIN, "Framme: 1")


def _stands_at_the_door(page: Page) -> None:
    jump_until(page, SARA, "Vi ses i morgon")
    jump(page)
    writes(page, KARIN, "/moten")
    taps(page, KARIN, "Dialogmöte om kulturen i bygden")
    taps(page, KARIN, "Se vilka som kommer")
    taps(page, KARIN, "Listor")
    taps(page, KARIN, "Pricka av")
    taps(page, KARIN, SARA)
    sees(page, KARIN, "1 av 1 är här.")
    writes(page, KARIN, "Siri Ström")
    taps(page, KARIN, "Skriv upp Siri Ström")
    sees(page, KARIN, "2 av 2 är här.")
