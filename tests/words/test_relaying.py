"""What someone reads who should tell another: it fits in a message, whatever the names are."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.rules import lengths
from bot.simulator.markup import read_html
from bot.words import relaying
from bot.words.calendar import Words
from bot.words.message import File, Message
from tests.rules.facts import person

W = Words("sv", ZoneInfo("Europe/Stockholm"))
FILE = File("mote.ics", "text/calendar", b"x")


def units(message: Message) -> int:
    """Count as Telegram does."""
    return lengths.units(read_html(message.text).text)


@pytest.mark.parametrize(
    ("line", "text", "names", "file"),
    [
        ("Det här gäller också Märta &lt;3. Hälsa gärna det.", "Hej", ["Märta <3"], None),
        ("Det här gäller också Märta och Olle. Hälsa gärna det.", "Hej", ["Märta", "Olle"], FILE),
        ("också 40 personer som du har anmält", "Hej", ["x" * 60] * 40, FILE),
        ("också 1 person som du har anmält", "x" * 900, ["y" * 100], FILE),
        ("Det här gäller också yyy", "x" * 900, ["y" * 100], None),
    ],
)
def test_her_own_message_names_those_she_should_tell(
    line: str, text: str, names: list[str], file: File | None
) -> None:
    """By name while there is room, else by number."""
    said = relaying.also(W, Message(text, file=file), names)

    assert line in said.text
    assert units(said) <= (1_024 if file else 4_096)


def test_a_full_message_is_left_as_it_is() -> None:
    """What has changed is more important than whom to tell."""
    full = Message("x" * 1_000, file=FILE)

    assert full == relaying.also(W, full, ["Märta"])


@pytest.mark.parametrize("length", [10, 900, 4_000])
@pytest.mark.parametrize("file", [None, FILE], ids=["text", "file"])
@pytest.mark.parametrize("number", [1, 200])
def test_a_text_for_many_fits_in_one_message_or_two(
    length: int, file: File | None, number: int
) -> None:
    """Names first; the text by itself when both do not fit."""
    text = "x" * (min(length, 1_000) if file else length)
    named = [person(name=f"Märta {n}", phone="070-1", email="m@x.example") for n in range(number)]

    parts = relaying.pass_on_to_many(W, named, Message(text, file=file))

    assert all(units(part) <= (1_024 if part.file else 4_096) for part in parts)
    assert text in parts[-1].text
    assert [file] == [part.file for part in parts][-1:]
    assert "Märta 0: 070-1, m@x.example" in parts[0].text
