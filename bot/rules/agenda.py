"""An agenda's points: how text becomes points, how they are moved, and what in them cannot be.

An order is given as row ids with depths; who writes it down is not known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.invitation import reader
from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.rules import reading, times

LONGEST_TITLE, LONGEST_SPEAKER, LONGEST_TEXT = 300, 200, 3_000
"""Characters of a point, of who leads it, and of a text with several points."""
MOST_POINTS = 60

_Thing = TypeVar("_Thing")
Order = list[tuple[int, int]]
"""Row ids with depths, first to last."""


class Doubt(StrEnum):
    """What does not fit together."""

    EARLY = "early"
    """A point begins before the meeting."""
    LATE = "late"
    """A point begins when the meeting has ended, or as it ends."""
    BACKWARDS = "backwards"
    """A point begins before the one above it."""


def points(text: str, meeting_id: int) -> list[AgendaItem]:
    """Read a text into points: with clocks and speakers where it has them, else line by line."""
    read = reader.read(f"Dagordning\n{text}", date.min)
    return reading.points(read, meeting_id) or reading.plain_points(text, meeting_id)


def doubts(listed: Sequence[AgendaItem], meeting: Meeting) -> list[tuple[Doubt, AgendaItem]]:
    """Name the points whose clocks do not fit the meeting's hours or each other."""
    found: list[tuple[Doubt, AgendaItem]] = []
    before = None
    # A meeting that ends after midnight has no clock that is surely too late or too early.
    is_one_day = meeting.start is None or meeting.end is None or meeting.start < meeting.end
    begins = meeting.start and min(meeting.start, times.opens_at(meeting) or meeting.start)
    for one in listed:
        if one.at is None or not is_one_day:
            continue
        if begins is not None and one.at < begins:
            found.append((Doubt.EARLY, one))
        elif meeting.end is not None and one.at >= meeting.end:
            found.append((Doubt.LATE, one))
        elif before is not None and one.at < before:
            found.append((Doubt.BACKWARDS, one))
        before = one.at
    return found


def moved(listed: Sequence[AgendaItem], row: int, *, up: bool) -> Order:
    """Move a point past its neighbour: a main point with all under it, a sub-point within it."""
    blocks = _blocks(listed)
    for place, block in enumerate(blocks):
        if block[0].id == row:
            _swap(blocks, place, up=up)
            break
        rows = [one.id for one in block]
        if row in rows:
            under = block[1:]
            _swap(under, rows.index(row) - 1, up=up)
            blocks[place] = [block[0], *under]
            break
    return _order([one for block in blocks for one in block])


def _blocks(listed: Sequence[AgendaItem]) -> list[list[AgendaItem]]:
    """Part an agenda into main points, each with those under it."""
    blocks: list[list[AgendaItem]] = []
    for one in listed:
        if one.depth and blocks:
            blocks[-1].append(one)
        else:
            blocks.append([one])
    return blocks


def _swap(listed: list[_Thing], place: int, *, up: bool) -> None:
    other = place - 1 if up else place + 1
    if 0 <= other < len(listed):
        listed[place], listed[other] = listed[other], listed[place]


def _order(listed: Sequence[AgendaItem]) -> Order:
    """Give the order; what stands first cannot stand under something."""
    return [(one.id, one.depth if place else 0) for place, one in enumerate(listed)]


def nested(listed: Sequence[AgendaItem], row: int) -> Order:
    """Put a point under the one above it, or take it out."""
    return [
        (number, (1 - depth if number == row and place else depth))
        for place, (number, depth) in enumerate(_order(listed))
    ]


def without(listed: Sequence[AgendaItem], row: int) -> Order:
    """Take a point away; those under it stay, under the one above."""
    return _order([one for one in listed if one.id != row])
