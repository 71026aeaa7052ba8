"""A newcomer tries the whole bot in the browser: two people, one meeting, a clock that is moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.theatre import Theatre

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PATIENCE = 15_000


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Give the demonstration's page in a wide window."""
    theatre = Theatre(tmp_path)
    window = browser.new_page(viewport={"width": 1700, "height": 1000}, locale="sv-SE")
    window.set_default_timeout(PATIENCE)
    window.goto(theatre.url)
    yield window
    window.close()
    theatre.close()


def pane(page: Page, name: str) -> Locator:
    """Find someone's telephone."""
    return page.get_by_label(f"{name} och Samklang").first


def writes(page: Page, name: str, text: str) -> None:
    """Write and send."""
    field = pane(page, name).get_by_label("Skriv ett meddelande")
    field.fill(text)
    field.press("Enter")


def taps(page: Page, name: str, label: str | re.Pattern[str]) -> None:
    """Press the newest button with this label."""
    pane(page, name).get_by_role("button", name=label).last.click()


def sees(page: Page, name: str, text: str) -> None:
    """Wait until a text stands in someone's chat."""
    pane(page, name).get_by_text(text).last.wait_for()


def joins(page: Page, name: str, association: str) -> None:
    """Come in by the link that waits."""
    taps(page, name, "Starta")
    sees(page, name, "Vad heter du?")
    writes(page, name, name)
    taps(page, name, association)


def test_a_newcomer_lives_through_a_meeting_in_the_browser(page: Page) -> None:
    """Karin pastes, checks and sends; Sara registers; the clock is moved to the reminder."""
    joins(page, "Karin Ek", "Jag är privatperson")
    sees(page, "Karin Ek", "Du är arrangör")
    joins(page, "Sara Lind", "Bygdeteatern Månskenet")
    sees(page, "Sara Lind", "nu är allt klart")

    writes(page, "Karin Ek", "/ny")
    sees(page, "Karin Ek", "Ett nytt möte")
    taps(page, "Karin Ek", "Bifoga")
    taps(page, "Karin Ek", "Klistra in en färdig inbjudan")
    pane(page, "Karin Ek").get_by_label("Skriv ett meddelande").press("Enter")
    taps(page, "Karin Ek", re.compile("^lördag"))
    sees(page, "Karin Ek", "Hur många platser finns det?")
    writes(page, "Karin Ek", "20")
    taps(page, "Karin Ek", "Se inbjudan")
    taps(page, "Karin Ek", "Skicka till 1")
    sees(page, "Karin Ek", "Du hinner fortfarande stoppa den")
    page.get_by_role("button", name="Hoppa till nästa").first.click()

    taps(page, "Sara Lind", "Anmäl mig")
    taps(page, "Sara Lind", "Ja, spara mitt svar")
    taps(page, "Sara Lind", "Vegetariskt")
    taps(page, "Sara Lind", "Klart")
    taps(page, "Sara Lind", "Nej tack")
    sees(page, "Sara Lind", "Din mat: jag har noterat ditt svar")

    jump_until(page, "Sara Lind", "Vi ses i morgon")


def jump_until(page: Page, name: str, text: str) -> None:
    """Move the clock from one event to the next until a text has come."""
    for _ in range(8):
        if pane(page, name).get_by_text(text).count():
            break
        hour = page.locator("#clock").inner_text()
        page.get_by_role("button", name="Hoppa till nästa").first.click()
        page.wait_for_function(
            "before => document.querySelector('#clock').innerText !== before", arg=hour
        )
        page.wait_for_timeout(700)
    sees(page, name, text)


def test_the_bot_can_be_restarted_in_the_middle_of_a_question(page: Page) -> None:
    """A restart changes nothing for the one who is being asked."""
    taps(page, "Sara Lind", "Starta")
    sees(page, "Sara Lind", "Vad heter du?")
    page.get_by_role("button", name="Bakom kulisserna").click()
    page.get_by_role("button", name="Starta om boten").click()
    writes(page, "Sara Lind", "Sara Lind")

    sees(page, "Sara Lind", "Vilken förening eller organisation kommer du från?")
