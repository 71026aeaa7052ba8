"""Long texts are parted where people would part them, and nothing is lost on the way."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules import lengths, parting
from bot.simulator.markup import Marked, read_html

ROOM = 40
WORDS = st.text(alphabet=st.sampled_from("aåö&<>. \n😀👩\u200d🚒🇸🇪é\u0301"), max_size=30)
TAGS = ("b", "i", "u", "s", "code", "tg-spoiler")
TREES = st.recursive(
    WORDS.map(lambda text: escape(text, quote=False)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5).map("".join),
        st.tuples(st.sampled_from(TAGS), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        inner.map(lambda text: f'<a href="https://example.org/?a=1&amp;b=2">{text}</a>'),
    ),
    max_leaves=20,
)


def marked(read: Marked) -> list[tuple[str, frozenset[str]]]:
    """Give every visible character with the names of the marks around it."""
    whole = read.text.encode("utf-16-le")
    found, at = [], 0
    for one in read.text:
        units = lengths.units(one)
        around = {
            mark.type for mark in read.entities if mark.offset <= at < mark.offset + mark.length
        }
        if not one.isspace():
            found.append((one, frozenset(around - {"url"})))
        at += units
    assert at * 2 == len(whole)
    return found


@given(TREES)
@settings(max_examples=300, deadline=None)
def test_each_part_fits_and_all_that_is_seen_is_there_in_order_b12(html: str) -> None:
    """Emoji count two, marks may be nested, and no mark is lost or spills over."""
    parts = parting.parted(html, ROOM)
    read = [read_html(part) for part in parts]

    assert all(lengths.units(one.text) <= ROOM for one in read)
    assert [sign for one in read for sign in marked(one)] == marked(read_html(html))


@given(TREES)
@settings(max_examples=100, deadline=None)
def test_what_fits_is_left_as_it_is_b12(html: str) -> None:
    """A short text is not touched, whatever it looks like."""
    room = max(1, lengths.units(read_html(html).text) * 2)

    assert [html] == parting.parted(html, max(room, 2 * len(html)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Första stycket.\n\nAndra stycket är lite längre.",
            ["Första stycket.", "Andra stycket är lite längre."],
        ),
        ("En rad här\nen rad till som fyller på", ["En rad här", "en rad till som fyller på"]),
        ("Kom till oss. Ta med fika och vänner", ["Kom till oss.", "Ta med fika och vänner"]),
        ("ord ord ord ord ord ord ord ord", ["ord ord ord ord ord ord ord", "ord"]),
        ("a" * 45, ["a" * 30, "a" * 15]),
    ],
)
def test_the_strongest_break_is_chosen_b12(text: str, expected: list[str]) -> None:
    """A paragraph before a line, a line before a sentence, a sentence before a word."""
    assert expected == parting.parted(text, 30)


def test_a_family_and_a_flag_are_not_torn_apart_b12() -> None:
    """What is seen as one character stays in one part."""
    assert ["a" * 8, "👩\u200d🚒b"] == parting.parted("a" * 8 + "👩\u200d🚒b", 10)
    assert ["a" * 8, "🇸🇪b"] == parting.parted("a" * 8 + "🇸🇪b", 10)
    assert ["🇸🇪🇸🇪", "🇸🇪"] == parting.parted("🇸🇪🇸🇪🇸🇪", 10)
    assert ["a" * 9, "e\u0301b"] == parting.parted("a" * 9 + "e\u0301b", 10)


def test_marks_are_closed_and_opened_anew_b12() -> None:
    """A link that is parted is two links to the same place."""
    html = '<b>Läs <a href="https://example.org/">kulturplanen för länet</a></b>'

    assert [
        '<b>Läs <a href="https://example.org/">kulturplanen</a></b>',
        '<b><a href="https://example.org/">för länet</a></b>',
    ] == parting.parted(html, 18)


def test_an_emoji_as_long_as_the_room_is_not_lost_b12() -> None:
    """What cannot be parted well is parted all the same."""
    torn = parting.parted("👩\u200d🚒" * 3, 2)

    assert "👩\u200d🚒" * 3 == "".join(torn)
