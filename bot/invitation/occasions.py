"""Several days in one invitation: separate occasions, or one meeting that lasts for days.

Knows days in lists and lines. Must not choose which day comes first in the announcement.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, Occasion, absent, found
from bot.invitation.label_words import Kind
from bot.invitation.manuscript import Mark
from bot.invitation.place_words import is_venue

if TYPE_CHECKING:
    from datetime import date

    from bot.invitation.clocks import Clock
    from bot.invitation.days import DayReading
    from bot.invitation.meeting_day import Candidate
    from bot.invitation.scan import Scan

BETWEEN = re.compile(
    r"[\s,;&/+]*(?:och|eller|samt|and|or|ja|"
    r"tai)?[\s,;]*(?:den )?(?:kl\.? ?[\d.:-]+)?[\s,;]*(?:och|eller)?[\s]*"
)
ONLINE = re.compile(r"digital|zoom|teams|online|webb|distans|länk\b|verkossa", re.IGNORECASE)
CONNECTOR = re.compile(r"(?:eller|och|samt|or|and|tai|ja)?\W*")
WORDY = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(
    r"\b(?:är|har|ska|kan|vill|bjuder|kallar|håller|träffas|ses|gäller|blir|we|is)\b"
)
ASIDE = re.compile(r"\s[–—-]\s")
FEW_WORDS = 3
LONGEST_LINE = 140


@dataclass(frozen=True, slots=True)
class Days:
    """The days that belong together."""

    readings: tuple[DayReading, ...] = ()
    listed: tuple[date, ...] = ()
    last: date | None = None

    @property
    def all(self) -> set[date]:
        """Every day of the group."""
        own = {reading.day for reading in self.readings if reading.day}
        return own | set(self.listed) | ({self.last} if self.last else set())


def gather(scan: Scan, ranked: list[Candidate], best: Candidate | None) -> Days:
    """Find the days that stand beside the chosen one."""
    if best is None:
        return Days()
    if best.reading.rest:
        return _of_one(best.reading)
    group = _lined_up(scan, ranked, best) or _in_a_row(scan, ranked, best)
    if len(group) < 2:  # noqa: PLR2004
        return Days()
    days = [reading.day for reading in group if reading.day]
    if len(set(days)) < 2:  # noqa: PLR2004
        return Days()
    if _is_consecutive(days):
        return Days(last=days[-1])
    return Days(readings=tuple(group))


def _of_one(reading: DayReading) -> Days:
    """Read '12-14 mars' and '12 och 13 mars' as one meeting, '5, 12 och 19 mars' as three."""
    days = [day for day in (reading.day, *reading.rest) if day]
    if reading.is_range or _is_consecutive(days):
        return Days(last=days[-1])
    return Days(listed=tuple(days))


def _is_consecutive(days: list[date]) -> bool:
    unique = sorted(set(days))
    return all(
        later - earlier == timedelta(days=1) for earlier, later in itertools.pairwise(unique)
    )


def _lined_up(scan: Scan, ranked: list[Candidate], best: Candidate) -> list[DayReading]:
    """Find lines that each begin with a day, or repeat the same label."""
    lines = [one.reading for one in ranked if _opens_line(scan, one) or one.purposed.labelled]
    lines.sort(key=lambda reading: reading.start)
    if best.reading.day not in {reading.day for reading in lines}:
        return []
    whole = [reading for reading in lines if reading.day and reading.whole]
    if listed := _run_of_lines(scan, whole):
        return listed
    labelled = {one.reading.day for one in ranked if one.purposed.labelled}
    return _repeated(scan, _unique(whole)) if len(labelled) > 1 else []


def _unique(readings: list[DayReading]) -> list[DayReading]:
    """Keep the first mention of each day."""
    first: dict[date | None, DayReading] = {}
    for reading in readings:
        first.setdefault(reading.day, reading)
    return list(first.values())


def _opens_line(scan: Scan, one: Candidate) -> bool:
    """Whether the day stands first on a line that is no sentence."""
    number = scan.manuscript.line_at(one.reading.start)
    line = scan.manuscript.lines[number]
    if scan.in_programme(one.reading.start) and not one.purposed.labelled:
        return False
    before = scan.kept[line.body : one.reading.start]
    if SENTENCE.search(scan.low, line.body, line.end) and not one.purposed.labelled:
        return False
    return (
        line.length <= LONGEST_LINE
        and len(WORDY.findall(before)) <= FEW_WORDS
        and not re.search(r"[.!?]", before)
    )


def _run_of_lines(scan: Scan, readings: list[DayReading]) -> list[DayReading]:
    """Keep the longest run of days on lines of the same kind close to each other."""
    runs: list[list[DayReading]] = []
    for reading in readings:
        if runs and _is_next(scan, runs[-1][-1], reading):
            runs[-1].append(reading)
        else:
            runs.append([reading])
    longest = _unique(max(runs, key=len, default=[]))
    return longest if len(longest) > 1 else []


def _is_next(scan: Scan, first: DayReading, second: DayReading) -> bool:
    one, two = scan.manuscript.line_at(first.start), scan.manuscript.line_at(second.start)
    lines = scan.manuscript.lines
    alike = lines[one].mark is lines[two].mark or Mark.NUMBER in (lines[one].mark, lines[two].mark)
    labelled = scan.label_of(first.start), scan.label_of(second.start)
    other = [
        label for label in labelled if label and Kind.WHEN not in label.kinds and label.is_known
    ]
    return 0 < two - one <= 3 and alike and not other  # noqa: PLR2004


def _repeated(scan: Scan, readings: list[DayReading]) -> list[DayReading]:
    """Find 'Datum ... Plats ...' said twice."""
    places = [label.start for label in scan.labelled(Kind.PLACE)]
    for earlier, later in itertools.pairwise(readings):
        if not any(earlier.start < place < later.start for place in places):
            return []
    return readings


def _in_a_row(scan: Scan, ranked: list[Candidate], best: Candidate) -> list[DayReading]:
    """Find '8 mars, 10 mars och 16 mars' round the chosen day."""
    readings = sorted(
        (one.reading for one in ranked if one.reading.whole), key=lambda reading: reading.start
    )
    group: list[DayReading] = []
    for reading in readings:
        if group and BETWEEN.fullmatch(scan.kept[group[-1].end : reading.start][:60]):
            group.append(reading)
        elif best.reading in group:
            break
        else:
            group = [reading]
    return group if best.reading in group else []


def occasions(scan: Scan, group: Days, common: Occasion) -> tuple[Occasion, ...]:
    """Give the occasions, each with its own hour and place where its line has them."""
    if group.listed:
        return tuple(replace(common, day=found(day, None)) for day in group.listed)
    made = []
    for at, reading in enumerate(group.readings):
        following = group.readings[at + 1].start if at + 1 < len(group.readings) else None
        made.append(_occasion(scan, reading, following, common))
    return tuple(made)


def _occasion(scan: Scan, reading: DayReading, following: int | None, common: Occasion) -> Occasion:
    line = scan.manuscript.lines[scan.manuscript.line_at(reading.start)]
    stop = min(line.end, following) if following else line.end
    clock = next((one for one in scan.clocks if line.start <= one.start < stop), None)
    day = reading.at(scan.span(reading.start, reading.end))
    own = _place(scan, reading, stop, clock)
    if ONLINE.search(scan.text, reading.end, stop):
        common = replace(common, place=absent())
    labelled = _labelled_place(scan, reading.start, following)
    timed = _timed(scan, clock, common)
    return replace(
        timed, day=day, place=own if own.value else labelled if labelled.value else common.place
    )


def _timed(scan: Scan, clock: Clock | None, common: Occasion) -> Occasion:
    if clock is None or clock.first is None:
        return common
    span = scan.span(clock.start, clock.end)
    end = found(clock.last, span) if clock.last else common.end
    return replace(common, start=found(clock.first, span), end=end)


def _place(scan: Scan, reading: DayReading, stop: int, clock: Clock | None) -> Finding[str]:
    """Take what is left of the line for the place, unless it says digital."""
    start = max(reading.end, clock.end if clock and clock.end <= stop else 0)
    words = scan.kept[start:stop]
    lead = re.match(r"[\s,:;.()–—-]*(?:(?:i|på|hos|vid|at|in) )?", words)
    low = start + (lead.end() if lead else 0)
    value = ASIDE.split(scan.kept[low:stop], maxsplit=1)[0].rstrip(" ,.;()")
    if ":" in scan.kept[start:low] and not is_venue(value):
        return absent()
    if (
        not re.search(r"[^\W\d_]{4}", value)
        or CONNECTOR.fullmatch(value.lower())
        or ONLINE.search(value)
    ):
        return absent()
    return found(value, scan.span(low, low + len(value)))


def _labelled_place(scan: Scan, start: int, following: int | None) -> Finding[str]:
    for label in scan.labelled(Kind.PLACE):
        if label.start > start and (following is None or label.start < following):
            extent = scan.value(label)
            words = scan.kept[extent.start : extent.end]
            value = " ".join(words.split())
            low = extent.start + len(words) - len(words.lstrip())
            return found(value, scan.span(low, low + len(words.strip()))) if value else absent()
    return absent()
