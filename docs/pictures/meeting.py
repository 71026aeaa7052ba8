"""The pictures of a meeting: the demonstration in headless Chromium, and hands that tap.

The people do what the texts tell, so a picture cannot go stale unseen: a button that has changed
its name stops the script.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, async_playwright

from bot.demo import STOCKHOLM, Demonstration
from docs.pictures.camera import ARGUMENTS, keep

MORNING = datetime(2027, 1, 11, 9, tzinfo=STOCKHOLM)
"""Pictures show the same days whenever they are taken."""
WIDE, HIGH = 1080, 740
"""Pixels; wide enough for three telephones side by side."""
PATIENCE = 30_000.0
"""Milliseconds to wait for something to be seen."""
KARIN, SARA, AHMED = "Karin Ek", "Sara Lind", "Ahmed Ali"
OTHERS = {
    AHMED: "Finska föreningen Kaleva",
    "Märta Dahl": "Kvarnens konstförening",
    "Nils Berg": "Körsällskapet Norrsken",
}
PLACE = "Folkets hus, Rådhusgatan 48, Östersund"


class Play:
    """The page, and the hands of everyone on it."""

    def __init__(self, page: Page) -> None:
        """Take the page over."""
        self.page = page

    def pane(self, name: str) -> Locator:
        """Find someone's telephone."""
        return self.page.get_by_label(f"{name} och Samklang").first

    async def writes(self, name: str, text: str) -> None:
        """Write and send."""
        field = self.pane(name).get_by_label("Skriv ett meddelande")
        await field.fill(text)
        await field.press("Enter")

    async def taps(self, name: str, label: str | re.Pattern[str]) -> None:
        """Press the newest button with this label."""
        exact = isinstance(label, str)
        button = self.pane(name).get_by_role("button", name=label, exact=exact).last
        await button.click()

    async def sees(self, name: str, text: str | re.Pattern[str]) -> None:
        """Wait until a text stands in someone's chat, and everyone has come to rest."""
        await self.pane(name).get_by_text(text).last.wait_for()
        await self.page.wait_for_timeout(700)

    async def joins(self, name: str, association: str) -> None:
        """Come in by the link that waits."""
        await self.taps(name, "Starta")
        await self.sees(name, "Vad heter du?")
        await self.writes(name, name)
        await self.taps(name, association)
        await self.sees(name, re.compile("Du är arrangör|nu är allt klart"))

    async def visits(self, name: str) -> None:
        """Put someone's telephone before us, or away again."""
        await self.page.locator(".chip").filter(has_text=name.split(maxsplit=1)[0]).click()

    async def jumps(self) -> None:
        """Move the clock to the next thing that will happen."""
        hour = await self.page.locator("#clock").inner_text()
        await self.page.get_by_role("button", name="Hoppa till nästa").first.click()
        await self.page.wait_for_function(
            "before => document.querySelector('#clock').innerText !== before", arg=hour
        )
        await self.page.wait_for_timeout(1500)

    async def jumps_until(self, name: str, text: str) -> None:
        """Move the clock from one thing to the next until someone has read a text."""
        for _ in range(9):
            if await self.pane(name).get_by_text(text).count():
                break
            await self.jumps()
        await self.sees(name, text)

    async def scrolls_to(self, name: str, text: str) -> None:
        """Put a message at the top of someone's chat."""
        await self.page.set_viewport_size({"width": WIDE, "height": 960})
        await self.page.wait_for_timeout(300)
        await (
            self.pane(name)
            .get_by_text(text)
            .last.evaluate("text => text.scrollIntoView({block: 'start'})")
        )

    async def photographs(self, name: str, what: Page | Locator, height: int = HIGH) -> None:
        """Keep a picture, when it is small enough; `height` is the window's, in pixels."""
        await self.page.set_viewport_size({"width": WIDE, "height": height})
        await self.page.evaluate("document.activeElement.blur()")
        await self.page.mouse.move(2, 2)
        await self.page.wait_for_timeout(300)
        keep(name, await what.screenshot(animations="disabled"))


