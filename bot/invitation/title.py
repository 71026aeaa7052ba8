"""The name of the meeting: a heading, a mail's subject, or what the text invites to.

Judges lines and sentences near the top. Must not know dates beyond where they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation import heading
from bot.invitation.furniture import without_pictures
from bot.invitation.heading import TOP_LINES, Named
from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind
from bot.invitation.manuscript import PICTURE
from bot.invitation.title_words import (
    BESIDE_NOUN,
    CUT,
    HELD,
    INVITING,
    KIND_AFTER,
    NOUN,
    SUBJECT_REPLY,
    TAIL,
)

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

ENOUGH_WORDS = 3


def judge(scan: Scan) -> Finding[str]:
    """Give the name of the meeting, without opener, date and hour."""
    ways = (
        _subject, heading.best, _invited_to, _held, _beside_day, heading.shouted, heading.first
    )  # fmt: skip
    for way in ways:
        named = way(scan)
        trimmed = _trimmed(scan, named) if named else None
        if trimmed and (value := _presentable(scan, scan.kept[trimmed.start : trimmed.end])):
            return found(value, scan.span(trimmed.start, trimmed.end))
    return absent()


def _subject(scan: Scan) -> Named | None:
    """Take a mail's subject, without 'SV:' and 'VB:'."""
    number = scan.furniture.subject
    labelled = [label for label in scan.labelled(Kind.TITLE) if label.value < label.end]
    if number is None:
        rubrik = [
            label for label in labelled if re.match(r"rubrik|subject|ämne", label.words.lower())
        ]
        return (
            Named(rubrik[0].value, rubrik[0].end) if rubrik and rubrik[0].line < TOP_LINES else None
        )
    line = scan.manuscript.lines[number]
    start = scan.text.index(":", line.body) + 1
    reply = SUBJECT_REPLY.match(scan.kept[start : line.end].lstrip())
    start += len(scan.kept[start : line.end]) - len(scan.kept[start : line.end].lstrip())
    start += reply.end() if reply else 0
    words = scan.kept[start : line.end].strip()
    return (
        Named(start, line.end)
        if NOUN.search(words.lower()) or len(words.split()) >= ENOUGH_WORDS
        else None
    )


def _invited_to(scan: Scan) -> Named | None:
    """Take what the text says it invites to: 'kallar till årsmöte den 13 mars'."""
    limit = min(len(scan.low), 3000)
    for said in INVITING.finditer(scan.low, 0, limit):
        what = said["what"]
        if scan.furniture.covers(said.start()) or not NOUN.search(what):
            continue
        article = re.match(r"(?:vi |en |ett |the |an? |sitt |sin |fyra |tre |två |flera )*", what)
        start = said.start("what") + (article.end() if article else 0)
        return Named(start, said.end("what"), runs_on=True)
    return None


def _held(scan: Scan) -> Named | None:
    """Take what is said to be held: 'Ordinarie årsstämma hålls söndag 25 april'."""
    for said in HELD.finditer(scan.low, 0, min(len(scan.low), 3000)):
        what = "what" if said["what"] else "group"
        if NOUN.search(said[what]) and not scan.furniture.covers(said.start(what)):
            return Named(*said.span(what), runs_on=True)
    return None


def _beside_day(scan: Scan) -> Named | None:
    """Take the word for the meeting in the sentence that has the day: 'kulturcaféet på torsdag'."""
    for day in scan.days[:5]:
        sentence = scan.sentence(day.start)
        noun = NOUN.search(scan.low, sentence.start, sentence.end)
        outside = noun is not None and not day.start <= noun.start() < day.end
        if noun and outside and not _is_aside(scan, noun.start()):
            more = BESIDE_NOUN.match(scan.kept, noun.end(), min(sentence.end, noun.end() + 60))
            return Named(noun.start(), more.end() if more else noun.end())
    return None


def _is_aside(scan: Scan, position: int) -> bool:
    return scan.furniture.covers(position) or scan.in_programme(position)


def _trimmed(scan: Scan, named: Named) -> Named:
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
    return Named(start, _tail(scan, start, kind.start() if kind else end))


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
