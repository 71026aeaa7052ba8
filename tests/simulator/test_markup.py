"""HTML becomes text and marks as Telegram reads it, proven by writing it back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import utf16_length, utf16_slice
from bot.simulator.markup import Marked, read_html
from bot.simulator.refusals import Refused

_ROUND_TRIPS = [
    "Hej &amp; välkommen",
    "<b>Dialogmöte</b> lördag",
    "<b>Tid: <i>lördag</i> kl. 10</b>",
    "\N{PARTY POPPER}<u>Gävle</u> <s>Bollnäs</s>",
    "<code>a &lt; b</code>",
    "<pre>rad 1\nrad 2</pre>",
    '<pre><code class="python">x = 1</code></pre>',
    '<a href="https://example.org/plan">planen</a>',
    '<span class="tg-spoiler">hemligt</span>',
    "<blockquote>Citat</blockquote>",
    "Dagordning\n<blockquote expandable>1. Fika\n2. Samtal</blockquote>",
    '<tg-time unix="1795518000" format="r">snart</tg-time>',
    '<tg-time unix="1795518000">kl. 12.00</tg-time>',
    "<blockquote><b>Fet</b> i citat</blockquote>",
    '<a href="http://example.org/">roten</a>',
    "R&amp;D",
]

_REFUSALS = [
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("å<x>y</x>", 'Unsupported start tag "x" at byte offset 2'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<b>å</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
    ("hej</b>", "Unexpected end tag at byte offset 3"),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ('<tg-time unix="nu">x</tg-time>', "invalid date-time entity"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]


def _written_back(marked: Marked) -> str:
    return telegram.Message(
        message_id=1,
        date=datetime(2026, 11, 24, tzinfo=UTC),
        chat=telegram.Chat(1, "private"),
        text=marked.text,
        entities=[
            telegram.MessageEntity.de_json(dict(mark.as_json()), None) for mark in marked.entities
        ],
    ).text_html


@pytest.mark.parametrize("html", _ROUND_TRIPS)
def test_html_survives_the_journey(html: str) -> None:
    """What the bot writes is what the library reads out of the entities."""
    assert html == _written_back(read_html(html)).replace("language-", "")


@pytest.mark.parametrize(("html", "words"), _REFUSALS)
def test_broken_html_is_refused(html: str, words: str) -> None:
    """Broken markup is refused with the place, counted in bytes."""
    with pytest.raises(Refused) as refused:
        read_html(html)

    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_marks_are_counted_in_utf16() -> None:
    """A sign beyond the basic plane counts as two."""
    marked = read_html("\N{PARTY POPPER}<b>ö</b>")

    assert [(mark.offset, mark.length) for mark in marked.entities] == [(2, 1)]


def test_a_links_address_is_unescaped() -> None:
    """An address is written with the same escapes as the text."""
    marked = read_html("<a href='https://example.org/?a=1&amp;b=&#50;'>planen</a>")

    assert marked.entities[0].url == "https://example.org/?a=1&b=2"


def test_what_cannot_be_marked_is_plain_text() -> None:
    """A link to nowhere, an empty tag and another's emoji leave only their words."""
    marked = read_html(
        '<a href="nowhere">a</a><b></b><tg-emoji emoji-id="1">b</tg-emoji>&nbsp;&#0;&'
        "<a>example.org</a>"
    )

    assert marked.text == "ab&nbsp;&#0;&example.org"
    assert [mark.url for mark in marked.entities] == ["http://example.org/"]


def test_outer_blanks_are_trimmed() -> None:
    """Blanks at the ends go, and the marks move with the text."""
    marked = read_html("\n <b> Hej </b> \n")

    assert marked.text == "Hej"
    assert [(mark.offset, mark.length) for mark in marked.entities] == [(0, 3)]


def test_telegram_finds_links_by_itself() -> None:
    """Addresses and commands are marked unasked, but not inside a link or code."""
    marked = read_html(
        "/hjalp info@example.org https://example.org. "
        "<a href='https://example.org'>x@example.org</a> <code>/start</code>"
    )

    found = [(m.type, utf16_slice(marked.text, m.offset, m.length)) for m in marked.entities]
    assert found == [
        ("bot_command", "/hjalp"),
        ("email", "info@example.org"),
        ("url", "https://example.org"),
        ("text_link", "x@example.org"),
        ("code", "/start"),
    ]


def test_nothing_is_marked_inside_code_and_quotes_do_not_nest() -> None:
    """Fixed-width text carries no other mark, a quote no quote."""
    code = read_html("<code>a <b>b</b></code>")
    quote = read_html("<blockquote>a <blockquote>b</blockquote></blockquote>")

    assert [mark.type for mark in code.entities] == ["code"]
    assert [mark.type for mark in quote.entities] == ["blockquote"]


_TREES = st.recursive(
    st.text(alphabet="aå\N{PARTY POPPER} &<", min_size=1).map(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    ),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["b", "i", "u", "s", "code", "blockquote"]),
        st.lists(inner, min_size=1, max_size=3).map("".join),
    ),
    max_leaves=8,
)


@given(_TREES)
def test_marks_always_lie_within_the_text(html: str) -> None:
    """However tags nest, each mark covers something, and reading anew changes nothing."""
    marked = read_html(html)

    assert marked.text == marked.text.strip()
    assert all(0 <= m.offset < m.end <= utf16_length(marked.text) for m in marked.entities)
    again = read_html(_written_back(marked))
    assert again.text == marked.text
