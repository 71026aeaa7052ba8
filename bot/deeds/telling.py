"""Begins a message to many. The slices are written later, so that nothing is lost on the way."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col

from bot.deeds import cards, changing, plans, receipts
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting
from bot.records.outgoing import Lane, Outgoing
from bot.rules import changes, plan_steps, times
from bot.store import broadcasts, deliveries, outbox
from bot.turn import Turn

NOTICES = frozenset(
    {
        BroadcastKind.NUDGE,
        BroadcastKind.SUMMARY,
        BroadcastKind.AGENDA,
        BroadcastKind.REMINDER,
        BroadcastKind.THANKS,
    }
)

UNWRITTEN = frozenset(broadcasts.UNFINISHED)
LEAVING = frozenset({BroadcastStatus.GOING, BroadcastStatus.DONE})
"""Rows may wait in the outbox although all of them are written."""


def begin(turn: Turn, wanted: Broadcast) -> Broadcast:
    """Write a broadcast down; the clockwork and the sender do the rest."""
    turn.session.add(wanted)
    turn.session.flush()
    return wanted


def at_a_decent_hour(turn: Turn, meeting: Meeting, wanted: datetime) -> datetime:
    """Wait for the morning, unless the meeting begins before people would read it."""
    morning = turn.house.quiet.next_open(wanted)
    begins = times.starts_at(meeting, turn.house.zone)
    must_hurry = begins is not None and wanted < begins < morning + timedelta(hours=2)
    return wanted if must_hurry else morning


def change(
    turn: Turn, meeting: Meeting, old: dict[str, object], along: Broadcast | None = None
) -> Broadcast:
    """Tell those concerned what was and what is; changes made in the same minute go together.

    `along` is the change of another occasion that was made together with this one.
    """
    pause = timedelta(seconds=turn.house.settings.meeting.undo_seconds)
    starts_at = at_a_decent_hour(turn, meeting, turn.now + pause)
    key = changes.key_along(along.key, meeting) if along else changes.key(meeting)
    told = waiting_change(turn, meeting)
    if told is None:
        told = begin(turn, _change(turn, meeting, old, (key, starts_at)))
        for one in changing.before(turn, told):
            _overtake(turn, one)
    else:
        told.facts, told.starts_at = {**old, **told.facts}, starts_at
        if along is not None and broadcasts.keyed(turn.session, key) is None:
            told.key = key
        turn.session.add(told)
    changing.put_off(turn, told, pause)
    return told


def _overtake(turn: Turn, told: Broadcast) -> None:
    """Take back what has not left of an earlier change: the new one tells of both."""
    if told.status not in LEAVING:
        return
    if outbox.withdraw(turn.session, broadcast_id=told.id):
        changing.tell_again(turn, [told])
    told.status = BroadcastStatus.DONE
    told.count = deliveries.progress(turn.session, told.id).total
    turn.session.add(told)


def _change(
    turn: Turn, meeting: Meeting, old: dict[str, object], when: tuple[str, datetime]
) -> Broadcast:
    key, starts_at = when
    return Broadcast(
        key=key,
        meeting_id=meeting.id,
        kind=BroadcastKind.CHANGE,
        facts=dict(old),
        starts_at=starts_at,
        stale_after=times.starts_at(meeting, turn.house.zone),
        created_by=turn.person.id if turn.person else None,
        created_at=turn.now,
    )


def waiting_change(turn: Turn, meeting: Meeting) -> Broadcast | None:
    """Find the change of a meeting that has not been told yet."""
    under_way = broadcasts.of(turn.session, meeting.id)
    return next(
        (
            one
            for one in under_way
            if one.kind == BroadcastKind.CHANGE and one.status == BroadcastStatus.WAITING
        ),
        None,
    )


def replan(turn: Turn, meeting: Meeting) -> None:
    """Take back what is queued and has become untrue, and write it anew from present facts."""
    standing = plans.keys(turn, meeting)
    for told in broadcasts.of(turn.session, meeting.id):
        if told.kind in NOTICES and told.key not in standing:
            told.status = BroadcastStatus.TAKEN_BACK
            outbox.withdraw(turn.session, broadcast_id=told.id)
        elif plan_steps.is_step(told.key) and told.key not in standing:
            _drop_step(turn, told)
        elif told.kind in NOTICES or told.status in LEAVING:
            if not changing.is_overtaken(turn, told):
                _again(turn, told)
            for one in changing.earlier(turn, told):
                _again(turn, one)
    plans.settle(turn, meeting)
    cards.refresh(turn, meeting)


def _drop_step(turn: Turn, told: Broadcast) -> None:
    """Take back a message that belongs to a day that no longer is; what has left has been said."""
    if outbox.withdraw(turn.session, broadcast_id=told.id) or told.status in UNWRITTEN:
        told.status = BroadcastStatus.TAKEN_BACK
        turn.session.add(told)


def _again(turn: Turn, told: Broadcast) -> None:
    """Let the rows that have not left be written again; those sent keep their keys."""
    if not outbox.withdraw(turn.session, broadcast_id=told.id):
        return
    told.status, told.cursor = BroadcastStatus.GOING, 0
    told.count = deliveries.progress(turn.session, told.id).total
    turn.session.add(told)


def silence(turn: Turn, meeting: Meeting) -> None:
    """Stop everything on its way about a meeting: broadcasts, queued rows, later reminders."""
    every = broadcasts.of(turn.session, meeting.id)
    for told in every:
        if told.status in broadcasts.UNFINISHED:
            told.status = BroadcastStatus.TAKEN_BACK
        if told.count:
            receipts.follow(turn, told)
        turn.session.add(told)
    # An answer to a person who waits, and a card, are not news about the meeting.
    taken = outbox.take_back(
        turn.session,
        col(Outgoing.meeting_id) == meeting.id,
        col(Outgoing.lane) != Lane.PERSON,
        col(Outgoing.card_id).is_(None),
    )
    if taken:
        changing.tell_again(turn, every)
    for told in every:
        for one in changing.earlier(turn, told):
            _again(turn, one)
    meeting.wakes_at = None
