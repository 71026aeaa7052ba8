"""Where an organiser may put someone: beside the last day, and knowingly beside the seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.records.meeting import Form, Meeting, Status
from bot.records.registration import Registration
from bot.rules import registration
from bot.rules.registration import LIVE, Already, Going, Hall, Over, Waiting, WhichWay

Outcome = Going | Waiting | Already | Over | WhichWay


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the button says: whom, which way of a hybrid meeting, and what if it is full."""

    person_id: int
    way: str = "x"
    """"room", "online", or "x" when it has not been chosen."""
    full: str = "x"
    """"over": a seat all the same; "line": the reserve list; "x": ask."""

    def written(self) -> str:
        """Write it as a button's choice."""
        return f"{self.person_id}-{self.way}-{self.full}"


def read(choice: str, longest: int) -> Wanted | None:
    """Read a button's choice; None for what we never wrote. Row ids have `longest` digits."""
    row, *more = choice.split("-")
    if not row.isdecimal() or len(row) > longest or len(more) != 2:  # noqa: PLR2004 - way, full
        return None
    return Wanted(int(row), *more)


def place(
    meeting: Meeting, hall: Hall, mine: Registration | None, now: datetime, zone: ZoneInfo
) -> Outcome:
    """Give a seat also after the last day; where there is none left, an organiser decides."""
    if registration.is_over(meeting, now, zone):
        return Over(is_cancelled=meeting.status == Status.CANCELLED)
    if mine is not None and mine.standing in LIVE:
        return Already(mine.standing)
    if meeting.form == Form.HYBRID and hall.side is None:
        return WhichWay()
    return Going() if registration.has_room(meeting, hall) else Waiting(hall.waiting + 1)
