"""Sentences find their language, and values in them stay values."""

from __future__ import annotations

import gettext

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from bot.words import catalogues
from bot.words.message import Button, File, Message, rows
from bot.words.texts import Html, Texts, bold, folded, lines, shown, within

SV, EN = Texts("sv"), Texts("en")


@pytest.mark.parametrize(
    ("expected", "given_language"), [("sv", "sv"), ("fi", "fi"), ("sv", "se"), ("sv", "")]
)
def test_a_language_we_lack_becomes_swedish_f15(expected: str, given_language: str) -> None:
    """Whatever Telegram says of a person, she can read an answer."""
    assert expected == Texts(given_language).language


@pytest.mark.parametrize(
    ("expected", "n"), [("0 platser kvar", 0), ("1 plats kvar", 1), ("2 platser kvar", 2)]
)
def test_a_number_bends_its_word_f19(expected: str, n: int) -> None:
    """Swedish has one form for one and another for the rest."""
    said = SV.many("meeting", "{going}, {n} seat left", "{going}, {n} seats left", n, going="Alla")

    assert f"Alla, {expected}" == said


def test_a_button_is_not_escaped() -> None:
    """What is not read as HTML is left as it is."""
    assert "<Bo>" in SV.plain("upcoming", "Invitation goes out: {title}", title="<Bo>")
    assert "3" in SV.plain_many("desk", "Send to {n}", "Send to {n}", 3)


@given(st.text())
def test_a_value_is_never_markup_f6_f17(value: str) -> None:
    """Whatever is typed, it stands in the sentence escaped and unfilled."""
    said = EN.say("joining", "Nice to meet you, {name}!", name=value)

    assert f"Nice to meet you, {shown(value)}!" == said
    assert "<" not in shown(value)


def test_what_is_safe_is_not_escaped_twice() -> None:
    """A bold title in a sentence stays bold."""
    title = bold("Kaffe & <samtal>")

    assert "<b>Kaffe &amp; &lt;samtal&gt;</b>" == title == shown(title)
    assert "<blockquote expandable>a &lt; b</blockquote>" == folded("a < b")


@pytest.mark.parametrize(
    ("expected", "parts"),
    [
        ("a\nb", ("a", None, "b")),
        ("a\n\nb", ("a", "", "b")),
        ("a", ("", "a", None, "")),
        ("&lt;a&gt;\n<b>b</b>", ("<a>", bold("b"))),
        ("", (None,)),
    ],
)
def test_sentences_stand_under_each_other(expected: str, parts: tuple[str | None, ...]) -> None:
    """What is left out leaves no line, what is empty leaves a blank one."""
    assert expected == lines(*parts)


@pytest.mark.parametrize(
    ("expected", "room"),
    [
        (["ab", "&lt;&lt;", "<b>😀</b>"], 9),
        (["ab", "&lt;&lt;", "…"], 8),
        (["ab", "…"], 5),
        (["…"], 2),
        (["…"], 0),
    ],
)
def test_lines_are_kept_as_far_as_there_is_room_b12(expected: list[str], room: int) -> None:
    """Room is counted as people see the lines, each with its break."""
    assert expected == within(room, ["ab", "<<", bold("😀")])


def catalogue(language: str = "fi") -> gettext.NullTranslations:
    """Compile a catalogue that is only half written."""
    half = Catalog(locale=language)
    half.add("Yes", "Kyllä", context="x")
    half.add("No", "", context="x")
    half.add("Perhaps", "Ehkä", flags=["fuzzy"], context="x")
    half.add(("{n} day", "{n} days"), ("{n} päivä", "{n} päivää"), context="x")
    half.add(("{n} week", "{n} weeks"), ("", ""), context="x")
    half.add(("{n} month", "{n} months"), ("{n} kuukausi", ""), context="x")
    compiled = catalogues.compiled(half)
    compiled.add_fallback(Swedish())
    return compiled


class Swedish(gettext.NullTranslations):
    """Knows one word for everything."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's own names
        """Say it in Swedish."""
        return "på svenska"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        """Say it in Swedish."""
        return "på svenska"


@pytest.mark.parametrize(
    ("expected", "message"), [("Kyllä", "Yes"), ("på svenska", "No"), ("på svenska", "Perhaps")]
)
def test_a_missing_sentence_is_said_in_swedish_f19(expected: str, message: str) -> None:
    """Neither a key nor a guess is shown."""
    assert expected == catalogue().pgettext("x", message)


@pytest.mark.parametrize(
    ("expected", "word"),
    [("{n} päivää", "day"), ("på svenska", "week"), ("på svenska", "month")],
)
def test_a_missing_plural_is_said_in_swedish_f19(expected: str, word: str) -> None:
    """All forms or none: half a plural is a missing one."""
    assert expected == catalogue().npgettext("x", f"{{n}} {word}", f"{{n}} {word}s", 2)


def test_a_message_knows_how_it_is_sent() -> None:
    """Text without link previews, a file with a caption, a silent one silently."""
    text = Message(Html("Hej!"), rows(Button("Ja", "come:1:yes", style="success")))
    file = Message(Html("Här"), file=File("a.ics", "text/calendar", b"x"), is_silent=True)

    assert ("sendMessage", "sendDocument") == (text.method, file.method)
    assert {
        "parse_mode": "HTML",
        "text": "Hej!",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {
            "inline_keyboard": [[{"text": "Ja", "callback_data": "come:1:yes", "style": "success"}]]
        },
    } == text.as_content()
    assert {
        "parse_mode": "HTML",
        "caption": "Här",
        "document": {"name": "a.ics", "kind": "text/calendar", "base64": "eA=="},
        "disable_notification": True,
    } == file.as_content()


def test_a_button_can_lead_to_an_address() -> None:
    """A link carries no token, and rows without buttons are no rows."""
    link = Button("Öppna", url="https://t.me/samklang_bot")

    assert {"text": "Öppna", "url": "https://t.me/samklang_bot"} == link.as_content()
    assert ((link,), (link, link)) == rows(link, None, (), (link, link))
