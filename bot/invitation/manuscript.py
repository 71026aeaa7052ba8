"""The text laid out for reading: smoothed characters, lines with their marks, sentences.

Remembers where each smoothed character stood, so every span can point into the text as given.
Must not know what any word means.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

LONGEST = 40_000
"""Characters read; what stands after them belongs to a book, not to an invitation."""

SPACES = (
    "\t\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000"
)
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SMOOTH = str.maketrans(
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys(DASHES, "-")
    | {"\r": " ", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\u2019": "'", "\u00b4": "'"}
)
PLAIN_SPACES = str.maketrans(
    dict.fromkeys(SPACES, " ") | {"\r": " ", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n"}
)
DIVIDED = (
    r"(?<=[a-zåäöé])[-\u2010][ ]?\r?\n[ ]{0,3}(?=[a-zåäöé])"
    r"(?!(?:och|eller|samt|respektive|and|or|ja|tai|mån|tis|ons|tors|fre|lör|sön)(?:\W|\w*dag\b))"
)
"""A word divided at the margin; 'kultur-' before 'och fritidsnämnden' is whole."""

DROPPED = re.compile("\u00ad[ ]*(?:\r?\n[ ]*)?|[\u200b-\u200f\u2060\ufe0f\ufeff\u20e3]+|" + DIVIDED)
COMBINED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
PICTURE = "[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
"""One emoji or arrow, as people use them for bullets and labels."""

LINE = re.compile(r"[^\n]+")
EMPHASIS = re.compile(
    r"\*\*(?=\S)|(?<=\S)\*\*|__|(?<![^\s*_(])\*(?=[^\s*])|(?<=[^\s*])\*(?![^\s*_).,:;!?])"
)
DRAWN = re.compile(
    r"^#{1,5}(?=[ ]+\S)|^[ ]*\|(?:[ :-]*\|)+[ ]*$|^[ ]*\||(?<=[ ])\|(?=[ ])|\|[ ]*$", re.MULTILINE
)
"""How headings and tables are drawn in plain text: '# Program', '| 9.30 | Kaffe |'."""
MARK = re.compile(
    r"(?P<indent>[ >]*)(?:"
    r"(?P<bullet>\*{1,3}(?=\s)|[•·●○◦▪■□►▸‣\u2043∙➢➤✓✔+¤o-](?=\s)|[•●▪►‣]|[\u203a»](?=\s?\w)|"
    r"-(?=[^\W\d_])|" + PICTURE + r"+)"
    r"|§{1,2}[ ]{0,2}(?P<paragraph>\d{1,2})[.:)]?(?=\s)"
    r"|(?P<number>\d{1,2})(?:[.)][ ]?(?=[^\W\d_])|[.)](?=\s)|[ ]?§[.:]?(?=\s))"
    r"|(?P<under>\d{1,2}\.\d)[.)]?(?=\s+[^\W\d_])"
    r"|\(?(?P<letter>[a-hA-H])[.)](?=\s)"
    r")?[ ]*"
)
LONG_WORD = re.compile(r"[^\W_]{61,}")
BREAK = re.compile(r"(?<![.!?])[.!?]{1,9}[\"')\]]*\s+(?=[\"'(\[]?[^\W\d_a-zåäöæøé])|\n")
ABBREVIATED = re.compile(
    r"(?:\b(?:kl|klo|ca|nr|tel|tfn|puh|bl\.a|t\.ex|m\.m|d\.v\.s|t\.o\.m|o\.s\.v|dr|st|s:t|"
    r"e\.?d)|\b\d{1,2})\.\s*$",
    re.IGNORECASE,
)


class Mark(Enum):
    """What stands before the words of a line."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    UNDER = "under"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; offsets are into the smoothed text."""

    start: int
    end: int
    body: int
    indent: int
    mark: Mark
    sign: str
    after_blank: bool

    @property
    def length(self) -> int:
        """Characters from the first word to the last."""
        return self.end - self.body


