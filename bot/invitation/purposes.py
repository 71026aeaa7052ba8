"""What each day in the text is for: the meeting, the last day to register, another matter, history.

Judges one day at a time by its label and its neighbours. Must not choose between days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.invitation.label_words import Kind
from bot.invitation.purpose_words import (
    AVERSE,
    BEFORE,
    COUNTED_FROM,
    DOCUMENT,
    DONE_BY,
    HISTORY,
    LAST_DAY,
    LAST_DAY_AFTER,
    MOVED_TO,
    OTHER_MATTER,
    PLAIN_OTHER,
    PLAIN_REGISTERING,
    REGISTERING,
    UNTIL,
)

if TYPE_CHECKING:
    from bot.invitation.days import DayReading
    from bot.invitation.scan import Scan


class Purpose(Enum):
    """What a day is for."""

    MEETING = auto()
    DEADLINE = auto()
    OTHER_DEADLINE = auto()
    HISTORY = auto()


LISTED = re.compile(r"[\s,]*(?:och|samt|eller|&)?[\s,]*(?:den )?")
"""What stands between the days of a list, which all have one purpose."""
WINDOW = 220
BESIDE = 2
"""Lines of a letter's head in which its day and its reference number stand."""


@dataclass(frozen=True, slots=True)
class Purposed:
    """A day with what it is for; `eve` says that the last day is the one before."""

    reading: DayReading
    purpose: Purpose
    eve: bool = False
    labelled: bool = False


def judge(scan: Scan) -> list[Purposed]:
    """Say what each day outside the page's own lines is for."""
    judged: list[Purposed] = []
    floor = 0
    for reading in scan.days:
        if not scan.furniture.covers(reading.start):
            listed = judged and LISTED.fullmatch(scan.low[floor : reading.start][:12])
            told = listed and judged[-1].purpose is Purpose.HISTORY
            judged.append(
                Purposed(reading, Purpose.HISTORY) if told else _judge(scan, reading, floor)
            )
        floor = reading.end
    return judged


def _judge(scan: Scan, reading: DayReading, floor: int) -> Purposed:
    label = scan.label_of(reading.start)
    sentence = scan.sentence(reading.start)
    before = scan.low[max(sentence.start, floor, reading.start - WINDOW) : reading.start]
    counted = not reading.whole and COUNTED_FROM.match(scan.low, reading.end)
    if counted or _is_stamp(scan, reading):
        return Purposed(reading, Purpose.HISTORY)
    if label and label.kinds & {Kind.DEADLINE, Kind.OTHER_DEADLINE}:
        other = Kind.OTHER_DEADLINE in label.kinds
        purpose = Purpose.OTHER_DEADLINE if other else Purpose.DEADLINE
        return Purposed(reading, purpose, eve=bool(BEFORE.search(before)), labelled=True)
    if scan.in_programme(reading.start) and LAST_DAY.search(before):
        return Purposed(reading, Purpose.OTHER_DEADLINE)
    if _is_last_day(
        scan, reading, before, registering=bool(label and Kind.REGISTER in label.kinds)
    ):
        return Purposed(reading, _matter(scan, reading, before), eve=bool(BEFORE.search(before)))
    if label and Kind.WHEN in label.kinds:
        return _under_when(scan, reading, label.start)
    return Purposed(reading, _meeting_or_history(scan, reading, before))


def _is_stamp(scan: Scan, reading: DayReading) -> bool:
    """Whether a day stands alone on its line, today or earlier: when the page was published."""
    line = scan.manuscript.lines[scan.manuscript.line_at(reading.start)]
    alone = not re.search(
        r"\w", scan.text[line.body : reading.start] + scan.text[reading.end : line.end]
    )
    gone = reading.day is not None and reading.day <= scan.today
    above = scan.label_of(reading.start)
    return alone and gone and reading.year_stands and not (above and Kind.WHEN in above.kinds)


def _under_when(scan: Scan, reading: DayReading, position: int) -> Purposed:
    """Take a day under 'Datum:' for the meeting's, unless it is when a letter was written."""
    number = scan.manuscript.line_at(position)
    line = scan.manuscript.lines[number]
    if DOCUMENT.search(scan.low, line.start, line.end) or _is_of_letter(scan, reading, number):
        return Purposed(reading, Purpose.HISTORY)
    return Purposed(reading, Purpose.MEETING, labelled=True)


