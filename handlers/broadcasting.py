"""Writes a message to many, a slice at a time, from facts as they are when it leaves."""

from __future__ import annotations

from collections.abc import Callable

from bot.deeds import calendars, cards, receipts, settling, tallies, telling
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Lane, Outgoing
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import audience, changes, registration
from bot.store import broadcasts, meetings, outbox, people, registrations
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import desk
from bot.words.views import meeting as meeting_views
from bot.words.views import notices as views

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

    An invitation also stands in the groups.
    """
    turn.session.add(told)
    told.facts = changes.still(meeting, told.facts)
    if told.kind == BroadcastKind.CHANGE and not told.facts:
        told.status = BroadcastStatus.TAKEN_BACK
        return False
    told.starts_at = telling.at_a_decent_hour(turn, meeting, turn.now)
    if told.starts_at > turn.now:
        return False
    told.status = BroadcastStatus.GOING
    if told.kind == BroadcastKind.INVITATION:
        cards.post(turn, meeting)
        receipts.follow(turn, told)
    return True


def _write(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    listed = people.after(turn.session, told.cursor, SLICE)
    answered = registrations.of_people(turn.session, meeting.id, [one.id for one in listed])
    rows = [
        _row(turn, told, meeting, person, _render(turn, told, meeting, person, answered))
        for person in listed
        if audience.hears(
            BroadcastKind(told.kind), person, answered.get(person.id), told.created_by
        )
    ]
    told.count += outbox.queue_many(turn.session, rows)
    told.cursor = listed[-1].id if listed else told.cursor
    if len(listed) < SLICE:
        told.status = BroadcastStatus.DONE
    turn.session.add(told)


def _row(
    turn: Turn, told: Broadcast, meeting: Meeting, person: Person, message: Message
) -> Outgoing:
    return Outgoing(
        chat_id=person.telegram_id or 0,
        person_id=person.id,
        meeting_id=meeting.id,
        broadcast_id=told.id,
        method=message.method,
        content=message.as_content(),
        key=f"{told.key}:{person.id}",
        lane=Lane.BROADCAST if told.kind == BroadcastKind.INVITATION else Lane.NOTICE,
        not_before=turn.now,
        stale_after=told.stale_after,
        created_at=turn.now,
    )


Answers = dict[int, Registration]
Look = Callable[[Turn, Broadcast, Meeting, Person, Registration | None], Message]


def _render(
    turn: Turn, told: Broadcast, meeting: Meeting, person: Person, answered: Answers
) -> Message:
    return LOOKS[BroadcastKind(told.kind)](turn, told, meeting, person, answered.get(person.id))


def _invitation(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, _mine: Registration | None
) -> Message:
    has_agenda = bool(meetings.agenda(turn.session, meeting.id))
    return meeting_views.invitation(turn.words_for(person), meeting, has_agenda=has_agenda)


def _change(
    turn: Turn, told: Broadcast, meeting: Meeting, person: Person, mine: Registration | None
) -> Message:
    then, words = changes.as_it_was(meeting, told.facts), turn.words_for(person)
    comes = mine is not None and mine.standing == Standing.GOING
    file = calendars.file(turn, meeting, words) if comes else None
    return views.changed(words, meeting, then, frozenset(told.facts), file)


def _cancellation(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, mine: Registration | None
) -> Message:
    words = turn.words_for(person)
    holds = mine is not None and mine.standing in registration.HOLDS_A_SEAT
    file = calendars.file(turn, meeting, words) if holds else None
    return views.cancelled(words, meeting, settling.contact(turn, meeting), file=file)


def _nudge(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, _mine: Registration | None
) -> Message:
    today = turn.now.astimezone(turn.house.zone).date()
    return views.nudge(turn.words_for(person), meeting, today)


def _agenda(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, _mine: Registration | None
) -> Message:
    points = meetings.agenda(turn.session, meeting.id)
    today = turn.now.astimezone(turn.house.zone).date()
    return views.agenda(turn.words_for(person), meeting, points, today)


def _reminder(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, mine: Registration | None
) -> Message:
    today = turn.now.astimezone(turn.house.zone).date()
    contact = settling.contact(turn, meeting)
    attends = mine.attends if mine else None
    has_agenda = bool(meetings.agenda(turn.session, meeting.id))
    facts = views.Reminding(attends, contact, today, has_agenda)
    return views.reminder(turn.words_for(person), meeting, facts)


def _thanks(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, _mine: Registration | None
) -> Message:
    return views.thanks(turn.words_for(person), meeting)


def _summary(
    turn: Turn, _told: Broadcast, meeting: Meeting, person: Person, _mine: Registration | None
) -> Message:
    return desk.summary(turn.words_for(person), meeting, tallies.tally(turn, meeting))


LOOKS: dict[BroadcastKind, Look] = {
    BroadcastKind.INVITATION: _invitation,
    BroadcastKind.CHANGE: _change,
    BroadcastKind.CANCELLATION: _cancellation,
    BroadcastKind.NUDGE: _nudge,
    BroadcastKind.SUMMARY: _summary,
    BroadcastKind.AGENDA: _agenda,
    BroadcastKind.REMINDER: _reminder,
    BroadcastKind.THANKS: _thanks,
}