async def gather(play: Play) -> None:
    """Let Karin take charge and the members in, and the bot into the group."""
    await play.joins(KARIN, "Jag är privatperson")
    await play.joins(SARA, "Bygdeteatern Månskenet")
    for name, association in OTHERS.items():
        await play.visits(name)
        await play.joins(name, association)
        await play.visits(name)
    await play.page.get_by_role("button", name="Lägg till boten").click()
    await play.sees(KARIN, "Nu är jag med i Kulturnätet i bygden")


async def invite(play: Play) -> None:
    """Let Karin paste, answer, look and send."""
    await play.writes(KARIN, "/ny")
    await play.sees(KARIN, "Ett nytt möte")
    await play.taps(KARIN, "Bifoga")
    await play.taps(KARIN, "Klistra in en färdig inbjudan")
    await play.pane(KARIN).get_by_label("Skriv ett meddelande").press("Enter")
    await play.sees(KARIN, "men det datumet är en annan veckodag")
    await play.scrolls_to(KARIN, "Så här ser mötet ut")
    await play.photographs("kontrollera", play.pane(KARIN), 960)
    await play.taps(KARIN, re.compile("^lördag"))
    await play.sees(KARIN, "Hur många platser finns det?")
    await play.writes(KARIN, "20")
    await play.taps(KARIN, "Se inbjudan")
    await play.sees(KARIN, "Den går till 4 personer")
    await play.photographs("skicka", play.pane(KARIN))
    await play.taps(KARIN, "Skicka till 4")
    await play.sees(KARIN, "Du hinner fortfarande stoppa den")
    await play.jumps()


async def register(play: Play) -> None:
    """Let Sara and Ahmed come, and photograph what they meet."""
    await play.taps(SARA, "Anmäl mig")
    await play.sees(SARA, "Är det något du inte äter?")
    await play.photographs("anmalan", play.pane(SARA))
    for choice in ("Vegetariskt", "Hörslinga"):
        await play.taps(SARA, "Ja, spara mitt svar")
        await play.taps(SARA, choice)
        await play.taps(SARA, "Klart")
    await play.sees(SARA, "Din mat: jag har noterat ditt svar")
    await play.photographs("bekraftelse", play.pane(SARA), 960)
    await play.photographs("provrummet", play.page)
    await play.visits(AHMED)
    await play.taps(AHMED, "Anmäl mig")
    await play.taps(AHMED, "Ja, spara mitt svar")
    await play.taps(AHMED, "Glutenfritt")
    await play.taps(AHMED, "Klart")
    await play.taps(AHMED, "Nej tack")
    await play.sees(AHMED, "Du är anmäld till")
    await play.visits(AHMED)


async def look(play: Play) -> None:
    """Let Karin see who comes, and change the place."""
    await play.taps(KARIN, "Se vilka som kommer")
    await play.sees(KARIN, "Till köket")
    await play.photographs("vilka-kommer", play.pane(KARIN), 900)
    await play.taps(KARIN, "Ändra mötet")
    await play.taps(KARIN, "Plats")
    await play.writes(KARIN, PLACE)
    await play.sees(KARIN, "Ändringen är sparad")
    await play.jumps_until(SARA, "Ny plats")
    await play.photographs("andring", play.pane(SARA))
    await play.jumps_until(SARA, "Tack för att du var med")
    await play.photographs("efterat", play.pane(SARA), 600)


async def visit(browser: Browser, address: str) -> None:
    """Live through a meeting with the camera ready."""
    page = await browser.new_page(viewport={"width": WIDE, "height": HIGH}, locale="sv-SE")
    page.set_default_timeout(PATIENCE)
    await page.goto(address)
    play = Play(page)
    for part in (gather, invite, register, look):
        await part(play)


async def take(folder: Path) -> None:
    """Open the demonstration on a fixed morning, and a browser before it."""
    demonstration = Demonstration(folder, 0)
    demonstration.clock.jump_to(MORNING)
    address, _ = await demonstration.open()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        await visit(browser, address)
        await browser.close()
    await demonstration.close()


def take_all() -> None:
    """Take the pictures anew."""
    with tempfile.TemporaryDirectory(prefix="samklang-") as folder:
        asyncio.run(take(Path(folder)))
