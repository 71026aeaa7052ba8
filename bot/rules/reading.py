"""Lets a read invitation fill a draft: what is sure is written, what is in doubt is kept to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.invitation.invitation import Finding, Invitation
from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting
from bot.rules import drafting, lengths

QUOTE = 120
"""Characters of the organiser's own words that a question shows."""
FACTS = {
    "title": "title",
    "day": "day",
    "start": "start",
    "end": "end",
    "place": "place",
    "join_url": "join_url",
    "closes_on": "deadline",
    "seats": "seats",
    "online_seats": "online_seats",
    "per_party": "limit_per_association",
    "needs_on": "needs_deadline",
    "food": "food",
    "accessibility": "accessibility",
    "moderator": "moderator",
}
"""A meeting's fact and the reader's name for it."""


NUMBERS = ("seats", "online_seats", "per_party")


def fill(meeting: Meeting, read: Invitation, text: str) -> None:
    """Fill a new draft from an invitation; never guesses, never overwrites a doubt."""
    meeting.source = text
    meeting.doubts = {}
    for name, field in FACTS.items():
        _take(meeting, name, getattr(read, field), text)
    meeting.closes_clock = read.deadline_time.sure
    for name in NUMBERS:
        number = getattr(meeting, name)
        if number is not None and not 1 <= number <= drafting.MOST_SEATS:
            setattr(meeting, name, None)
    meeting.form = _form(read)
    meeting.hosts = _fitting("hosts", " · ".join(read.organisers.sure or ()))
    meeting.doors = _clock(read.doors.sure)
    meeting.contact = _contact(read)
    _waive_silence(meeting)


def _take(meeting: Meeting, name: str, finding: Finding[object], text: str) -> None:
    value = finding.sure
    setattr(meeting, name, _fitting(name, value) if isinstance(value, str) else value)
    # Nobody is asked about what most meetings do without.
    if finding.is_doubt and name not in drafting.RARE:
        doubt: dict[str, object] = {
            "reason": str(finding.reason or ""),
            "options": [_written(option) for option in finding.options],
            "quote": _quote(text, finding.span),
        }
        meeting.doubts = {**meeting.doubts, name: doubt}


def _fitting(name: str, value: str) -> str:
    return lengths.cut(" ".join(value.split()), drafting.BY_NAME[name].limit)


def _written(option: object) -> str:
    return option.isoformat() if isinstance(option, date | time) else str(option)


def _quote(text: str, span: tuple[int, int] | None) -> str:
    return " ".join(text[span[0] : span[1]].split())[:QUOTE] if span else ""


def _form(read: Invitation) -> Form | None:
    if read.hybrid.sure:
        return Form.HYBRID
    if read.online.sure:
        return Form.HYBRID if read.place.value else Form.ONLINE
    return Form.ROOM if read.place.value else None


def _clock(clock: time | None) -> str:
    return clock.strftime("%H.%M") if clock else ""


def _contact(read: Invitation) -> str:
    found = (read.contact_name.sure, read.contact_email.sure, read.contact_phone.sure)
    return _fitting("contact", ", ".join(part for part in found if part))


def _waive_silence(meeting: Meeting) -> None:
    for question in drafting.QUESTIONS:
        name = question.name
        if name in {*drafting.WHEN_PASTED, *drafting.RARE, *meeting.doubts, "agenda"}:
            continue
        if not drafting.is_known(meeting, name):
            drafting.waive(meeting, name)


def points(read: Invitation, meeting_id: int) -> list[AgendaItem]:
    """Lay the agenda out as rows, each sub-point under its point."""
    flat = [
        (depth, item)
        for point in read.agenda
        for depth, item in [(0, point), *((1, child) for child in point.children)]
    ]
    return [
        AgendaItem(
            meeting_id=meeting_id,
            position=position,
            depth=depth,
            title=item.title[:300],
            at=item.time,
            speaker=(item.speaker or "")[:200],
            is_break=item.is_break,
        )
        for position, (depth, item) in enumerate(flat)
    ]


def occasions(read: Invitation) -> list[Invitation]:
    """Make an invitation of each occasion; of an invitation to one occasion only itself."""
    return [
        replace(
            read,
            day=one.day,
            start=one.start if one.start.value or one.start.is_doubt else read.start,
            end=one.end if one.end.value or one.end.is_doubt else read.end,
            place=one.place if one.place.value or one.place.is_doubt else read.place,
            occasions=(),
        )
        for one in read.occasions
    ] or [read]


def plain_points(text: str, meeting_id: int) -> list[AgendaItem]:
    """Take each line for a point, when the text has no more shape than that."""
    titles = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return [
        AgendaItem(meeting_id=meeting_id, position=position, title=title[:300])
        for position, title in enumerate(titles)
    ]
