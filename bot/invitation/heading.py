"""Which line near the top is the heading that names the meeting.

Judges one line at a time by its look and its words. Must not read sentences further down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.invitation.furniture import without_pictures
from bot.invitation.label_words import Kind
from bot.invitation.manuscript import PICTURE, Mark
from bot.invitation.title_words import (
    BARE_OPENER,
    GREETING,
    INVITING,
    NOT_CONTINUED,
    NOT_TITLE,
    NOUN,
    OPENERS,
    ORGANISATION,
    SENTENCE_WORD,
)

if TYPE_CHECKING:
    from bot.invitation.manuscript import Line
    from bot.invitation.scan import Scan

LONGEST_TITLE = 120
LONG = 90
TOP_LINES = 12
VERY_TOP = 5
MOST_LINES = 80
LONGEST_LINE = 500
LONGEST_TOLD = 240
"""Characters of a sentence whose invitation may still be its heading."""
LINES_MORE = 2
ENOUGH = 24
NAMES_KIND, OPENED, KIND_FIRST, FIRST, LOWER, LONE_WORD = 30, 18, 8, 34, -2, -20
AFTER_BLANK, ALONE, SHOUTS, STOPS, EXCLAIMS = 6, 10, 4, -10, -6
TOO_LONG, RATHER_LONG, IS_ORGANISER, IS_SENTENCE, MAYBE_SENTENCE = -30, -12, -16, -20, -8
"""What speaks for a line being the heading, and what against it."""
LOW = 3
"""Lines above one that is no longer at the top."""
LONGEST_INVITING = 70
SHOUTED = re.compile(r"[^a-zåäö]{8,}")


@dataclass(frozen=True, slots=True)
class Named:
    """A possible title: smoothed offsets and how title-like it is."""

    start: int
    end: int
    score: int = 0
    runs_on: bool = False
    """Whether it is cut out of a sentence, so that its place and hour follow it."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """How much of a line stands before the name, and whether a sentence goes on after it."""

    length: int
    runs_on: bool = False


def best(scan: Scan) -> Named | None:
    """Give the line most like a heading, with the lines it runs on to."""
    lines = enumerate(scan.manuscript.lines[:MOST_LINES])
    kept = [number for number, _ in lines if not scan.furniture.holds(number)][:TOP_LINES]
    named = [
        (one, number) for rank, number in enumerate(kept) if (one := _of_line(scan, number, rank))
    ]
    if not named:
        return None
    one, number = max(named, key=lambda pair: pair[0].score)
    return replace(one, end=_last_of(scan, number)) if one.score >= ENOUGH else None


def _of_line(scan: Scan, number: int, rank: int) -> Named | None:
    """Say how like a heading a line is: short, near the top, naming a kind of meeting."""
    line = scan.manuscript.lines[number]
    words = scan.kept[line.body : line.end]
    if line.length > LONGEST_LINE or not _can_be(scan, number, words):
        return None
    opening = _opening(words)
    start = line.body + opening.length
    noun = NOUN.search(scan.low[line.body : line.end], min(line.length, opening.length))
    opened = start > line.body and bool(scan.kept[start : line.end].strip())
    leads = noun is not None and _stands_first(words[opening.length : noun.start()])
    score = (
        NAMES_KIND * (noun is not None)
        + OPENED * opened
        + KIND_FIRST * leads
        + LOWER * rank
        + _place(scan, number, rank, words)
        + _look(scan, number, named=noun is not None)
    )
    return Named(start, line.end, score, opening.runs_on)


def _stands_first(before: str) -> bool:
    """Whether at most one word stands before the kind of meeting: 'Öppet samråd'."""
    return len(before.split()) <= 1 and not re.search(r"[.:,;]", before)


def _place(scan: Scan, number: int, rank: int, words: str) -> int:
    """Favour the page's own heading, and not a lone 'SEMINARIUM' further down."""
    several = words[:1].isupper() and " " in words and not ORGANISATION.match(words)
    if rank == 0 and several and _is_alone(scan, number, ends="!?"):
        return FIRST
    return LONE_WORD if rank > LOW and " " not in words.strip() else 0


def _look(scan: Scan, number: int, *, named: bool) -> int:
    """Say how like a heading a line looks, whatever it names."""
    line = scan.manuscript.lines[number]
    words, low = scan.kept[line.body : line.end], scan.low[line.body : line.end]
    return (
        AFTER_BLANK * line.after_blank
        + ALONE * (named and _is_alone(scan, number))
        + SHOUTS * words.isupper()
        + (STOPS if words.endswith(".") else EXCLAIMS if words.endswith("!") else 0)
        + (TOO_LONG if line.length > LONGEST_TITLE else RATHER_LONG * (line.length > LONG))
        + IS_ORGANISER * (not named and ORGANISATION.match(low) is not None)
        + _told(low)
    )


