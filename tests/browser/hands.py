"""Hands on the demonstration's page: they press what can be seen, and read what stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PATIENCE = 15_000
"""Milliseconds to wait for something to be seen."""


def pane(page: Page, name: str) -> Locator:
    """Find someone's telephone."""
    return page.get_by_label(f"{name} och Samklang").first


def writes(page: Page, name: str, text: str) -> None:
    """Write and send."""
    field = pane(page, name).get_by_label("Skriv ett meddelande")
    field.fill(text)
    field.press("Enter")


def taps(page: Page, name: str, label: str | re.Pattern[str]) -> None:
    """Press the newest button with exactly this label, or one that fits a pattern."""
    exact = isinstance(label, str)
    pane(page, name).get_by_role("button", name=label, exact=exact).last.click()


def sees(page: Page, name: str, text: str) -> None:
    """Wait until a text stands in someone's chat."""
    pane(page, name).get_by_text(text).last.wait_for()


def awaits(page: Page, name: str, label: str) -> None:
    """Wait until a button can be pressed."""
    pane(page, name).get_by_role("button", name=label, exact=True).last.wait_for()


def joins(page: Page, name: str, association: str) -> None:
    """Come in by the link that waits."""
    taps(page, name, "Starta")
    sees(page, name, "Vad heter du?")
    writes(page, name, name)
    taps(page, name, association)


def pastes(page: Page, name: str) -> None:
    """Paste the invitation that lies ready, and answer what is asked."""
    writes(page, name, "/ny")
    sees(page, name, "Ett nytt möte")
    taps(page, name, "Bifoga")
    taps(page, name, "Klistra in en färdig inbjudan")
    pane(page, name).get_by_label("Skriv ett meddelande").press("Enter")
    taps(page, name, re.compile("^lördag"))
    sees(page, name, "Hur många platser finns det?")
    writes(page, name, "20")
    taps(page, name, "Se inbjudan")


def hands_in(page: Page, name: str, file: Path) -> None:
    """Send a file from the disk."""
    taps(page, name, "Bifoga")
    with page.expect_file_chooser() as chooser:
        taps(page, name, "Fil …")
    chooser.value.set_files(file)


def fetches(page: Page, name: str, label: str, ending: str) -> bytes:
    """Press a button that gives a file, and download what came."""
    files = pane(page, name).locator("a.file").filter(has_text=ending)
    before = files.count()
    taps(page, name, label)
    files.nth(before).wait_for()
    with page.expect_download() as download:
        files.nth(before).click()
    return Path(download.value.path()).read_bytes()


def shows(page: Page, name: str, label: str) -> int:
    """Press a button that gives a picture, and say how many pixels wide it is."""
    pictures = pane(page, name).locator("a.picture img")
    before = pictures.count()
    taps(page, name, label)
    picture = pictures.nth(before)
    picture.wait_for()
    width: int = picture.evaluate("async picture => (await picture.decode(), picture.naturalWidth)")
    return width


def jump(page: Page) -> None:
    """Move the clock to the next thing that will happen."""
    hour = page.locator("#clock").inner_text()
    page.get_by_role("button", name="Hoppa till nästa").first.click()
    page.wait_for_function(
        "before => document.querySelector('#clock').innerText !== before", arg=hour
    )
    page.wait_for_timeout(700)


def jump_until(page: Page, name: str, text: str) -> None:
    """Move the clock from one event to the next until a text has come."""
    for _ in range(12):
        if pane(page, name).get_by_text(text).count():
            break
        jump(page)
    sees(page, name, text)
