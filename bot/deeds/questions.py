"""Words the questions about taking part, food and needs to whoever answers them."""

from __future__ import annotations

from datetime import datetime

from bot.records.meeting import Meeting
from bot.records.need import NeedKind
from bot.records.person import Person
from bot.records.registration import Registration
from bot.rules import times
from bot.rules.party import Subject
from bot.rules.registration import Asked
from bot.store import needs, usuals
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import needs as need_views
from bot.words.views import registration as views
from bot.words.views.needs import Asking


def await_from(turn: Turn, reader: Person, token: Token) -> None:
    """Take what she writes next for an answer, unless she is in the middle of another question."""
    if reader.expects is None:
        reader.expects, reader.asked_at = str(token), turn.now


def question(
    turn: Turn, meeting: Meeting, mine: Registration, asked: Asked, about: Subject
) -> Message:
    """Word one question to the one who speaks."""
    return worded(turn, meeting, mine, asked, about, to=turn.me)


def worded(  # noqa: PLR0913 - the reader need not be the one who speaks
    turn: Turn, meeting: Meeting, mine: Registration, asked: Asked, about: Subject, *, to: Person
) -> Message:
    """Word one question to someone else."""
    words = turn.words_for(to)
    if asked in set(NeedKind):
        return need_views.ask(words, asking(turn, meeting, mine, NeedKind(asked), about))
    return views.ask(words, asked, about)


def asking(
    turn: Turn, meeting: Meeting, mine: Registration, kind: NeedKind, about: Subject
) -> Asking:
    """Gather what the text of a question about food or needs has to tell."""
    ends = booking_ends_at(turn, meeting)
    row = needs.row(turn.session, mine.id, kind)
    own = () if about.name else usuals.kinds(turn.session, mine.person_id)
    return Asking(
        kind=kind,
        about=about,
        title=meeting.title or "–",
        food=meeting.food or "",
        days=turn.house.settings.retention.needs_days,
        book_before=ends,
        is_late=times.is_past(ends, turn.now),
        has_usual=kind in own,
        is_change=row is not None and row.answered_at is not None,
    )


def still_bookable_until(turn: Turn, meeting: Meeting) -> datetime | None:
    """Until when an interpreter can be asked for; None when that hour is past."""
    ends = booking_ends_at(turn, meeting)
    return None if times.is_past(ends, turn.now) else ends


def booking_ends_at(turn: Turn, meeting: Meeting) -> datetime | None:
    """Until when an interpreter can be asked for in good time."""
    days = turn.house.settings.meeting.needs_days_before
    return times.needs_end_at(meeting, turn.house.zone, days)