class Manuscript:
    """A text, smoothed; every offset it hands out can be turned back into one of the original."""

    def __init__(self, original: str) -> None:
        """Smooth the text; longer ones than LONGEST are read to there."""
        self.original = original[:LONGEST]
        text, self._origin = _without_invisible(self.original)
        text = _without_drawing(text)
        self.kept = EMPHASIS.sub(_blank, text.translate(PLAIN_SPACES))
        """As `text`, with the dashes and signs people wrote: what is quoted comes from here."""
        self.text = EMPHASIS.sub(_blank, text.translate(SMOOTH))
        self.low = _lower(LONG_WORD.sub(_blank, self.text))
        """Small letters, with what is too long to be a word left out."""
        self.lines = _lines(self.text)
        self._starts = [line.start for line in self.lines]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn smoothed offsets into offsets of the original text."""
        if self._origin is None or end <= start:
            return start, max(start, end)
        last = self._origin[end - 1]
        while last + 1 < len(self.original) and unicodedata.combining(self.original[last + 1]):
            last += 1
        return self._origin[start], last + 1

    def line_at(self, position: int) -> int:
        """Give the number of the line that holds or precedes the position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def words_of(self, line: Line) -> str:
        """Give the words of a line without indentation and mark."""
        return self.kept[line.body : line.end]

    @cached_property
    def _breaks(self) -> list[int]:
        ends = (found.end() for found in BREAK.finditer(self.text) if self._ends_sentence(found))
        return [0, *ends, len(self.text)]

    def _ends_sentence(self, found: re.Match[str]) -> bool:
        before = self.text[max(0, found.start() - 60) : found.end()]
        if "\n" in found[0]:
            return not _wraps(before, self.text[found.end() : found.end() + 80], found[0])
        return ABBREVIATED.search(before[-14:]) is None

    def sentence(self, position: int) -> tuple[int, int]:
        """Give the bounds of the sentence round a position; lists and labels end at the line."""
        at = bisect_right(self._breaks, position)
        return self._breaks[at - 1], self._breaks[min(at, len(self._breaks) - 1)]

    def sentence_before(self, start: int) -> tuple[int, int]:
        """Give the bounds of the sentence that ends where this one starts."""
        return self.sentence(start - 1) if start > 0 else (0, 0)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _without_drawing(text: str) -> str:
    """Blank the lines of a table whose rows begin with a bar, and the signs of headings."""
    if "# " in text or re.search(r"^[ ]*\|.*\|[ ]*$", text, re.MULTILINE):
        return DRAWN.sub(_blank, text)
    return text


def _wraps(before: str, after: str, gap: str) -> bool:
    """Tell a line broken by the margin from one that ended."""
    if gap.count("\n") != 1 or after[:1] == "\n" or before.rstrip()[-1:] in ".!?:":
        return False
    long_enough = "\n" not in before.rstrip("\n")[-40:] and len(before.strip()) >= 40  # noqa: PLR2004
    words = after.lstrip(" ")
    return long_enough and (words[:1].islower() or words[:1].isdigit()) and words[1:2] != ")"


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _without_invisible(text: str) -> tuple[str, list[int] | None]:
    """Drop soft hyphens and the like and join combining marks; say where each character stood."""
    if text.isascii() and "-\n" not in text:
        return text, None
    marks = [*DROPPED.finditer(text), *COMBINED.finditer(text)]
    if not marks:
        return text, None
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for mark in sorted(marks, key=re.Match.start):
        pieces.append(text[at : mark.start()])
        origin.extend(range(at, mark.start()))
        at = mark.end()
        joined = _joined(mark[0])
        pieces.append(joined)
        origin.extend([mark.start()] * len(joined))
    pieces.append(text[at:])
    origin.extend(range(at, len(text)))
    return "".join(pieces), origin


def _joined(marked: str) -> str:
    if not marked[0].isalpha():
        return ""
    return unicodedata.normalize("NFC", marked)[0]


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    previous_end = -1
    for found in LINE.finditer(text):
        if found[0].isspace():
            continue
        gap = text.count("\n", previous_end + 1, found.start()) if previous_end >= 0 else 1
        lines.append(_line(found, after_blank=gap > 0))
        previous_end = found.end()
    return lines


def _line(found: re.Match[str], *, after_blank: bool) -> Line:
    mark = MARK.match(found[0])
    assert mark is not None  # noqa: S101 - every part of the pattern is optional
    kind, sign = _kind(mark)
    words = len(found[0].rstrip())
    body = min(mark.end(), words)
    indent = len(mark["indent"])
    return Line(
        found.start(), found.start() + words, found.start() + body, indent, kind, sign, after_blank
    )


def _kind(mark: re.Match[str]) -> tuple[Mark, str]:
    if mark["bullet"]:
        return Mark.BULLET, mark["bullet"]
    if mark["letter"]:
        return Mark.LETTER, mark["letter"]
    if mark["under"]:
        return Mark.UNDER, mark["under"]
    number = mark["number"] or mark["paragraph"]
    return (Mark.NUMBER, number) if number else (Mark.NONE, "")
