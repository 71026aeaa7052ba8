"""Each language is itself: no English left in another, and Finnish days in the form that fits."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.words.calendar import Words
from tests.words.test_catalogues import TERMINAL, messages, strings

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY = date(2027, 2, 8)
ENGLISH = re.compile(
    r"\b(the|and|you|your|is|are|with|meeting|register|seat|cancel|please|have|not|from|this|that"
    r"|will|what|when|where|answer|name|of|to|it|yes|no)\b",
    re.IGNORECASE,
)
DAYS = r"\{(?:day|when|moment|last|near|date)\}"
BENT = re.compile(
    rf"(?:viimeistään|aikaisintaan|ennen|jälkeen|alkaen) {DAYS}"
    rf"|{DAYS} (?:asti|saakka|mennessä|alkaen|jälkeen|ennen)\b"
)
"""Words that want the day in another form than the one it is written in."""


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_no_english_word_is_left(language: str) -> None:
    """A sentence that is only half translated would show at once."""
    wrong = [
        text
        for message in messages(language)
        if message.context not in TERMINAL
        for text in strings(message)
        if ENGLISH.search(re.sub(r"\{\w*\}|/\w+|“[^”]*”", "", text))
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("place", "weekday"),
    list(
        enumerate(
            ["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"]
        )
    ),
)
def test_a_finnish_weekday_stands_in_its_first_form(place: int, weekday: str) -> None:
    """CLDR would say "on Monday" of all but Sunday."""
    written = Words("fi", STOCKHOLM).day(MONDAY + timedelta(days=place))

    assert written.startswith(f"{weekday} {8 + place}.\u00a0helmikuuta")


def test_no_finnish_sentence_wants_the_day_in_another_form() -> None:
    """It would say "by Saturday" with the wrong ending, so the sentence is turned round."""
    wrong = [text for message in messages("fi") for text in strings(message) if BENT.search(text)]

    assert wrong == []


@pytest.mark.parametrize("language", ["sv", "en", "fi"])
def test_an_hour_can_be_searched_for_and_copied(language: str) -> None:
    """Between its digits stand only what people write themselves; no invisible joint."""
    words = Words(language, STOCKHOLM)
    written = words.when(MONDAY, time(10), time(14))

    assert re.search(r"10[.:]00–14[.:]00", written)
    assert not re.search(r"[\u2010-\u2012\u2060\u200b-\u200f\ufeff]", written)
