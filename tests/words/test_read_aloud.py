"""What someone who listens to the chat meets: words first, and nothing said by a picture alone."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_uppercase

import pytest

from bot.words.message import Button, Message
from bot.words.texts import LANGUAGES, Html, seen
from tests.words.test_views import VIEWS, pieces, shown

TERMINAL = ("health", "operator", "setup", "service", "commands", "parsing")
"""Read in a terminal, where lists have marks of their own."""
READ = [name for name in VIEWS if not name.startswith(TERMINAL)]
WORD = re.compile(r"[^\W\d_]{2,}|\d")
NOTHING = frozenset({"–", "…", "", "•", "/", *ascii_uppercase})
"""Marks of what is left out, the stroke between two page numbers, and the names of columns."""
MARKED = re.compile(
    r"[\u2713\u2714\u2611\u2705\u2717\u2718\u274c\u26a0\u2757\U0001f300-\U0001faff]"
)


def is_symbol(letter: str) -> bool:
    """Whether a character is a picture, an arrow or a mark, and no letter, digit or stop."""
    return unicodedata.category(letter) in {"So", "Sm", "Sk"} and letter not in "+<=>~^`|"


def said(name: str, language: str) -> list[str]:
    """Give every text and label that a view makes, as people see them."""
    given = pieces(shown(name, language, evil=False))
    texts = [
        seen(one.text)
        if isinstance(one, Message)
        else one.label
        if isinstance(one, Button)
        else seen(one)
        if isinstance(one, Html)
        else str(one)
        for one in given
    ]
    return [text for text in texts if text not in NOTHING]


@pytest.mark.parametrize("name", READ)
def test_words_come_before_pictures(name: str) -> None:
    """No line and no button begins with a symbol, and none is made of symbols only."""
    for language in LANGUAGES:
        for line in (line for text in said(name, language) for line in text.splitlines()):
            bare = line.strip()
            if bare in NOTHING:
                continue

            assert not is_symbol(bare[0]), line
            assert WORD.search(bare), line


@pytest.mark.parametrize("name", READ)
def test_a_mark_is_said_in_words_too(name: str) -> None:
    """Beside a check mark or a warning stand words that say the same, after it or in brackets."""
    for language in LANGUAGES:
        for line in (line for text in said(name, language) for line in text.splitlines()):
            for mark in MARKED.finditer(line):
                after, before = line[mark.end() :], line[: mark.start()]

                assert WORD.search(after) or WORD.search(before.rpartition("(")[2]), line
