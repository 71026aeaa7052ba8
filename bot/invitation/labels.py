"""What a line says it is about: 'Tid:', 'Plats', 'Sista anmälningsdag:', a clock emoji.

Knows the words organisers label with, in three languages. Must not read the values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.invitation.label_words import (
    JOINED,
    LAST_DAY,
    LEAD,
    OTHER_MATTER,
    PICTURES,
    STEMS,
    Kind,
)
from bot.invitation.manuscript import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.invitation.manuscript import Line, Manuscript


STEM = tuple((kind, re.compile(pattern)) for kind, pattern in STEMS)

LABEL = re.compile(
    r"(?P<words>[^\W\d_][^\n:\x00]{0,48}?)[ ]?(?::|[?](?=[ ]|$)|[ ]-(?=[ ])|[ ]{3,})(?!/)"
)
MIDDLE = re.compile(
    r"(?:(?<=[.!?,;)\w\x00])[ ]+|(?<=[/|])[ ]?)(?P<words>[A-ZÅÄÖ][^\W\d_]{2,20}(?:(?: (?:och|&|"
    r"dag|att|anmälningsdag|senast|för) ?|/| )[^\W\d_]{2,16}){0,3}):(?=[ ]|\n|$)"
)
BARE_VALUE = re.compile(
    r"(?P<words>Tid|Datum|När|Dag|Plats|Lokal|Var|Aika|Paikka|When|Where|Kostnad|"
    r"Moderator)[ ](?=[\dA-ZÅÄÖ]|kl|mån|tis|ons|tors|fre|lör|sön)"
)
LAST = frozenset({"sista", "senaste"})
FEW_WORDS = 6
LOOSE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A label with what it announces; offsets are smoothed, the value ends with its line."""

    kinds: frozenset[Kind]
    start: int
    value: int
    end: int
    line: int
    words: str

    @property
    def is_known(self) -> bool:
        """Whether the label is one of those organisers use."""
        return Kind.OTHER not in self.kinds


def scan(manuscript: Manuscript, left_out: Callable[[int], bool]) -> list[Label]:
    """Find every label, in order; the value of one ends where the next begins."""
    labels: list[Label] = []
    for number, line in enumerate(manuscript.lines):
        if left_out(number):
            continue
        found = list(_of_line(manuscript, number, line))
        ends = [*(label.start for label in found), line.end][1:]
        labels.extend(replace(one, end=end) for one, end in zip(found, ends, strict=False))
    return labels


def _of_line(manuscript: Manuscript, number: int, line: Line) -> Iterator[Label]:
    first = _leading(manuscript, number, line)
    if first:
        yield first
    for found in MIDDLE.finditer(manuscript.text, first.value if first else line.body, line.end):
        kinds = kinds_of(found["words"])
        if Kind.OTHER not in kinds:
            yield Label(kinds, found.start("words"), found.end(), line.end, number, found["words"])


def _leading(manuscript: Manuscript, number: int, line: Line) -> Label | None:
    words = manuscript.text[line.body : line.end]
    if pictured := _pictured(line):
        return Label(frozenset({pictured}), line.start, line.body, line.end, number, line.sign)
    found = LABEL.match(manuscript.text, line.body, line.end)
    if found and re.search(r"[.!?] ", found["words"]):
        found = None
    if found and found[0].endswith(":"):
        return Label(
            kinds_of(found["words"]), line.body, found.end(), line.end, number, found["words"]
        )
    if found and found[0].endswith("?") and Kind.OTHER in kinds_of(found["words"]):
        found = None
    loose = found or BARE_VALUE.match(manuscript.text, line.body, line.end)
    most = 1 if loose and loose[0].endswith("?") else LOOSE_WORDS
    if loose and Kind.OTHER not in kinds_of(loose["words"]) and len(loose["words"].split()) <= most:
        return Label(
            kinds_of(loose["words"]), line.body, loose.end(), line.end, number, loose["words"]
        )
    if _is_heading(words) and line.mark in (Mark.NONE, Mark.BULLET):
        return Label(kinds_of(words), line.body, line.end, line.end, number, words)
    return None


def _pictured(line: Line) -> Kind | None:
    for kind, signs in PICTURES.items():
        if line.sign and line.sign[0] in signs:
            return kind
    return None


def _is_heading(words: str) -> bool:
    """Tell 'Tid och plats' and 'Dagordning för årsmötet' from a sentence that begins with 'När'."""
    if len(words.split()) > FEW_WORDS or words.endswith((".", "!", "?", ",")):
        return False
    kinds = kinds_of(words)
    if Kind.OTHER in kinds:
        return False
    tokens = _tokens(words)
    if kinds == {Kind.DEADLINE} and tokens[0] in LAST and not re.search(r"\d", words):
        return True
    known = [token for token in tokens if _kind_of(token) or token in JOINED or token in LEAD]
    return len(known) == len(tokens) or (Kind.AGENDA in kinds and bool(_kind_of(tokens[0])))


@lru_cache(maxsize=2048)
def kinds_of(words: str) -> frozenset[Kind]:
    """Give what the words of a label announce: 'Tid och plats' is both."""
    low = words.lower()
    if LAST_DAY.search(low):
        other = OTHER_MATTER.search(low) and "anmäl" not in low
        return frozenset({Kind.OTHER_DEADLINE if other else Kind.DEADLINE})
    tokens = _tokens(low)
    if not tokens or len(tokens) > FEW_WORDS:
        return frozenset({Kind.OTHER})
    while len(tokens) > 1 and tokens[0] in LEAD and _kind_of(tokens[0]) is None:
        tokens = tokens[1:]
    first = _kind_of(tokens[0]) or (
        _kind_of(tokens[1]) if len(tokens) > 1 and tokens[0] in LEAD else None
    )
    if first is None:
        return frozenset({Kind.OTHER})
    others = {kind for token in tokens[1:] if token not in JOINED and (kind := _kind_of(token))}
    return frozenset({first, *others} - ({Kind.AUDIENCE} if first is not Kind.AUDIENCE else set()))


def _tokens(words: str) -> list[str]:
    return [part for part in re.split(r"[\s,()]+|/|(?<=\w)\.", words.lower()) if part]


@lru_cache(maxsize=4096)
def _kind_of(token: str) -> Kind | None:
    for kind, pattern in STEM:
        if pattern.fullmatch(token):
            return kind
    return None
