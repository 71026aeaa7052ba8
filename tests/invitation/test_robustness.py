"""Whatever somebody pastes, the reader answers, in time, and points at words that stand there."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.invitation import reader
from bot.invitation.invitation import Invitation, Item
from tests.invitation import scoring
from tests.invitation.styles import TODAY

MEGABYTE = 1_000_000
HOSTILE = {
    "one letter": "a",
    "digits": "1234567890",
    "nested brackets": "([",
    "spaces": " ",
    "empty lines": "\n",
    "bullets": "• x\n",
    "days": "torsdag 5 mars 2027 ",
    "last days": "senast en vecka före ",
    "clocks": "kl 10.00-12.00 ",
    "addresses": "a@b.se ",
    "signs": "@",
    "stars": "*",
    "dots": ".",
    "soft hyphens": "a\u00ad",
    "labels": "Tid:\n",
    "emojis": "📅",
    "invitations": "bjuder in till ",
    "food": "fika och ",
    "phone numbers": "070-1 ",
    "headings": "Program:\n- x\n",
}
JUMBLE = (
    "kl |18|–|20|.|30|\n|den |5| mars|/|3|Tid: |Plats: |senast |anmäl dig |torsdag |v. 11|"
    "i morgon| en vecka före|• |1. |Program\n|31 juni|halv |sju|@|a.se|070-174 06 05|\u00ad|"
    "a\u0301|(|:|bjuder in till |dialogmöte|fika|2027|-02-|13| och |Anna Ek|\t|📅 "
)
SAYS_HOUR = re.compile(r"\d|halv|klockan|sju|åtta|nio")
PIECES = st.lists(st.sampled_from(JUMBLE.split("|")), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    """Any characters at all are read without an error."""
    assert isinstance(reader.read(text, TODAY), Invitation)


@settings(max_examples=300, deadline=None)
@given(text=PIECES, today=st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_no_jumble_of_invitations_is_too_strange(text: str, today: date) -> None:
    """Any mixture of what invitations are made of is read, and every span lies in the text."""
    read = reader.read(text, today)

    for name, finding in read.findings:
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start <= end <= len(text), name


@pytest.mark.parametrize("number", scoring.EVERY)
def test_spans_point_at_the_words_they_claim(number: int) -> None:
    """What the review card quotes is what was read."""
    text, today = (
        scoring.text_of(number),
        date.fromisoformat(str(scoring.answer_of(number)["today"])),
    )

    read = reader.read(text, today)

    for name in ("title", "place", "moderator", "contact_name"):
        finding = getattr(read, name)
        if finding.value:
            quoted = _plain(text[slice(*finding.span)])
            assert _plain(finding.value) == quoted or _is_unshouted(finding.value, quoted), name
    for name in ("contact_email", "contact_phone", "contact_link"):
        finding = getattr(read, name)
        assert finding.value is None or _whole(text[slice(*finding.span)]) == finding.value
    _look_at_hours(read, text)


def _look_at_hours(read: Invitation, text: str) -> None:
    for finding in (read.start, read.end, read.doors):
        if finding.value and finding.span:
            assert SAYS_HOUR.search(text[slice(*finding.span)])


def _whole(words: str) -> str:
    """Join a word divided at the margin."""
    return words.replace("-\n", "")


def _plain(words: str) -> str:
    """Leave out what only makes the text look as it does."""
    return " ".join(
        _whole(words).replace("\u00ad", "").replace("\n", " ").replace(",", " ").split()
    ).casefold()


def _is_unshouted(value: str, quoted: str) -> bool:
    return _plain(value) in quoted


def test_agenda_points_stand_where_they_say() -> None:
    """Each point of the agenda points at its own line."""
    text = scoring.text_of(7)

    def spans(items: tuple[Item, ...]) -> list[tuple[str, tuple[int, int]]]:
        return [
            pair
            for item in items
            for pair in [(item.title, item.span or (0, 0)), *spans(item.children)]
        ]

    told = spans(reader.read(text, date(2027, 8, 20)).agenda)

    assert told
    assert all(title.split()[0] in text[slice(*span)] for title, span in told)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of_anything_takes_less_than_a_second(kind: str) -> None:
    """No text can keep the bot from the others."""
    text = HOSTILE[kind] * (MEGABYTE // len(HOSTILE[kind]))
    began = time.process_time()

    reader.read(text, TODAY)

    assert time.process_time() - began < 1.0


def test_a_usual_invitation_takes_a_moment() -> None:
    """Fifteen milliseconds, the best of nine so that a busy machine does not decide."""
    text = scoring.text_of(7)
    reader.read(text, TODAY)

    def taken() -> float:
        began = time.process_time()
        reader.read(text, TODAY)
        return time.process_time() - began

    assert min(taken() for _ in range(9)) < 0.015
