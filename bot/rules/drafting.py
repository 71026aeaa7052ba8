"""Which facts a meeting has, and what to ask next while it is composed. The draft is the state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.records.meeting import Form, Meeting
from bot.rules import times

Kind = Literal["text", "day", "clock", "form", "number", "agenda"]
Value = str | date | time | int | None


@dataclass(frozen=True, slots=True)
class Question:
    """One fact of a meeting: `is_needed` must be known, the others may be waived."""

    name: str
    kind: Kind
    is_needed: bool
    limit: int = 0
    """The longest text, in UTF-16 units as Telegram counts, so that a full card always fits."""


QUESTIONS = (
    Question("title", "text", is_needed=True, limit=150),
    Question("day", "day", is_needed=True),
    Question("start", "clock", is_needed=True),
    Question("end", "clock", is_needed=False),
    Question("form", "form", is_needed=True),
    Question("place", "text", is_needed=True, limit=300),
    Question("join_url", "text", is_needed=False, limit=300),
    Question("closes_on", "day", is_needed=True),
    Question("seats", "number", is_needed=False),
    Question("food", "text", is_needed=False, limit=200),
    Question("accessibility", "text", is_needed=False, limit=400),
    Question("contact", "text", is_needed=False, limit=200),
    Question("agenda", "agenda", is_needed=False, limit=3000),
    Question("hosts", "text", is_needed=False, limit=300),
    Question("doors", "text", is_needed=False, limit=100),
    Question("moderator", "text", is_needed=False, limit=150),
    Question("about", "text", is_needed=False, limit=1000),
)
BY_NAME = {question.name: question for question in QUESTIONS}
WHEN_PASTED = ("title", "day", "start", "form", "place", "join_url", "closes_on", "seats")
"""What is asked after a pasted invitation; on the rest its silence is an answer."""
WHEN_COMPOSED = (*WHEN_PASTED[:3], "end", *WHEN_PASTED[3:], "food", "accessibility", "agenda")
"""What is asked when a meeting is composed from nothing."""
MOST_SEATS = 100_000


def next_question(meeting: Meeting) -> Question | None:
    """Give what to ask: first what is in doubt, then the first fact not yet answered."""
    asked = WHEN_PASTED if meeting.source else WHEN_COMPOSED
    doubtful = [
        question
        for question in QUESTIONS
        if question.name in meeting.doubts and is_relevant(meeting, question.name)
    ]
    if doubtful:
        return doubtful[0]
    return next((BY_NAME[name] for name in asked if _is_open(meeting, name)), None)


def _is_open(meeting: Meeting, name: str) -> bool:
    return name not in meeting.waived and is_relevant(meeting, name) and not is_known(meeting, name)


def is_known(meeting: Meeting, name: str) -> bool:
    """Whether the draft itself holds an answer; the agenda has rows of its own."""
    return name != "agenda" and getattr(meeting, name) is not None


def is_relevant(meeting: Meeting, name: str) -> bool:
    """Whether the fact means anything for this form of meeting."""
    if name in {"place", "food", "doors"}:
        return meeting.form != Form.ONLINE
    if name == "join_url":
        return meeting.form in {Form.ONLINE, Form.HYBRID}
    return True


def waive(meeting: Meeting, name: str) -> None:
    """Take "nothing" for an answer."""
    if BY_NAME[name].kind == "text":
        setattr(meeting, name, "")
    elif name not in meeting.waived:
        meeting.waived = [*meeting.waived, name]
        if name != "agenda":
            setattr(meeting, name, None)
    settle(meeting, name)


def fill(meeting: Meeting, name: str, value: Value) -> None:
    """Write an answer down and let its doubt go."""
    setattr(meeting, name, value)
    if name == "closes_on":
        # A day that is chosen anew means the whole of it.
        meeting.closes_clock = None
    meeting.waived = [waived for waived in meeting.waived if waived != name]
    settle(meeting, name)


def settle(meeting: Meeting, name: str) -> None:
    """Let the doubt about a fact go."""
    meeting.doubts = {field: doubt for field, doubt in meeting.doubts.items() if field != name}


Clash = Literal[
    "in_the_past", "after_the_meeting", "end_before_start", "no_such_time", "deadline_passed"
]


def clash(meeting: Meeting, now: datetime, zone: ZoneInfo) -> tuple[str, Clash] | None:
    """Find the first fact that cannot be, with why; None when the facts agree."""
    today = now.astimezone(zone).date()
    for name, clock in (("start", meeting.start), ("end", meeting.end)):
        if meeting.day and clock and not times.exists(meeting.day, clock, zone):
            return name, "no_such_time"
    begins = times.starts_at(meeting, zone)
    if begins is not None and begins <= now:
        return "day", "in_the_past"
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        return "end", "end_before_start"
    return _deadline_clash(meeting, today)


def _deadline_clash(meeting: Meeting, today: date) -> tuple[str, Clash] | None:
    if meeting.closes_on is None or meeting.day is None:
        return None
    if meeting.closes_on > meeting.day:
        return "closes_on", "after_the_meeting"
    return ("closes_on", "deadline_passed") if meeting.closes_on < today else None