def _told(low: str) -> int:
    """Weigh a line that says something instead of naming it."""
    if not is_sentence(low):
        return 0
    return IS_SENTENCE if re.search(r"[.!,]", low) else MAYBE_SENTENCE


def _is_alone(scan: Scan, number: int, ends: str = "?") -> bool:
    """Whether a line stands by itself and does not end as a sentence does."""
    lines = scan.manuscript.lines
    line = lines[number]
    below = number + 1 >= len(lines) or lines[number + 1].after_blank
    low = scan.low[line.body : line.end]
    ended = low[-1:] in ".!?,:" and low[-1:] not in ends
    alone = line.after_blank and below and not ended
    return alone and not is_sentence(low) and not _says_when(scan, line)


def _says_when(scan: Scan, line: Line) -> bool:
    starts = [*(day.start for day in scan.days), *(clock.start for clock in scan.clocks)]
    return any(line.start <= start < line.end for start in starts)


def _can_be(scan: Scan, number: int, words: str) -> bool:
    line = scan.manuscript.lines[number]
    plain = without_pictures(words)
    if (
        not re.search(r"[^\W\d_]{3}", plain)
        or GREETING.match(plain)
        or NOT_TITLE.match(scan.contacts.open_text[line.body : line.end])
    ):
        return False
    if BARE_OPENER.fullmatch(plain) or scan.in_programme(line.body) or number == scan.block.heading:
        return False
    if line.mark is not Mark.NONE and not re.match(PICTURE, line.sign or "x"):
        return False
    return not any(label.line == number and _labels_value(label.kinds) for label in scan.labels)


def _labels_value(kinds: frozenset[Kind]) -> bool:
    return Kind.OTHER not in kinds and not kinds & {
        Kind.TITLE,
        Kind.ONLINE,
        Kind.SPEAKERS,
        Kind.ORGANISER,
        Kind.FOOD,
    }


def is_sentence(low: str) -> bool:
    """Tell 'Nu är det dags att träffas igen!' from a heading."""
    return SENTENCE_WORD.search(low) is not None or low.count(". ") > 0


def _opening(words: str) -> _Opening:
    """Measure 'Inbjudan till' and 'Välkommen till' at the start of a heading."""
    lead = re.match(rf"(?:{PICTURE}|[ *\"”])*", words)
    at = lead.end() if lead else 0
    opener = OPENERS.match(words, at)
    if opener and words[opener.end() :].strip(" !.:"):
        return _Opening(opener.end())
    inviting = INVITING.search(words.lower())
    if inviting and inviting.start() < LONGEST_INVITING and len(words) <= LONGEST_TOLD:
        article = re.match(r"(?:en |ett |the |an? |sitt |sin )*", inviting["what"])
        return _Opening(inviting.start("what") + (article.end() if article else 0), runs_on=True)
    return _Opening(at)


def _last_of(scan: Scan, number: int) -> int:
    """Give where a heading ends that runs on over the margin: 'Inbjudan till möte / om planen'."""
    lines = scan.manuscript.lines
    end = lines[number].end
    for below in lines[number + 1 : number + 1 + LINES_MORE]:
        if not _runs_on(scan, number, end, below):
            break
        end = below.end
        number += 1
    return end


def _runs_on(scan: Scan, number: int, end: int, below: Line) -> bool:
    words = scan.kept[below.body : below.end]
    goes_on = words[:1].islower() or re.fullmatch(r"(?:19|20)\d\d ?[–-] ?(?:20)?\d\d", words)
    return bool(
        goes_on
        and not below.after_blank
        and below.mark is Mark.NONE
        and scan.text[end - 1] not in ".!?:;"
        and len(words) <= LONG
        and not _says_when(scan, below)
        and not NOT_CONTINUED.match(words)
        and not scan.furniture.holds(number + 1)
        and not any(label.line == number + 1 for label in scan.labels)
    )


def shouted(scan: Scan) -> Named | None:
    """Give the first line near the top that is written in capitals, when nothing names a kind."""
    for number, line in enumerate(scan.manuscript.lines[:TOP_LINES]):
        words = scan.kept[line.body : line.end]
        is_loud = words.isupper() and SHOUTED.fullmatch(words) and " " in words
        if is_loud and _may_be(scan, number, words) and not ORGANISATION.match(words):
            return Named(line.body, _last_of(scan, number))
    return None


def first(scan: Scan) -> Named | None:
    """Give the first line that can be a heading at all."""
    for number, line in enumerate(scan.manuscript.lines[:VERY_TOP]):
        words = scan.kept[line.body : line.end]
        ended = words.endswith(("?", "!")) or not (
            is_sentence(words.lower()) or words.endswith(".")
        )
        if ended and _may_be(scan, number, words):
            return Named(line.body + _opening(words).length, line.end)
    return None


def _may_be(scan: Scan, number: int, words: str) -> bool:
    short = scan.manuscript.lines[number].length <= LONGEST_TITLE
    return short and not scan.furniture.holds(number) and _can_be(scan, number, words)
