"""The frame around the chats: the clock, the people, the back room, a phone's narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from tests.browser.hall import Hall

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Window: TypeAlias = Callable[..., Page]

PHONE = {"width": 390, "height": 844}
ONE_LINE = 24
"""Pixels; the date in two lines is higher."""


def test_the_clock_stops_at_everything_on_its_way(hall: Hall, window: Window) -> None:
    """A jump to a later event lets each earlier one happen first, at its own hour."""
    hall.world.add_user("Sara")
    start = hall.clock.now()
    nudge, closing = start + timedelta(hours=3), start + timedelta(days=2)
    hall.plans += [(closing, "Anmälan stänger"), (nudge, "Påminnelse")]
    page = window()
    page.get_by_text("tisdag 22 september 2026").wait_for()

    page.get_by_role("button", name="Hoppa till nästa").get_by_text("Påminnelse").wait_for()
    page.get_by_role("button", name="Flytta klockan").click()
    page.get_by_role("button", name="Anmälan stänger").click()
    page.get_by_text("torsdag 24 september 2026").wait_for()

    assert [stop.replace(microsecond=0) for stop in hall.stops] == [nudge, closing]
    page.get_by_text("Inget väntar just nu").wait_for()


def test_a_phone_shows_one_chat_and_never_scrolls_sideways(hall: Hall, window: Window) -> None:
    """At 390 px the people are tabs, nothing sticks out, and the date keeps to its line."""
    karin, sara = hall.world.add_user("Karin", "Lindqvist"), hall.world.add_user("Sara", "Öberg")
    hall.world.add_group("Ett nätverk med ett mycket långt namn", [karin, sara], admins=[karin])
    hall.do(lambda: hall.world.starts(sara))
    hall.call("sendMessage", chat_id=sara.id, text="https://exempel.se/" + "x" * 300)
    hall.plans.append((hall.clock.now() + timedelta(days=3), "En påminnelse med mycket lång text"))
    page = window(viewport=PHONE)

    page.get_by_role("tab", name="Karin").focus()
    page.keyboard.press("ArrowRight")

    page.get_by_role("heading", name="Sara Öberg").wait_for()
    assert page.locator(".pane:visible").count() == 1
    day = page.get_by_text("tisdag 22 september 2026").bounding_box()
    assert day is not None
    assert day["height"] < ONE_LINE
    for opener in ("Bifoga", "Flytta klockan", "Ny person", "Bakom kulisserna"):
        page.get_by_role("button", name=opener).click()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.keyboard.press("Escape")


def test_unread_messages_are_counted_until_somebody_looks(hall: Hall, window: Window) -> None:
    """A chat nobody has looked at wears its number; pointing at it reads it."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    page = window()

    hall.call("sendMessage", chat_id=sara.id, text="Ett")
    hall.call("sendMessage", chat_id=sara.id, text="Två")
    page.get_by_role("button", name="Sara 2 nya meddelanden").wait_for()
    page.get_by_text("Nytt", exact=True).wait_for()
    page.get_by_text("Två").hover()
    page.get_by_role("button", name="Sara", exact=True).wait_for()

    assert hall.do(lambda: hall.world.unread(sara, sara)) == 0


def test_a_visitor_invents_a_person(hall: Hall, window: Window) -> None:
    """A new name gives a new person with a chat of their own."""
    hall.world.add_user("Sara")
    page = window()

    page.get_by_role("button", name="Ny person").click()
    page.get_by_label("Förnamn").fill("Ailo")
    page.get_by_label("Efternamn").fill("Čáppa")
    page.get_by_role("button", name="Lägg till", exact=True).click()

    page.get_by_role("heading", name="Ailo Čáppa").wait_for()


def test_the_back_room_shows_calls_and_sounds_and_restarts(hall: Hall, window: Window) -> None:
    """Behind the scenes: each call with its status, how often it rang, and a restart."""
    sara = hall.world.add_user("Sara")
    hall.do(lambda: hall.world.starts(sara))
    page = window()
    page.get_by_role("button", name="Bakom kulisserna").click()

    hall.call("sendMessage", chat_id=sara.id, text="Påminnelse")
    hall.call("sendMessage", chat_id=sara.id, text="Viskat", disable_notification=True)
    page.get_by_text("1 pling, 1 utan ljud").wait_for()
    page.get_by_role("cell", name="sendMessage Påminnelse").wait_for()
    page.get_by_role("button", name="Starta om boten").click()
    page.get_by_text("Boten har startat om.").wait_for()

    assert hall.restarts == 1
