"""Which facts a meeting has, and what to ask next while it is composed. The draft is the state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from bot.languages import TAG
from bot.records.meeting import Form, Meeting

Kind = Literal["text", "day", "clock", "form", "number", "agenda", "yes_no"]
Value = str | date | time | int | None


@dataclass(frozen=True, slots=True)
class Question:
    """One fact of a meeting: `is_needed` must be known, the others may be waived."""

    name: str
    kind: Kind
    is_needed: bool
    limit: int = 0
    """The longest text, in UTF-16 units as Telegram counts, so that a full card always fits."""


ABOUT = 1000
"""UTF-16 units of what the meeting is about, in each language."""
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
    Question("about", "text", is_needed=False, limit=ABOUT),
    Question("online_seats", "number", is_needed=False),
    Question("per_party", "number", is_needed=False),
    Question("asks_part", "yes_no", is_needed=True),
    Question("closes_clock", "clock", is_needed=False),
    Question("changes_on", "day", is_needed=False),
    Question("changes_clock", "clock", is_needed=False),
    Question("needs_on", "day", is_needed=False),
)
BY_NAME = {question.name: question for question in QUESTIONS}
WHEN_PASTED = ("title", "day", "start", "form", "place", "join_url", "closes_on", "seats")
"""What is asked after a pasted invitation; on the rest its silence is an answer."""
WHEN_COMPOSED = (*WHEN_PASTED[:3], "end", *WHEN_PASTED[3:], "food", "accessibility", "agenda")
"""What is asked when a meeting is composed from nothing."""
RARE = (
    "online_seats",
    "per_party",
    "asks_part",
    "closes_clock",
    "changes_on",
    "changes_clock",
    "needs_on",
    "doors",
)
"""What most meetings do without: reached by those who look for it, and asked of nobody."""
CLOCK_OF = {"closes_on": "closes_clock", "changes_on": "changes_clock"}
"""A last day, and the hour of it."""
OFFSET_OF = {"start": "start_offset", "end": "end_offset"}
"""A clock, and which of two equal hours it is."""
TEXT_IN = "text_"
"""What it is about in one language is asked for by this and the language's tag."""
MOST_SEATS = 100_000


def is_choice(name: str) -> bool:
    """Whether a fact is one that nobody is asked for, and has to be looked for."""
    return name in RARE or language_of(name) is not None


def question(name: str) -> Question | None:
    """Give the question by its name; None for one we do not have."""
    language = language_of(name)
    if language is not None:
        return Question(name, "text", is_needed=False, limit=ABOUT)
    return BY_NAME.get(name)


def language_of(name: str) -> str | None:
    """Give the language a text is asked for in; None when the question is another."""
    tag = name.removeprefix(TEXT_IN)
    return tag if tag != name and TAG.fullmatch(tag) else None


def value(meeting: Meeting, name: str) -> Value:
    """Give a fact as it stands; None when it is not known."""
    language = language_of(name)
    if language is not None:
        return meeting.texts.get(language)
    found: Value = getattr(meeting, name)
    return found


def told_in(meeting: Meeting, languages: Sequence[str]) -> str:
    """Choose what it is about for a reader: in the first of her languages there is a text in."""
    own = (meeting.texts.get(language) for language in languages)
    return next((text for text in own if text), meeting.about or "")


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


def left(meeting: Meeting) -> list[str]:
    """Name everything that still has to be asked, as if each question was waived in turn."""
    tried = Meeting(**meeting.model_dump())
    names: list[str] = []
    while (asked := next_question(tried)) and asked.name not in names:
        names.append(asked.name)
        tried.waived = [*tried.waived, asked.name]
        settle(tried, asked.name)
    return names


def _is_open(meeting: Meeting, name: str) -> bool:
    return name not in meeting.waived and is_relevant(meeting, name) and not is_known(meeting, name)


def is_known(meeting: Meeting, name: str) -> bool:
    """Whether the draft itself holds an answer; the agenda has rows of its own."""
    return name != "agenda" and value(meeting, name) is not None


def is_relevant(meeting: Meeting, name: str) -> bool:
    """Whether the fact means anything for this form of meeting."""
    if name in {"place", "food", "doors"}:
        return meeting.form != Form.ONLINE
    if name == "join_url":
        return meeting.form in {Form.ONLINE, Form.HYBRID}
    if name == "online_seats":
        return meeting.form == Form.HYBRID
    day = next((day for day, clock in CLOCK_OF.items() if clock == name), None)
    return day is None or getattr(meeting, day) is not None


def waive(meeting: Meeting, name: str) -> None:
    """Take "nothing" for an answer."""
    language = language_of(name)
    if language is not None:
        meeting.texts = {tag: text for tag, text in meeting.texts.items() if tag != language}
        return
    if BY_NAME[name].kind == "text":
        setattr(meeting, name, "")
    elif name not in meeting.waived:
        meeting.waived = [*meeting.waived, name]
        if name != "agenda":
            setattr(meeting, name, None)
    _forget_clock(meeting, name)
    settle(meeting, name)


def _forget_clock(meeting: Meeting, name: str) -> None:
    # A day that is chosen anew means the whole of it.
    if name in CLOCK_OF:
        setattr(meeting, CLOCK_OF[name], None)


def fill(meeting: Meeting, name: str, given: Value) -> None:
    """Write an answer down and let its doubt go."""
    language = language_of(name)
    if language is not None:
        meeting.texts = {**meeting.texts, language: str(given)}
        return
    if name in OFFSET_OF and isinstance(given, time):
        east = given.utcoffset()
        setattr(meeting, OFFSET_OF[name], None if east is None else east // timedelta(minutes=1))
        given = given.replace(tzinfo=None)
    if name == "place" and meeting.place not in {None, "", given}:
        # The point on the map was the old place's.
        meeting.latitude = meeting.longitude = None
    setattr(meeting, name, given)
    _forget_clock(meeting, name)
    meeting.waived = [waived for waived in meeting.waived if waived != name]
    settle(meeting, name)


def settle(meeting: Meeting, name: str) -> None:
    """Let the doubt about a fact go."""
    meeting.doubts = {field: doubt for field, doubt in meeting.doubts.items() if field != name}
