"""Asks what is due, and does it: reminders, offers that lapsed, the daily clearing away."""

from __future__ import annotations

from datetime import timedelta

from bot.deeds import cards, clearing, offering, plans, receipts, seats, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.reminders import Due, Occasion
from bot.store import meetings, registrations
from bot.turn import Turn
from bot.words.views import waiting as waiting_views

RECHECK = timedelta(minutes=1)


def tick(turn: Turn) -> None:
    """Do everything that is due now; asked anew it does nothing twice."""
    for meeting in meetings.waking(turn.session, turn.now):
        for due in plans.due(turn, meeting):
            _tell(turn, meeting, due)
        plans.settle(turn, meeting)
        cards.refresh(turn, meeting)
    for one in registrations.lapsing(turn.session, turn.now):
        _lapse(turn, one)
    receipts.refresh(turn)
    clearing.clear(turn)


def _tell(turn: Turn, meeting: Meeting, due: Due) -> None:
    """Begin the message of an occasion; one that has nothing to say is only ticked off."""
    silent = _has_nothing_to_say(turn, meeting, due.occasion)
    telling.begin(
        turn,
        Broadcast(
            key=due.key,
            meeting_id=meeting.id,
            kind=BroadcastKind(due.occasion),
            status=BroadcastStatus.DONE if silent else BroadcastStatus.GOING,
            starts_at=turn.now,
            stale_after=due.stale_after,
            created_by=meeting.created_by,
            created_at=turn.now,
        ),
    )


def _has_nothing_to_say(turn: Turn, meeting: Meeting, occasion: Occasion) -> bool:
    if occasion == Occasion.AGENDA:
        return not meetings.agenda(turn.session, meeting.id)
    if occasion == Occasion.NUDGE:
        # Nobody is asked to hurry to a meeting that is full.
        return seats.left(turn, meeting) == 0
    return False


def _lapse(turn: Turn, one: Registration) -> None:
    """Let an unanswered offer go to the next in line, whole as it was made."""
    meeting = meetings.locked(turn.session, one.meeting_id)
    turn.session.refresh(one)
    if meeting is None or one.standing != Standing.OFFERED:
        # It lapsed together with the one it was offered with.
        return
    offered = registrations.offered_with(turn.session, one)
    reader = seats.speaker(turn, one)
    about = offering.subjects(turn, meeting, reader, tuple(offered)) if reader else ()
    seats.free_all(turn, meeting, offered, Standing.CANCELLED)
    if reader is not None and not registration.is_over(meeting, turn.now, turn.house.zone):
        told = waiting_views.offer_lapsed(turn.words_for(reader), meeting, about)
        turn.tell(reader, told, meeting)
    cards.refresh(turn, meeting)
