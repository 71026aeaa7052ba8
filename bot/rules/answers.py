"""Understands an organiser's answer to one question about a meeting, or says what is unclear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.invitation import answers
from bot.invitation.invitation import Finding
from bot.records.meeting import Form, Meeting
from bot.rules import clashes, drafting, lengths, times
from bot.rules.drafting import Question, Value


@dataclass(frozen=True, slots=True)
class Understood:
    """The answer, ready to be written down; None takes "nothing" for an answer."""

    value: Value


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why the answer cannot be taken, and what to offer instead."""

    reason: str
    options: tuple[str, ...] = ()


Outcome = Understood | Unclear
ISO_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}(:00)?([+-][0-9]{2}:[0-9]{2})?")
"""A clock as a button carries it."""
BETWEEN_THOUSANDS = re.compile(r"(?<=[0-9])\s(?=[0-9]{3}(?![0-9]))")
ONLY_DIGITS = re.compile(r"[0-9]{1,9}")
AROUND_A_NUMBER = (
    "max maximalt högst ungefär cirka ca c:a runt omkring upp till minst det vi har finns är blir "
    "får plats platser för rum med i salen lokalen person personer pers st stycken deltagare "
    "stolar bara totalt tack about around at most up to we have room for there are seats places "
    "people persons only noin enintään korkeintaan on paikkaa henkeä henkilöä henkilölle"
)
"""Words that tell how many; an answer with any other may be about something else."""
YES_NO = frozenset({"yes", "no"})
NOTHING = "-"
"""The choice a button carries for "nothing"."""
DAYS_BEFORE = {"d0": 0, "d1": 1, "d7": 7, "d14": 14}
"""Choices for a last day, counted in days before the meeting."""


def understand(
    question: Question, answer: str, meeting: Meeting, now: datetime, zone: ZoneInfo
) -> Outcome:
    """Read an answer, tapped or typed; what clashes with the other facts is unclear."""
    if answer == NOTHING and not question.is_needed:
        return Understood(None)
    outcome = _read(question, answer.strip(), meeting, now.astimezone(zone).date())
    if isinstance(outcome, Unclear):
        return outcome
    return _fits(question, outcome, meeting, now, zone)


def _read(question: Question, answer: str, meeting: Meeting, today: date) -> Outcome:
    if question.kind == "day":
        return _day(question, answer, meeting, today)
    if question.kind == "clock":
        return _clock(question, answer, meeting)
    if question.kind == "form":
        return Understood(Form(answer)) if answer in set(Form) else Unclear("choose")
    if question.kind == "number":
        return _number(answer)
    if question.kind == "yes_no":
        return Understood(answer == "yes") if answer in YES_NO else Unclear("choose")
    return _text(question, answer)


def _day(question: Question, answer: str, meeting: Meeting, today: date) -> Outcome:
    exact = _iso_day(answer)
    if exact:
        return Understood(exact)
    if question.name in clashes.LAST_DAYS:
        if answer in DAYS_BEFORE and meeting.day:
            return Understood(meeting.day - timedelta(days=DAYS_BEFORE[answer]))
        return _taken(answers.read_deadline(answer, today, meeting.day))
    return _taken(answers.read_day(answer, today, meeting.day))


def _iso_day(answer: str) -> date | None:
    try:
        return date.fromisoformat(answer)
    except ValueError:
        return None


def _clock(question: Question, answer: str, meeting: Meeting) -> Outcome:
    if exact := _iso_clock(answer):
        return Understood(exact)
    standing: time | None = getattr(meeting, question.name)
    return _taken(answers.read_clock(answer, standing or meeting.start))


def _iso_clock(answer: str) -> time | None:
    # Python reads "17.30" as seventeen hours and three tenths of a second.
    if not ISO_CLOCK.fullmatch(answer):
        return None
    try:
        return time.fromisoformat(answer)
    except ValueError:
        return None


def _taken(finding: Finding[date] | Finding[time]) -> Outcome:
    if finding.is_sure and finding.value is not None:
        return Understood(finding.value)
    reason = str(finding.reason) if finding.reason else "not_understood"
    return Unclear(reason, tuple(option.isoformat() for option in finding.options))


def _number(answer: str) -> Outcome:
    whole = BETWEEN_THOUSANDS.sub("", answer)
    count = int(whole) if ONLY_DIGITS.fullmatch(whole) else _counted(whole)
    if count is None or not 1 <= count <= drafting.MOST_SEATS:
        return Unclear("number")
    return Understood(count)


def _counted(said: str) -> int | None:
    """Read "max 30 personer"; a number in an address or a date is not how many."""
    found = answers.read_number(said)
    if found.value is None or found.span is None:
        return None
    around = f"{said[: found.span[0]]} {said[found.span[1] :]}".lower()
    words = (word.strip(".,!?;") for word in around.split())
    return (
        found.value
        if set(AROUND_A_NUMBER.split()).issuperset(word for word in words if word)
        else None
    )


def _text(question: Question, answer: str) -> Outcome:
    kept = answer if question.name in {"about", "agenda"} else " ".join(answer.split())
    if not kept:
        return Unclear("empty")
    if lengths.units(kept) > question.limit:
        return Unclear("too_long")
    if question.name == "join_url" and not kept.startswith(("https://", "http://")):
        return Unclear("not_a_link")
    return Understood(kept)


def _fits(
    question: Question, outcome: Understood, meeting: Meeting, now: datetime, zone: ZoneInfo
) -> Outcome:
    """Try the answer on a copy of the facts, and refuse it where it makes them clash."""
    if question.kind not in {"day", "clock"}:
        return outcome
    tried = Meeting(**meeting.model_dump())
    drafting.fill(tried, question.name, outcome.value)
    name = question.name
    for about, why in clashes.clashes(tried, now, zone):
        # Which of two equal hours is meant is asked of the clock, once there is a day.
        if about == name or (about == _sibling(name) and why != "shown_twice"):
            return Unclear(why, clashes.clocks_instead(tried, name, zone))
    return outcome


def _sibling(name: str) -> str:
    # A start can put the whole meeting in the past, and a day can lack the hour it starts.
    return {"start": "day", "day": "start"}.get(name, name)


def closing_days(meeting: Meeting, now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """The ready-made last days that are still possible for this meeting."""
    begins = times.starts_at(meeting, zone)
    if begins is None or meeting.day is None:
        return ()
    today = now.astimezone(zone).date()
    return tuple(
        choice
        for choice, days in DAYS_BEFORE.items()
        if meeting.day - timedelta(days=days) >= today
    )
