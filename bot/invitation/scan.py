"""Everything found in one text before anything is judged: days, hours, contacts, labels, programme.

Finds candidates and where they stand. Must not decide which of them is what.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from bot.invitation import clocks, contacts, dates, days, labels, relative_days
from bot.invitation.agenda_block import Block, Finder
from bot.invitation.furniture import Furniture
from bot.invitation.invitation import Span
from bot.invitation.label_words import Kind
from bot.invitation.labels import Label
from bot.invitation.manuscript import Manuscript

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.invitation.clocks import Clock
    from bot.invitation.days import DayReading

LONGEST_SENTENCE = 400
VALUE_LINES = 3
MOST = 100
"""Days, or hours, that are judged; an invitation has a handful."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of the smoothed text."""

    start: int
    end: int


class Scan:
    """The candidates of one text, and questions about where they stand."""

    def __init__(self, text: str, today: date) -> None:
        """Look through the text once for every kind of candidate."""
        self.today = today
        self.manuscript = Manuscript(text)
        self.kept = self.manuscript.kept
        self.text, self.low = self.manuscript.text, self.manuscript.low
        self.furniture = Furniture(self.manuscript)
        self.contacts = contacts.scan(self.text)
        self.labels = labels.scan(self.manuscript, self.furniture.holds)
        self.block: Block = Finder(self.manuscript, self.furniture, self.labels).block()
        self.days = self._days()
        self.clocks = self._clocks()
        self._label_starts = [label.start for label in self.labels]

    def _days(self) -> list[DayReading]:
        open_text = self.contacts.open_text
        mentions = dates.scan(open_text)[:MOST]
        readings = [days.read(mention, self.today) for mention in mentions]
        held = _Held(readings)
        readings.extend(
            reading
            for reading in sorted(self._counted(open_text), key=_longest_first)
            if held.take(reading)
        )
        return sorted(readings, key=lambda reading: reading.start)

    def _counted(self, open_text: str) -> list[DayReading]:
        return list(islice(relative_days.scan(open_text, self.today), MOST))

    def _clocks(self) -> list[Clock]:
        taken = {place for day in self.days for place in range(day.start, day.end)}
        return clocks.scan(self.contacts.open_text, taken)[:MOST]

    def span(self, start: int, end: int) -> Span:
        """Turn smoothed offsets into offsets of the text as given."""
        return self.manuscript.span(start, end)

    def sentence(self, position: int) -> Extent:
        """Give the sentence round a position, cut short where it never ends."""
        start, end = self.manuscript.sentence(position)
        return Extent(
            max(start, position - LONGEST_SENTENCE), min(end, position + LONGEST_SENTENCE)
        )

    def said(self, extent: Extent) -> str:
        """Give the words of a stretch in small letters."""
        return self.low[extent.start : extent.end]

    def in_programme(self, position: int) -> bool:
        """Whether a position lies in the programme."""
        return self.block.holds(position)

    def labelled(self, kind: Kind) -> list[Label]:
        """Give the labels of a kind that stand outside the programme."""
        return [
            label
            for label in self.labels
            if kind in label.kinds and not self.block.holds(label.start)
        ]

    def label_of(self, position: int) -> Label | None:
        """Give the label whose value holds a position, on its line or just below it."""
        at = bisect_right(self._label_starts, position) - 1
        if at < 0:
            return None
        label = self.labels[at]
        return label if self.value(label).end >= position >= label.start else None

    def value(self, label: Label) -> Extent:
        """Give the stretch a label announces: the rest of its line, or the lines below it."""
        if self.text[label.value : label.end].strip(" .,:*-"):
            return Extent(label.value, label.end)
        lines = self.manuscript.lines
        first = last = label.line + 1
        while last < len(lines) and last < first + VALUE_LINES and self._belongs(last, first):
            last += 1
        if last == first:
            return Extent(label.value, label.end)
        return Extent(lines[first].body, lines[last - 1].end)

    def _belongs(self, number: int, first: int) -> bool:
        line = self.manuscript.lines[number]
        if number in self._labelled_lines or self.furniture.holds(number):
            return False
        return number == first or not line.after_blank

    @cached_property
    def _labelled_lines(self) -> set[int]:
        return {label.line for label in self.labels}

    def heading_above(self, position: int) -> str:
        """Give the nearest short line alone above a position, in small letters."""
        lines = self.manuscript.lines
        number = self.manuscript.line_at(position)
        for above in range(number - 1, max(-1, number - 10), -1):
            line = lines[above]
            words = self.low[line.body : line.end]
            if line.after_blank and line.length <= 70 and not words.endswith((".", ",", "!")):  # noqa: PLR2004
                return words
        return ""

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find the first match in small letters outside the page's own lines."""
        return next(self.find_all(pattern), None)

    def find_all(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Find all matches in small letters outside the page's own lines."""
        return (
            found
            for found in pattern.finditer(self.low)
            if not self.furniture.covers(found.start())
        )


def _longest_first(reading: DayReading) -> int:
    return reading.start - reading.end


class _Held:
    """Which stretches are taken, so that 'torsdag' in 'torsdag 5 mars' is not read twice."""

    def __init__(self, readings: list[DayReading]) -> None:
        self._places = {place for one in readings for place in range(one.start, one.end)}

    def take(self, reading: DayReading) -> bool:
        places = range(reading.start, reading.end)
        if any(place in self._places for place in places):
            return False
        self._places.update(places)
        return True
