"""Draws a meeting as one person sees it, at the hour it is drawn."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import countdown, registration
from bot.store import meetings
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import portrait as views
from bot.words.views.portrait import Sight


def draw(turn: Turn, meeting: Meeting, mine: Standing | None) -> Message:
    """Draw the card with where she stands and how long is left."""
    zone = turn.house.zone
    sight = Sight(
        mine=mine,
        points=meetings.agenda(turn.session, meeting.id),
        left=countdown.countdown(meeting, turn.now, zone),
        is_over=registration.is_over(meeting, turn.now, zone),
        can_share=turn.house.is_inline,
    )
    return views.portrait(turn.words, meeting, sight)
