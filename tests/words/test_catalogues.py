"""The catalogues hold exactly the sentences the code says, whole and with the same values."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.languages import FOLDER as CATALOGUES
from bot.words.texts import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {
    "say": ((1, "c"), 2),
    "plain": ((1, "c"), 2),
    "many": ((1, "c"), 2, 3),
    "plain_many": ((1, "c"), 2, 3),
}
TERMINAL = {"operator", "setup", "health"}
"""What only whoever runs the bot reads, where settings are quoted as they are written."""
Key = tuple[str, tuple[str, ...]]


@cache
def said() -> frozenset[Key]:
    """Find every sentence in the code."""
    found: set[Key] = set()
    for folder in ("bot", "handlers"):
        for _, _, message, _, context in extract_from_dir(
            ROOT / folder, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            ids = (message,) if isinstance(message, str) else tuple(message)
            found.add((context or "", ids))
    return frozenset(found)


@cache
def catalogue(language: str) -> Catalog:
    """Read a catalogue as it stands in the repository."""
    with (CATALOGUES / language / "LC_MESSAGES" / "bot.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    """Give the sentences of a catalogue, without its header."""
    return [message for message in catalogue(language) if message.id]


def ids(message: Message) -> tuple[str, ...]:
    """Give a sentence's English, singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    """Give a sentence's translation in all its forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def fields(text: str) -> set[str]:
    """Name the values a sentence is filled with."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_code_says_something() -> None:
    """The test finds sentences at all, or it would prove nothing."""
    assert len(said()) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_is_left_over_f19(language: str) -> None:
    """A catalogue holds exactly the sentences that the code says."""
    assert said() == {(message.context or "", ids(message)) for message in messages(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_f19(language: str) -> None:
    """No sentence is empty or only guessed."""
    lacking = [
        message.id
        for message in messages(language)
        if not all(strings(message)) or "fuzzy" in message.flags
    ]

    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_the_same_values_f19(language: str) -> None:
    """A translation uses the values of its source, no more and no fewer."""
    wrong = [
        message.id
        for message in messages(language)
        for text in strings(message)
        if fields(text) != fields(ids(message)[-1])
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_the_same_markup(language: str) -> None:
    """A translation opens and closes the tags of its source."""
    tags = re.compile(r"</?[a-z]+>")
    wrong = [
        message.id
        for message in messages(language)
        for text in strings(message)
        if sorted(tags.findall(text)) != sorted(tags.findall(ids(message)[0]))
    ]

    assert wrong == []


def test_swedish_keeps_to_the_writing_rules() -> None:
    """Swedish texts avoid what the language advice avoids."""
    avoided = re.compile(
        r"\b(skall|maila|t\.ex\.|m\.m\.|ca|ev\.|vänligen)\b|[0-9]:[0-9]|\.\.\.", re.IGNORECASE
    )
    found = [
        text
        for message in messages("sv")
        if message.context not in TERMINAL
        for text in strings(message)
        if avoided.search(text)
    ]

    assert found == []


def test_swedish_shouts_at_most_once_a_sentence() -> None:
    """An exclamation mark stands at most once in a text."""
    loud = [text for message in messages("sv") for text in strings(message) if text.count("!") > 1]

    assert loud == []
