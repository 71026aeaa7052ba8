"""Asks what is due, and does it: reminders, offers that lapsed, the daily clearing away."""

from __future__ import annotations

from bot.deeds import (
    cards,
    clearing,
    desks,
    kitchens,
    mornings,
    offering,
    plans,
    receipts,
    returning,
    seats,
    telling,
    writing,
)
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.reminders import Due, Occasion
from bot.store import meetings, registrations
from bot.turn import Turn
from bot.words.views import offering as offering_views


def tick(turn: Turn) -> None:
    """Do everything that is due now; asked anew it does nothing twice."""
    for meeting in meetings.waking(turn.session, turn.now):
        for due in plans.due(turn, meeting):
            _tell(turn, meeting, due)
        for own in plans.steps_due(turn, meeting):
            writing.begin_step(turn, meeting, own)
        plans.settle(turn, meeting)
        cards.refresh(turn, meeting)
    lapsing = registrations.lapsing(turn.session, turn.now)
    for meeting_id in dict.fromkeys(one.meeting_id for one in lapsing):
        _lapse(turn, meeting_id, [one for one in lapsing if one.meeting_id == meeting_id])
    receipts.refresh(turn)
    mornings.tell(turn)
    desks.refresh(turn)
    kitchens.refresh(turn)
    returning.tell(turn)
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


def _lapse(turn: Turn, meeting_id: int, late: list[Registration]) -> None:
    """Let unanswered offers go to the next in line, all at once so that parties can have them."""
    meeting = meetings.locked(turn.session, meeting_id)
    for one in late:
        turn.session.refresh(one)
    offered = [one for one in late if one.standing == Standing.OFFERED]
    if meeting is None or not offered:
        return
    told = _who_hears(turn, offered)
    before = seats.left(turn, meeting)
    seats.free_all(turn, meeting, offered, Standing.LAPSED)
    after = seats.left(turn, meeting)
    has_gone_on = before is not None and after is not None and after <= before
    if not registration.is_over(meeting, turn.now, turn.house.zone):
        for reader, theirs in told:
            about = offering.subjects(turn, meeting, reader, theirs)
            lapsed = offering_views.offer_lapsed(
                turn.words_for(reader), meeting, about, has_gone_on=has_gone_on
            )
            turn.tell(reader, lapsed, meeting)
    cards.refresh(turn, meeting)


def _who_hears(
    turn: Turn, offered: list[Registration]
) -> list[tuple[Person, tuple[Registration, ...]]]:
    """Find who answers for each offer, and put together what one person hears."""
    by_reader: dict[int, list[Registration]] = {}
    readers: dict[int, Person] = {}
    for one in offered:
        reader = seats.speaker(turn, one)
        if reader is not None:
            readers[reader.id] = reader
            by_reader.setdefault(reader.id, []).append(one)
    return [(readers[row], tuple(theirs)) for row, theirs in by_reader.items()]
