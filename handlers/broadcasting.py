"""Writes a message to many, a slice at a time, from facts as they are when it leaves."""

from __future__ import annotations

from bot.deeds import audiences, cards, changing, looks, passing_on, readers, receipts, telling
from bot.deeds.readers import Reader
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Lane, OnDoubt, Outgoing
from bot.rules import changes
from bot.store import broadcasts, meetings, outbox, people
from bot.turn import Turn

SLICE = 500
"""People looked at in one transaction."""


def next_slice(turn: Turn) -> bool:
    """Write one slice of the oldest broadcast whose hour has come; False when none has."""
    ready = broadcasts.ready(turn.session, turn.now)
    if not ready:
        return False
    told = broadcasts.locked(turn.session, ready[0].id)
    if told is None or told.status not in broadcasts.UNDER_WAY:
        return True
    meeting = meetings.get(turn.session, told.meeting_id)
    if meeting is None or _is_stale(turn, told, meeting):
        told.status = BroadcastStatus.TAKEN_BACK
        receipts.follow(turn, told)
        return True
    if changing.must_wait(turn, told):
        return True
    if told.status == BroadcastStatus.WAITING and not _open(turn, told, meeting):
        return True
    _write(turn, told, meeting)
    return True


def _is_stale(turn: Turn, told: Broadcast, meeting: Meeting) -> bool:
    if told.kind != BroadcastKind.CANCELLATION and meeting.status != Status.ANNOUNCED:
        return True
    return told.stale_after is not None and told.stale_after <= turn.now


def _open(turn: Turn, told: Broadcast, meeting: Meeting) -> bool:
    """Begin, unless there is nothing to tell any more, or the hour passed while we were down.

    An invitation to everyone also stands in the groups.
    """
    turn.session.add(told)
    if told.kind == BroadcastKind.CHANGE:
        told.facts = changes.still(meeting, told.facts)
        if not told.facts:
            told.status = BroadcastStatus.TAKEN_BACK
            changing.take_up_again(turn, told)
            return False
    told.starts_at = telling.at_a_decent_hour(turn, meeting, turn.now)
    if told.starts_at > turn.now:
        return False
    told.status = BroadcastStatus.GOING
    changing.open_along(turn, told)
    if told.kind == BroadcastKind.INVITATION and audiences.is_for_everyone(told):
        cards.post(turn, meeting)
    if told.kind in audiences.BY_HAND:
        receipts.follow(turn, told)
    return True


def _write(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    listed = people.after(turn.session, told.cursor, SLICE)
    rows = [_row(turn, told, meeting, reader) for reader in readers.of(turn, told, meeting, listed)]
    told.count += outbox.queue_many(turn.session, rows)
    told.cursor = listed[-1].id if listed else told.cursor
    if len(listed) < SLICE:
        told.status = BroadcastStatus.DONE
        passing_on.after(turn, told, meeting)
    turn.session.add(told)


def _row(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Outgoing:
    message = looks.look(turn, told, meeting, reader)
    return Outgoing(
        chat_id=reader.person.telegram_id or 0,
        person_id=reader.person.id,
        meeting_id=meeting.id,
        broadcast_id=told.id,
        method=message.method,
        content=message.as_content(),
        key=f"{told.key}:{reader.person.id}",
        lane=Lane.BROADCAST if told.kind in audiences.BY_HAND else Lane.NOTICE,
        # What she wrote may be sent once more when she has looked, so it is not sent by itself.
        on_doubt=OnDoubt.PARK if told.kind in _BY_WORD else OnDoubt.RESEND,
        not_before=reader.telling.at,
        stale_after=reader.telling.stale_after,
        created_at=turn.now,
    )


_BY_WORD = frozenset({BroadcastKind.MESSAGE, BroadcastKind.MINUTES})
"""What is sent once more only by an organiser's word: read twice it would be a nuisance."""
