"""Gives one who registers late what the others have had already, and promises her no more."""

from __future__ import annotations

from bot.deeds import plans
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.person import Reminders
from bot.records.registration import Registration
from bot.rules import times, unasked
from bot.rules.reminders import Occasion
from bot.rules.unasked import Taste
from bot.store import broadcasts, meetings, mutes
from bot.turn import Turn, When
from bot.words.views import meeting as views

WRITTEN = frozenset({BroadcastStatus.GOING, BroadcastStatus.DONE})


def will_be_reminded(turn: Turn, meeting: Meeting) -> bool:
    """Whether the reminder is still to come for the one who has just registered."""
    ahead = plans.occasions(turn, meeting)
    done = plans.done(turn, meeting)
    return unasked.is_wanted(BroadcastKind.REMINDER, _taste(turn, meeting)) and any(
        one.occasion == Occasion.REMINDER and one.key not in done and turn.now < one.stale_after
        for one in ahead
    )


def catch_up(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Send the agenda if it went to the others before she came; once, and only if she wants it."""
    told = _agenda_sent(turn, meeting)
    points = meetings.agenda(turn.session, meeting.id)
    if told is None or not points or mine.changed_at < told.starts_at:
        return
    if unasked.is_wanted(BroadcastKind.AGENDA, _taste(turn, meeting)):
        begins = times.starts_at(meeting, turn.house.zone)
        when = When(turn.now, begins, f"{told.key}:{turn.me.id}")
        turn.tell(turn.me, views.agenda(turn.words, meeting, points), meeting, when=when)


def _agenda_sent(turn: Turn, meeting: Meeting) -> Broadcast | None:
    sent = [
        one
        for one in broadcasts.of(turn.session, meeting.id)
        if one.kind == BroadcastKind.AGENDA and one.status in WRITTEN
    ]
    return sent[-1] if sent else None


def _taste(turn: Turn, meeting: Meeting) -> Taste:
    muted = mutes.has(turn.session, meeting.id, turn.me.id)
    return Taste(Reminders(turn.me.reminders), is_muted=muted)
