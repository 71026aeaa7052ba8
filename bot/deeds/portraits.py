"""Draws a meeting as one person sees it, at the hour it is drawn."""

from __future__ import annotations

from datetime import datetime

from bot.deeds import questions, serials
from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import attendance, countdown, registration, times
from bot.store import meetings, registrations
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import portrait as views
from bot.words.views.portrait import Sight


def draw(turn: Turn, meeting: Meeting, mine: Standing | None) -> Message:
    """Draw the card with where she stands and how long is left."""
    zone = turn.house.zone
    is_over = registration.is_over(meeting, turn.now, zone)
    sight = Sight(
        mine=mine,
        points=meetings.agenda(turn.session, meeting.id),
        left=countdown.countdown(meeting, turn.now, zone),
        is_over=is_over,
        has_closed=not is_over and not registration.is_open(meeting, turn.now, zone),
        can_share=turn.house.is_inline,
        change_until=_change_until(turn, meeting, mine),
        book_before=_book_before(turn, meeting),
        was_there=_was_there(turn, meeting),
        others=tuple(serials.others(turn, meeting, turn.person)),
    )
    return views.portrait(turn.words, meeting, sight)


def _was_there(turn: Turn, meeting: Meeting) -> bool:
    own = registrations.of(turn.session, meeting.id, turn.person.id) if turn.person else None
    zone = turn.house.zone
    return own is not None and attendance.may_be_certified(own, meeting, turn.now, zone)


def _change_until(turn: Turn, meeting: Meeting, mine: Standing | None) -> datetime | None:
    """Until when she changes her answers herself; None for one who has none, and when it is past.

    Registering has its own last day on the card already.
    """
    ends = times.changes_end_at(meeting, turn.house.zone)
    is_its_own = meeting.changes_on is not None
    is_hers = mine == Standing.GOING or (mine is None and is_its_own)
    return ends if is_hers and not times.is_past(ends, turn.now) else None


def _book_before(turn: Turn, meeting: Meeting) -> datetime | None:
    is_open = not registration.is_over(meeting, turn.now, turn.house.zone)
    return questions.still_bookable_until(turn, meeting) if is_open else None
