"""No name, title or reason can break a message, in any language, in any view."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot import token
from bot.rules import lengths, parting
from bot.simulator.markup import read_html
from bot.words import views
from bot.words.calendar import Words
from bot.words.message import Button, File, Message
from bot.words.texts import LANGUAGES, Html
from bot.words.views import sharing
from bot.words.views.meeting import Counts, group_card
from tests.words.hostile import Maker

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MESSAGE, CAPTION, LABEL, TAP, COPIED = 4_096, 1_024, 64, 64, 256
"""Units of a text and a caption, of a label, and bytes of callback data (Bot API)."""
FOUND_BY_TELEGRAM = {"url", "email", "mention", "bot_command", "hashtag"}
SHARED = 256
"""Characters of the words that a button puts after the bot's name (Bot API, InlineQuery)."""
ELSEWHERE = {
    "sharing.article": "below, for what it gives is no message",
    "drafting.shown_option": "by drafting.question, with the options that the reader makes",
    "operator.problem": "tests/test_operator.py, cause by cause",
    "health.finding": "tests/test_doctor.py, sign by sign",
    "health.verdict": "tests/test_doctor.py",
}
"""What knows only some words, or is plain sentences for a terminal."""
PARTED = {
    "minutes.comments",
    "opinions.comments",
    "minutes_out.whole",
    "meeting.agenda",
    "notices.agenda",
    "messaging.message",
    "unreached.to_pass_on",
    "unreached.words_alone",
    "changing.several",
}
"""What people write at length is said in several messages, not cut."""
View = Callable[..., object]


def found() -> Iterator[tuple[str, View]]:
    """Find every public function of every view."""
    for module in pkgutil.iter_modules(views.__path__, "bot.words.views."):
        for name, function in inspect.getmembers(importlib.import_module(module.name)):
            is_view = inspect.isfunction(function) and function.__module__ == module.name
            full = f"{module.name.rpartition('.')[2]}.{name}"
            if is_view and not name.startswith("_") and full not in ELSEWHERE:
                yield full, function


VIEWS = dict(found())


@cache
def shown(name: str, language: str, *, evil: bool) -> list[object]:
    """Show a view in every way it can be asked to."""
    words = Words(language, STOCKHOLM)
    calls = Maker(evil=evil).calls(name, VIEWS[name])
    spoken = next(iter(inspect.signature(VIEWS[name]).parameters)) in {"w", "t", "texts"}
    return [VIEWS[name](words, **call) if spoken else VIEWS[name](**call) for call in calls]


def pieces(said: object) -> Iterator[object]:
    """Take what a view gave apart: messages, texts and buttons."""
    if isinstance(said, Message | str | Button):
        yield said
    for part in parts(said):
        yield from pieces(part)


def parts(said: object) -> Iterable[object]:
    """Give what a thing is made of."""
    if isinstance(said, Message):
        return said.rows
    if isinstance(said, Mapping):
        return [Button(label, f"x:1:{choice}") for choice, label in said.items()]
    if isinstance(said, tuple | list):
        return said
    if not dataclasses.is_dataclass(said) or isinstance(said, File | Button):
        return ()
    return [getattr(said, field.name) for field in dataclasses.fields(said)]


def made(html: str) -> list[str]:
    """Name the marks that we made ourselves."""
    return [mark.type for mark in read_html(html).entities if mark.type not in FOUND_BY_TELEGRAM]


def marks(whole: object) -> list[str]:
    """Name the marks of everything that a view gave at once."""
    given = [one for one in pieces(whole) if isinstance(one, Message | Html)]
    texts = [one.text if isinstance(one, Message) else one for one in given]
    return [mark for text in texts for mark in made(text)]


def test_there_are_views_to_look_at() -> None:
    """The search finds them, and what is looked at elsewhere is still there."""
    assert len(VIEWS) > 150
    for full in ELSEWHERE:
        module, _, name = full.partition(".")
        assert callable(getattr(importlib.import_module(f"bot.words.views.{module}"), name))


@pytest.mark.parametrize("name", VIEWS)
def test_a_hostile_name_is_shown_as_it_was_typed_f6_f17(name: str) -> None:
    """It makes no mark, fills no blank and names no one; the marks are those of a tame name."""
    for language in LANGUAGES:
        evil, tame = (shown(name, language, evil=evil) for evil in (True, False))

        assert list(map(marks, tame)) == list(map(marks, evil))


@pytest.mark.parametrize("name", VIEWS)
def test_every_message_is_one_that_telegram_takes_b12_f16(name: str) -> None:
    """Text, caption, labels and callback data keep to the Bot API's limits."""
    for language in LANGUAGES:
        for one in pieces(shown(name, language, evil=True)):
            if isinstance(one, Button):
                fits_a_button(one)
            elif isinstance(one, Message):
                fits_a_message(one, is_whole=name not in PARTED)
            elif isinstance(one, str) and not isinstance(one, Html):
                assert not is_escaped(one)


@pytest.mark.parametrize(
    ("expected", "counts"),
    [
        ("5 anmälda", Counts(5, 0, None)),
        ("5 anmälda, 1 plats kvar", Counts(5, 0, 1)),
        ("5 anmälda. Mötet är fullt.", Counts(5, 0, 0)),
        ("5 anmälda. Mötet är fullt, 3 på reservlistan.", Counts(5, 3, 0)),
    ],
)
def test_a_card_in_a_group_counts_without_names(expected: str, counts: Counts) -> None:
    """How full it is stands last on the card."""
    meeting = Maker(evil=False).meetings("")[0]
    words = Words("sv", STOCKHOLM)

    card = group_card(words, meeting, counts, is_open=True, link="https://t.me/x")

    assert expected == read_html(card.text).text.splitlines()[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_offered_card_is_one_that_telegram_takes_f16(language: str) -> None:
    """It has a name and a line that a client has room for, and the text of the card."""
    words, card = Words(language, STOCKHOLM), Message("Hej!", ((Button("Ja", "come:1:yes"),),))
    for meeting in Maker(evil=True).meetings(""):
        offered = sharing.article(words, meeting, card)

        assert 0 < lengths.units(str(offered["title"])) <= sharing.TITLE
        assert 0 < lengths.units(str(offered["description"])) <= sharing.ABOUT
        assert not is_escaped(f"{offered['title']} {offered['description']}")
        assert offered["input_message_content"] == {
            "message_text": "Hej!",
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }


def fits_a_message(message: Message, *, is_whole: bool) -> None:
    """Hold a message against the limits, or the parts in which it leaves, before its file.

    A place on the map has a name and an address instead.
    """
    if message.venue:
        assert message.venue.title.strip()
        assert message.venue.address.strip()
        return
    limit = CAPTION if message.file and is_whole else MESSAGE
    for part in [message.text] if is_whole else parting.parted(message.text):
        text = read_html(part).text

        assert 0 < lengths.units(text) <= limit
        assert not is_escaped(text)
    assert sum(map(len, message.rows)) <= 100
    assert all(message.rows)


def fits_a_button(button: Button) -> None:
    """Hold a button against the limits."""
    assert 0 < lengths.units(button.label.strip()) <= LABEL
    assert not is_escaped(button.label)
    if button.url:
        return
    if button.share is not None:
        assert len(button.share) <= SHARED
        return
    if button.copies:
        assert len(button.copies) <= COPIED
        return
    assert len(button.token.encode()) <= TAP
    assert token.parse(button.token) is not None


def is_escaped(text: str) -> bool:
    """Whether people would see our escapes; the hostile name itself holds one of its own."""
    return "&lt;" in text or "&amp;amp;" in text