def _is_of_letter(scan: Scan, reading: DayReading, number: int) -> bool:
    """Whether a day today or earlier stands in a letter's head, beside its reference number."""
    lines = scan.manuscript.lines
    low, high = lines[max(0, number - BESIDE)], lines[min(len(lines) - 1, number + BESIDE)]
    written = reading.day is not None and reading.day <= scan.today and reading.year_stands
    return written and DOCUMENT.search(scan.low, low.start, high.end) is not None


def _is_last_day(scan: Scan, reading: DayReading, before: str, *, registering: bool) -> bool:
    after = scan.low[reading.end : reading.end + 40]
    if LAST_DAY_AFTER.match(after):
        return True
    cues = list(LAST_DAY.finditer(before))
    if cues and _is_near(before[cues[-1].end() :]):
        return not (_counts_meetings(before, cues[-1]) or _is_done_by(before))
    until = UNTIL.search(before)
    return bool(
        until
        and (registering or REGISTERING.search(before))
        and not re.search(r"\bkallas? till|bjud\w* in till|välkom\w+ till", before)
    )


def _is_done_by(before: str) -> bool:
    """Tell 'årsmötet ska hållas senast den 15 april' from the last day to register."""
    cues = list(LAST_DAY.finditer(before))
    return bool(cues) and DONE_BY.search(before[: cues[-1].start()]) is not None


def _counts_meetings(before: str, cue: re.Match[str]) -> bool:
    """Tell 'det sista mötet den 5 mars' and 'före lunch den 5 mars' from last days."""
    between = before[cue.end() :]
    return bool(
        re.match(r" (?:möte|träff|tillfälle|samtal|gång|lunch|mötet|årsmötet|jul)", between)
    )


def _is_near(between: str) -> bool:
    return len(between) <= 70 and "\n\n" not in between  # noqa: PLR2004


def _matter(scan: Scan, reading: DayReading, before: str) -> Purpose:
    """Say what a last day is the last day for, by the nearest words that tell."""
    sentence = scan.sentence(reading.start)
    after = scan.low[reading.end : min(sentence.end, reading.end + 120)]
    previous = scan.manuscript.sentence_before(sentence.start)
    label = scan.label_of(reading.start)
    own = (
        scan.low[max(label.start, sentence.start - WINDOW) : reading.start]
        if label and label.is_known
        else ""
    )
    heading = scan.heading_above(sentence.start)
    places = (
        before,
        after,
        scan.said(sentence),
        own,
        scan.low[previous[0] : previous[1]][-WINDOW:],
        heading,
    )
    if _asks_first(scan.low[previous[0] : previous[1]][-WINDOW:], before):
        return Purpose.OTHER_DEADLINE
    for words in places:
        if (purpose := _nearest(words, from_end=words is not after)) is not None:
            return purpose
    return Purpose.DEADLINE


def _asks_first(previous: str, before: str) -> bool:
    """Whether the sentence before asks about another matter: 'Behöver du tolk? Hör av dig ...'."""
    asks = previous.rstrip(" ").endswith("?") and OTHER_MATTER.search(previous) is not None
    own = (found[0] for found in REGISTERING.finditer(before))
    return asks and not any(words.startswith(PLAIN_REGISTERING) for words in own)


def _nearest(words: str, *, from_end: bool) -> Purpose | None:
    other = list(OTHER_MATTER.finditer(words))
    own = [found for found in REGISTERING.finditer(words) if not AVERSE.search(found[0])]
    if not other and not own:
        return None
    if not own:
        return Purpose.OTHER_DEADLINE
    if not other:
        return Purpose.DEADLINE
    plainly = any(found[0].startswith(PLAIN_REGISTERING) for found in own)
    firmly = any(found[0].startswith(PLAIN_OTHER) for found in other)
    if plainly is not firmly:
        return Purpose.DEADLINE if plainly else Purpose.OTHER_DEADLINE
    if not plainly:
        return Purpose.OTHER_DEADLINE
    at = -1 if from_end else 0
    nearer = (
        own[at].start() > other[at].start() if from_end else own[at].start() < other[at].start()
    )
    return Purpose.DEADLINE if nearer else Purpose.OTHER_DEADLINE


def _meeting_or_history(scan: Scan, reading: DayReading, before: str) -> Purpose:
    line = scan.manuscript.lines[scan.manuscript.line_at(reading.start)]
    if DOCUMENT.search(scan.low, line.start, reading.start):
        return Purpose.HISTORY
    told = HISTORY.search(before[-90:]) or _is_done_by(before)
    if told and not scan.in_programme(reading.start) and not MOVED_TO.search(before):
        return Purpose.HISTORY
    return Purpose.MEETING
