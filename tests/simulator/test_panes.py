"""How chats and messages look to the page."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.clock import MovableClock
from bot.simulator import panes
from bot.simulator.api import Api
from bot.simulator.world import World


def a_world() -> World:
    """Return a world without people."""
    return World(MovableClock(datetime(2026, 9, 22, 16, 2, tzinfo=UTC), runs=False), is_fair=True)


def test_a_chat_tells_who_is_inside_and_what_each_has_unread() -> None:
    """The bot is told of apart from the people; each person has a number of their own."""
    world = a_world()
    karin, sara = world.add_user("Karin"), world.add_user("Sara", "Öberg")
    group = world.add_group("Nätverket", [karin, sara], admins=[karin])
    world.writes(karin, group, "Hej")

    shown = panes.chat(world, group)

    assert shown["members"] == [karin.id, sara.id]
    assert shown["botIn"] is False
    assert shown["unread"] == {str(karin.id): 0, str(sara.id): 1}
    assert panes.chat(world, world.chat(sara))["title"] == "Sara Öberg"


def test_commands_and_description_follow_the_persons_language() -> None:
    """Everyone sees the menu and the greeting of their own language, else the common one."""
    world = a_world()
    sara, aino = world.add_user("Sara"), world.add_user("Aino", language="fi")
    world.profile.words["Description", ""] = "Hej"
    world.profile.words["Description", "fi"] = "Hei"

    descriptions = [panes.chat(world, world.chat(one))["description"] for one in (sara, aino)]

    assert descriptions == ["Hej", "Hei"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://t.me/samklang_bot?start=Ab12", "Ab12"),
        ("t.me/samklang_bot?start=Ab12", "Ab12"),
        ("Ab12", "Ab12"),
        ("https://t.me/samklang_bot", ""),
    ],
)
def test_a_waiting_link_gives_its_parameter(link: str, expected: str) -> None:
    """A link may be given whole or as its bare parameter."""
    assert panes.parameter(link) == expected


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (b"\x89PNG\r\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF0000WEBPVP8", "image/webp"),
        (b"<svg onload=alert(1)>", None),
    ],
)
def test_only_true_pictures_are_shown(content: bytes, mime: str | None) -> None:
    """A file is a picture by its first bytes, not by what its sender calls it."""
    world = a_world()
    sara = world.add_user("Sara")
    said = world.sends(sara, sara, "photo", file=content, file_name="bild.png")
    assert said.document is not None

    file = panes.message(said)["file"]

    assert panes.picture_type(said.document) == mime
    assert isinstance(file, dict)
    assert file["image"] is (mime is not None)


def test_what_is_not_text_is_told_in_its_own_way() -> None:
    """A card shows its number, a place its point, a poll its options, a sticker its feeling."""
    world = a_world()
    sara = world.add_user("Sara")
    kinds = ("contact", "location", "poll", "sticker", "voice")
    card, place, poll, sticker, voice = (
        panes.message(world.sends(sara, sara, kind)) for kind in kinds
    )

    assert card["about"] == "+46701740605"
    assert place["place"] == {"latitude": 60.6749, "longitude": 17.1413}
    assert poll["poll"] == {"question": "Fika?", "options": ["Ja", "Nej"]}
    assert sticker["about"] == "👍"
    assert voice["file"] is None


def test_a_venue_shows_its_name_and_address() -> None:
    """The bot's place card has a name and an address beside its point."""
    world = a_world()
    sara = world.add_user("Sara")
    world.starts(sara)
    place = {"chat_id": str(sara.id), "title": "Folkets hus", "address": "Köpmangatan 1"}
    where = {"latitude": "60.6", "longitude": "16.8"}
    call = Api(world, contract=False).call(world.token, "sendVenue", place | where)
    assert asyncio.run(call)[0] == 200

    shown = panes.message(world.history(sara)[-1])["place"]

    assert isinstance(shown, dict)
    assert (shown["title"], shown["address"]) == ("Folkets hus", "Köpmangatan 1")


def test_service_lines_name_those_they_are_about() -> None:
    """Who came and who left is told by name."""
    world = a_world()
    karin = world.add_user("Karin")
    group = world.add_group("Nätverket", [karin], admins=[karin])
    world.adds_bot(karin, group)
    world.removes_bot(karin, group)

    came, left = (panes.message(said) for said in world.history(group))

    assert (came["service"], came["names"]) == ("new_chat_members", ["Samklang"])
    assert (left["service"], left["names"]) == ("left_chat_member", ["Samklang"])
