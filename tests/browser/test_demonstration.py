"""A newcomer tries the whole bot in the browser: two people, one meeting, a clock that is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.hands import joins, jump_until, pastes, sees, taps, writes

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_newcomer_lives_through_a_meeting_in_the_browser(demonstration: Page) -> None:
    """Karin pastes, checks and sends; Sara registers; the clock is moved to the reminder."""
    page = demonstration
    joins(page, "Karin Ek", "Jag är privatperson")
    sees(page, "Karin Ek", "Du är arrangör")
    joins(page, "Sara Lind", "Bygdeteatern Månskenet")
    sees(page, "Sara Lind", "nu är allt klart")

    pastes(page, "Karin Ek")
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


def test_the_bot_can_be_restarted_in_the_middle_of_a_question(demonstration: Page) -> None:
    """A restart changes nothing for the one who is being asked."""
    page = demonstration
    taps(page, "Sara Lind", "Starta")
    sees(page, "Sara Lind", "Vad heter du?")
    page.get_by_role("button", name="Bakom kulisserna").click()
    page.get_by_role("button", name="Starta om boten").click()
    writes(page, "Sara Lind", "Sara Lind")

    sees(page, "Sara Lind", "Vilken förening eller organisation kommer du från?")
