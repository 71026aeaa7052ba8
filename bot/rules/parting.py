"""Parts a text that is longer than Telegram takes. Knows our own HTML, never what it says.

A part ends between two paragraphs if it can, else after a line, a sentence or a word. Marks that
are open where a part ends are closed there and opened anew in the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import accumulate, takewhile

from bot.rules import lengths

MESSAGE = 4_096
"""UTF-16 units of a text once its marks are read (Bot API, sendMessage)."""
CAPTION = 1_024
_FEW = 4
"""A part that would be shorter than a quarter of the room is filled by a weaker break."""
_PIECE = re.compile(r"<[^>]*>|&[^;\s]+;|.", re.DOTALL)
_JOINS = "\u200d"
_FOLLOWS = {"Mn", "Me", "Mc", "Sk"}
"""Kinds of characters that belong to the one before, such as accents and skin tones."""
_FLAGS = range(0x1F1E6, 0x1F200)

_Marks = tuple[tuple[int, str], ...]
"""The open marks, each with its own number: two bold words side by side are two."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One visible character as it is written, what it shows, and the marks around it."""

    written: str
    shown: str
    marks: _Marks


def parted(html: str, room: int = MESSAGE) -> list[str]:
    """Part a text so that each part fits; what fits is left as it is."""
    if 2 * len(html) <= room:
        return [html]
    signs = _signs(html)
    if sum(lengths.units(one.shown) for one in signs) <= room:
        return [html]
    parts, begin = [], _past_blanks(signs, 0)
    while begin < len(signs):
        end = _end(signs, begin, room)
        parts.append(_written(signs[begin:end]))
        begin = _past_blanks(signs, end)
    return [part for part in parts if part]


def _signs(html: str) -> list[_Sign]:
    """Read a text into its characters."""
    signs: list[_Sign] = []
    marks: _Marks = ()
    for number, piece in enumerate(_PIECE.findall(html)):
        if piece.startswith("</"):
            marks = marks[:-1]
        elif piece.startswith("<") and len(piece) > 1:
            marks = (*marks, (number, piece))
        else:
            signs.append(_Sign(piece, unescape(piece), marks))
    return signs


def _past_blanks(signs: Sequence[_Sign], at: int) -> int:
    """Pass over blanks; Telegram would leave them out where a text begins."""
    return next((n for n in range(at, len(signs)) if not signs[n].shown.isspace()), len(signs))


def _end(signs: Sequence[_Sign], begin: int, room: int) -> int:
    """Find where a part ends: at the strongest break that leaves it long enough."""
    window = [one.shown for one in signs[begin : begin + room + 2]]
    used = accumulate(map(lengths.units, window))
    fits = sum(1 for _ in takewhile(lambda units: units <= room, used))
    if begin + fits == len(signs):
        return len(signs)
    return begin + _break(window[: fits + 2], fits)


def _break(shown: Sequence[str], fits: int) -> int:
    """Choose between the breaks there are within what fits."""
    for is_break in (_ends_paragraph, _ends_line, _ends_sentence, _ends_word):
        for at in range(fits, fits // _FEW, -1):
            if is_break(shown, at):
                return at
    whole = (at for at in range(fits, 0, -1) if not _is_within(shown, at))
    return next(whole, max(1, fits))


def _ends_paragraph(shown: Sequence[str], at: int) -> bool:
    return shown[at] == "\n" and at + 1 < len(shown) and shown[at + 1] == "\n"


def _ends_line(shown: Sequence[str], at: int) -> bool:
    return shown[at] == "\n"


def _ends_sentence(shown: Sequence[str], at: int) -> bool:
    return shown[at].isspace() and shown[at - 1] in ".!?…"


def _ends_word(shown: Sequence[str], at: int) -> bool:
    return shown[at].isspace()


def _is_within(shown: Sequence[str], at: int) -> bool:
    """Whether what people see as one character goes on here."""
    before, here = shown[at - 1], shown[at]
    if _JOINS in {before, here}:
        return True
    if ord(here[0]) in _FLAGS and ord(before[0]) in _FLAGS:
        flags = takewhile(lambda one: ord(one[0]) in _FLAGS, shown[at - 1 :: -1])
        return sum(1 for _ in flags) % 2 == 1
    return unicodedata.category(here[0]) in _FOLLOWS


def _written(signs: Sequence[_Sign]) -> str:
    """Write characters with their marks, opened and closed where they must be."""
    last = max((n for n, one in enumerate(signs) if not one.shown.isspace()), default=-1)
    pieces: list[str] = []
    marks: _Marks = ()
    for one in signs[: last + 1]:
        if one.marks is not marks:
            pieces += _turned(marks, one.marks)
            marks = one.marks
        pieces.append(one.written)
    return "".join([*pieces, *_turned(marks, ())])


def _turned(old: _Marks, new: _Marks) -> list[str]:
    """Close what is over and open what begins."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    closed = [f"</{_name(mark)}>" for _, mark in reversed(old[same:])]
    return closed + [mark for _, mark in new[same:]]


def _name(mark: str) -> str:
    return mark.strip("<>").split()[0]
