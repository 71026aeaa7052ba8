"""The name of the meeting: a heading, a mail's subject, or what the text invites to.

Judges lines and sentences near the top. Must not know dates beyond where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.invitation.furniture import without_pictures
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind
from bot.invitation.manuscript import PICTURE, Mark
from bot.invitation.title_words import (
    BARE_OPENER,
    CUT,
    GREETING,
    HELD,
    INVITING,
    KIND_AFTER,
    NOT_TITLE,
    NOUN,
    OPENERS,
    ORGANISATION,
    SUBJECT_REPLY,
    TAIL,
)

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

LONGEST_TITLE = 120
TOP_LINES = 12
VERY_TOP = 5
MOST_LINES = 80
LONGEST_LINE = 500
ENOUGH_WORDS = 3
ENOUGH = 24


@dataclass(frozen=True, slots=True)
class _Named:
    """A possible title: smoothed offsets and how title-like it is."""

    start: int
    end: int
    score: int
    runs_on: bool = False
    """Whether it is cut out of a sentence, so that its place and hour follow it."""


def judge(scan: Scan) -> Finding[str]:
    """Give the name of the meeting, without opener, date and hour."""
    ways = (_subject, _best_line, _invited_to, _held, _beside_day, _first_line)
    named = next((found_one for way in ways if (found_one := way(scan))), None)
    if named is None:
        return absent()
    named = _trimmed(scan, named)
    value = _presentable(scan, scan.kept[named.start : named.end])
    return found(value, scan.span(named.start, named.end)) if value else absent()


def _subject(scan: Scan) -> _Named | None:
    """Take a mail's subject, without 'SV:' and 'VB:'."""
    number = scan.furniture.subject
    labelled = [label for label in scan.labelled(Kind.TITLE) if label.value < label.end]
    if number is None:
        rubrik = [
            label for label in labelled if re.match(r"rubrik|subject|ämne", label.words.lower())
        ]
        return (
            _Named(rubrik[0].value, rubrik[0].end, 0)
            if rubrik and rubrik[0].line < TOP_LINES
            else None
        )
    line = scan.manuscript.lines[number]
    start = scan.text.index(":", line.body) + 1
    reply = SUBJECT_REPLY.match(scan.kept[start : line.end].lstrip())
    start += len(scan.kept[start : line.end]) - len(scan.kept[start : line.end].lstrip())
    start += reply.end() if reply else 0
    words = scan.kept[start : line.end].strip()
    return (
        _Named(start, line.end, 0)
        if NOUN.search(words.lower()) or len(words.split()) >= ENOUGH_WORDS
        else None
    )


def _best_line(scan: Scan) -> _Named | None:
    lines = enumerate(scan.manuscript.lines[:MOST_LINES])
    kept = [number for number, _ in lines if not scan.furniture.holds(number)][:TOP_LINES]
    named = [one for rank, number in enumerate(kept) if (one := _of_line(scan, number, rank))]
    best = max(named, key=lambda one: one.score, default=None)
    return best if best and best.score >= ENOUGH else None


def _of_line(scan: Scan, number: int, rank: int) -> _Named | None:
    """Say how like a heading a line is: short, near the top, naming a kind of meeting."""
    line = scan.manuscript.lines[number]
    words = scan.kept[line.body : line.end]
    if line.length > LONGEST_LINE or not _can_be(scan, number, words):
        return None
    low = scan.low[line.body : line.end]
    start = line.body + _opener(words)
    noun = NOUN.search(low, min(len(low), start - line.body))
    opened = start > line.body
    score = (
        (30 if noun else 0)
        + (18 if opened and scan.kept[start : line.end].strip() else 0)
        + (8 if noun and noun.start() + line.body - start <= 2 else 0)  # noqa: PLR2004
        + (6 if line.after_blank else 0)
        + (4 if words.isupper() else 0)
        - 2 * rank
        - (10 if words.endswith(".") else 0)
        - (30 if line.length > LONGEST_TITLE else 12 if line.length > 90 else 0)  # noqa: PLR2004
        - (16 if ORGANISATION.match(low) and not noun else 0)
        - ((20 if re.search(r"[.!,]", low) else 8) if _is_sentence(low) else 0)
    )
    return _Named(start, line.end, score)


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


def _is_sentence(low: str) -> bool:
    """Tell 'Nu är det dags att träffas igen!' from a heading."""
    return (
        bool(
            re.search(
                r"\b(?:är|har|vill|kan|ska|blir|bjuder|kallar|håller|ses|hälsar|we are|träffas|"
                r"kommer|pågår)\b",
                low,
            )
        )
        or low.count(". ") > 0
    )


