"""The agenda as nested points with times, speakers and breaks.

Reads the lines already known to be the programme. Must not look for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING

from bot.invitation import calendar_words, persons
from bot.invitation.agenda_lines import AgendaLine, hour_last, is_break
from bot.invitation.invitation import Item
from bot.invitation.manuscript import Mark

if TYPE_CHECKING:
    from bot.invitation.agenda_block import Block
    from bot.invitation.manuscript import Manuscript

WRAPPED = 58
NOTE = re.compile(
    r"\(|obs\b|den kostar|tiderna|med reservation|öppet för|vi slutar|ingen föranmälan|preliminär",
    re.IGNORECASE,
)
DAY_HEADING = re.compile(r"(?:dag \d|day \d|(?P<word>[^\W\d_]{3,12})\b.{0,30}\d)", re.IGNORECASE)
BARE_NUMBER = re.compile(r"\d{1,2}\s+(?=[^\W\d_])")
LEAST_NUMBERED = 3
"""So many points begin with a number before it is taken for their numbering."""
DAY_LENGTH = 40
DEEPEST = 4


@dataclass(slots=True)
class _Point:
    """A point while it is being gathered."""

    level: tuple[int, str]
    words: str
    start: int
    end: int
    time: time | None = None
    speaker: str | None = None
    children: list[_Point] = field(default_factory=list)


class _Builder:
    """Gathers lines into nested points."""

    def __init__(self, lines: tuple[AgendaLine, ...]) -> None:
        self._points: list[_Point] = []
        self._path: list[_Point] = []
        self._lines = lines
        self._timed = sum(line.is_timed for line in lines) >= 2  # noqa: PLR2004
        self._marked = any(line.is_marked for line in lines)

    def built(self) -> list[_Point]:
        for at, line in enumerate(self._lines):
            before = self._lines[at - 1] if at else None
            self._take(line, before)
        return self._points

    def _take(self, line: AgendaLine, before: AgendaLine | None) -> None:
        if _is_day_heading(line):
            return
        if line.is_timed or (line.is_marked and not self._continues_timed(line)):
            self._place(line)
        elif self._path and not self._path[-1].words:
            self._fill(line)
        elif self._is_own_point(line, before):
            self._place(line)
        elif self._path:
            self._continue(line, before)

    def _continues_timed(self, line: AgendaLine) -> bool:
        return self._timed and line.line.mark is Mark.BULLET and bool(self._path) and not line.words

    def _is_own_point(self, line: AgendaLine, before: AgendaLine | None) -> bool:
        """Tell a break or a heading between points from the rest of the point above."""
        if self._timed:
            return self._heads_list(line)
        if not self._points or not self._marked:
            return True
        if before is not None and self._wraps(line, before):
            return False
        if is_break(line.words):
            return True
        return line.line.after_blank and not NOTE.match(line.words) and len(line.words) <= 80  # noqa: PLR2004

    def _heads_list(self, line: AgendaLine) -> bool:
        """Whether a line between the hours stands alone above a list of its own."""
        at = self._lines.index(line) + 1
        following = self._lines[at] if at < len(self._lines) else None
        listed = following is not None and following.is_marked and not following.is_timed
        return listed and bool(self._points) and line.line.after_blank

    def _wraps(self, line: AgendaLine, before: AgendaLine) -> bool:
        return (
            not line.line.after_blank
            and (before.line.end - before.line.start >= WRAPPED or line.words[:1].islower())
            and before.words[-1:] not in ".!?:"
        )

    def _place(self, line: AgendaLine) -> None:
        level = self._level(line)
        while self._path and not self._is_under(level, self._path[-1].level):
            self._path.pop()
        point = _Point(level, line.words, line.start, line.line.end, line.time)
        if self._path and len(self._path) < DEEPEST:
            self._path[-1].children.append(point)
        else:
            self._points.append(point)
        self._path.append(point)

    def _level(self, line: AgendaLine) -> tuple[int, str]:
        """Give the depth of a line as (rank, kind); rank 0 is never under anything."""
        if self._timed:
            if line.is_timed or not line.is_marked or self._stands_as_timed(line):
                return (0, "time")
            return (1 + line.line.indent, line.line.mark.value)
        if line.line.mark is Mark.NONE:
            return self._unmarked_level(line)
        if line.line.mark is Mark.NUMBER:
            return (0, "number")
        kind = line.line.mark.value + (line.line.sign if line.line.mark is Mark.BULLET else "")
        return (line.line.indent, kind)

    def _stands_as_timed(self, line: AgendaLine) -> bool:
        """Whether points with hours bear the same mark at the same depth: '• 15.00 Fika'."""
        return any(
            one.is_timed and one.line.sign == line.line.sign and one.line.indent == line.line.indent
            for one in self._lines
        )

    def _unmarked_level(self, line: AgendaLine) -> tuple[int, str]:
        """Give a pause between items the level of the items, a lead-in the one above them."""
        if not self._marked:
            return (line.line.indent, "none")
        return (
            (-1, "none") if line.words.endswith(":") or not self._points else self._points[0].level
        )

    def _is_under(self, level: tuple[int, str], above: tuple[int, str]) -> bool:
        """Whether a line of one level belongs below a line of another."""
        if level[0] < 0 or level[1] == "number" or level[1] == "time":
            return False
        if above[1] == "time":
            return True
        if level[1] == above[1]:
            return level[0] > above[0]
        known = [point.level[1] for point in self._path]
        return level[1] not in known or known.index(level[1]) > known.index(above[1])

    def _fill(self, line: AgendaLine) -> None:
        """Give an hour that stood alone on its line the words of the next."""
        self._path[-1].words = line.words
        self._path[-1].start, self._path[-1].end = line.start, line.line.end

    def _continue(self, line: AgendaLine, before: AgendaLine | None) -> None:
        """Read the line under a point: who speaks, or the rest of its words."""
        point = self._path[-1]
        if before is not None and self._wraps(line, before) and before.line.end == point.end:
            point.words = f"{point.words} {line.words}"
            point.end = line.line.end
        elif (
            point.speaker is None
            and persons.is_person(line.words)
            and persons.first_name(line.words)
        ):
            point.speaker = line.words.strip(" .")


def _is_day_heading(line: AgendaLine) -> bool:
    """Leave out 'Lördag 13 mars' between the hours of two days."""
    found = DAY_HEADING.fullmatch(line.words.rstrip(":")) if not line.is_timed else None
    if not found or line.line.mark is Mark.NUMBER:
        return False
    return found["word"] is None or (
        bool(calendar_words.weekday(found["word"])) and len(line.words) <= DAY_LENGTH
    )


def read(block: Block, manuscript: Manuscript) -> tuple[Item, ...]:
    """Give the points of the programme, nested as they stand."""
    points = _Builder(block.lines).built()
    numbered = [point for point in points if BARE_NUMBER.match(point.words)]
    if len(numbered) >= LEAST_NUMBERED:
        for point in numbered:
            point.words = BARE_NUMBER.sub("", point.words)
    return tuple(item for point in points if (item := _item(point, manuscript)))


def _item(point: _Point, manuscript: Manuscript) -> Item | None:
    words = point.words.strip(" |*–—-").strip()
    if point.time is None:
        words, point.time = hour_last(words)
    if not re.search(r"\w", words):
        return None
    spoken = (
        persons.take_apart(words) if point.speaker is None else persons.Spoken(words, point.speaker)
    )
    title = (spoken.title or words).rstrip(" :;,").removesuffix(".").strip(" |")
    children = tuple(item for child in point.children if (item := _item(child, manuscript)))
    span = manuscript.span(point.start, point.end)
    return Item(title, point.time, spoken.speaker, children, is_break(title), span)
