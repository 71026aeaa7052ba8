"""Announces the occasions of a series in one message, and takes them back with it."""

from __future__ import annotations

from datetime import datetime

from bot.deeds import plans, serials
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.store import broadcasts, meetings
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.views import meeting as meeting_views
from bot.words.views import occasions as views
from bot.words.views.occasions import Occasion


def announce(turn: Turn, lead: Meeting, told: Broadcast, goes_at: datetime) -> None:
    """Announce the drafts that go along; each notes whom the message was for, and sends none."""
    for one in serials.goes_along(turn, lead):
        one.status, one.announced_at = Status.ANNOUNCED, goes_at
        one.edition += 1
        turn.session.add(one)
        noted = Broadcast(
            key=f"invitation:{one.id}:{one.edition}",
            meeting_id=one.id,
            kind=BroadcastKind.INVITATION,
            status=BroadcastStatus.DONE,
            audience=dict(told.audience),
            starts_at=goes_at,
            created_by=told.created_by,
            created_at=turn.now,
        )
        turn.session.add(noted)
        turn.session.flush()
        plans.settle(turn, one)
        turn.note("sent", one)


def take_back(turn: Turn, lead: Meeting) -> None:
    """Make drafts again of those that were announced with this one; call it before its own."""
    for one in serials.told_with(turn, lead):
        for told in broadcasts.of(turn.session, one.id):
            if told.kind == BroadcastKind.INVITATION:
                told.status = BroadcastStatus.TAKEN_BACK
                turn.session.add(told)
        one.status, one.announced_at, one.wakes_at = Status.DRAFT, None, None
        turn.session.add(one)
        turn.note("took back", one)


def invitation(turn: Turn, words: Words, meeting: Meeting, along: list[Meeting]) -> Message:
    """Draw the invitation: to one meeting, or to every occasion that goes along."""
    has_agenda = bool(meetings.agenda(turn.session, meeting.id))
    if not along:
        return meeting_views.invitation(words, meeting, has_agenda=has_agenda)
    return views.invitation(words, meeting, [Occasion(one) for one in along], has_agenda=has_agenda)