def _opener(words: str) -> int:
    """Measure 'Inbjudan till' and 'Välkommen till' at the start of a heading."""
    lead = re.match(rf"(?:{PICTURE}|[ *\"”])*", words)
    at = lead.end() if lead else 0
    opener = OPENERS.match(words, at)
    if opener and words[opener.end() :].strip(" !.:"):
        return opener.end()
    inviting = INVITING.search(words.lower())
    if inviting and inviting.start() < 70 and len(words) <= LONGEST_TITLE * 2:  # noqa: PLR2004
        what = inviting.start("what")
        article = re.match(r"(?:en |ett |the |an? |sitt |sin )*", inviting["what"])
        return what + (article.end() if article else 0)
    return at


def _invited_to(scan: Scan) -> _Named | None:
    """Take what the text says it invites to: 'kallar till årsmöte den 13 mars'."""
    limit = min(len(scan.low), 3000)
    for said in INVITING.finditer(scan.low, 0, limit):
        what = said["what"]
        if scan.furniture.covers(said.start()) or not NOUN.search(what):
            continue
        article = re.match(r"(?:vi |en |ett |the |an? |sitt |sin |fyra |tre |två |flera )*", what)
        start = said.start("what") + (article.end() if article else 0)
        return _Named(start, said.end("what"), 0, runs_on=True)
    return None


def _held(scan: Scan) -> _Named | None:
    """Take what is said to be held: 'Ordinarie årsstämma hålls söndag 25 april'."""
    for said in HELD.finditer(scan.low, 0, min(len(scan.low), 3000)):
        if NOUN.search(said["what"]) and not scan.furniture.covers(said.start("what")):
            return _Named(said.start("what"), said.end("what"), 0, runs_on=True)
    return None


def _beside_day(scan: Scan) -> _Named | None:
    """Take the word for the meeting in the sentence that has the day: 'kulturcaféet på torsdag'."""
    for day in scan.days[:5]:
        sentence = scan.sentence(day.start)
        noun = NOUN.search(scan.low, sentence.start, sentence.end)
        outside = noun is not None and not day.start <= noun.start() < day.end
        if noun and outside and not scan.furniture.covers(noun.start()):
            return _Named(noun.start(), noun.end(), 0)
    return None


def _first_line(scan: Scan) -> _Named | None:
    for number, line in enumerate(scan.manuscript.lines[:VERY_TOP]):
        words = scan.manuscript.words_of(line)
        if (
            not scan.furniture.holds(number)
            and _can_be(scan, number, words)
            and line.length <= LONGEST_TITLE
            and (
                words.endswith(("?", "!"))
                or not (_is_sentence(words.lower()) or words.endswith("."))
            )
        ):
            return _Named(line.body + _opener(words), line.end, 0)
    return None


def _trimmed(scan: Scan, named: _Named) -> _Named:
    """Cut a title before its date, hour and place, and after a date it begins with."""
    start, end = named.start, named.end
    for day in scan.days:
        if day.whole and start <= day.start < end:
            leads = not re.search(r"\w", scan.kept[start : day.start])
            start, end = (day.end, end) if leads else (start, day.start)
    for clock in scan.clocks:
        if start < clock.start < end and clock.cued:
            end = clock.start
    cut = CUT.search(scan.text, start + 3, end)
    if cut and named.runs_on and NOUN.search(scan.low, start, cut.start()):
        end = cut.start()
    lead = re.match(rf"(?:{PICTURE}|[\s,:;.!|/*\"”'–—-])*", scan.kept[start:end])
    start += lead.end() if lead else 0
    kind = KIND_AFTER.search(scan.low, start, end)
    return _Named(start, _tail(scan, start, kind.start() if kind else end), 0)


def _tail(scan: Scan, start: int, end: int) -> int:
    words = scan.kept[start:end]
    shorter = without_pictures(words).rstrip()
    while True:
        tail = TAIL.search(shorter)
        kept = shorter[: tail.start()] if tail else shorter
        if kept == shorter or not kept:
            break
        ended = shorter[len(kept) : len(kept) + 1]
        shorter = kept
        if ended in "!?":
            break
    if scan.kept[start + len(shorter) : start + len(shorter) + 1] == "?":
        return start + len(shorter) + 1
    return start + len(shorter)


def _presentable(scan: Scan, words: str) -> str:
    """Write the title with a capital first, and without shouting."""
    words = " ".join(words.split())
    if words.isupper() and len(words) > 5:  # noqa: PLR2004
        words = " ".join(_unshouted(scan, word) for word in words.split())
    return words[:1].upper() + words[1:]


def _unshouted(scan: Scan, word: str) -> str:
    """Give a shouted word the letters it has elsewhere in the text, else small ones."""
    bare = word.strip('!?.,:;"”()')
    known = (
        re.search(rf"(?<!^)(?<![.!?] )\b{re.escape(bare.capitalize())}\b", scan.text)
        if len(bare) > 1
        else None
    )
    return word.capitalize() if known else word.lower()
