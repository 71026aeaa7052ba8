"""Draws each kind of message to many for one reader, from facts as they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.deeds import calendars, changing, minuting, serials, settling, tallies, together
from bot.deeds.readers import Reader
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import changes, registration
from bot.store import meetings, people
from bot.turn import Turn
from bot.words import menus, relaying
from bot.words.message import Message
from bot.words.views import changing as change_views
from bot.words.views import desk, messaging
from bot.words.views import notices as views
from bot.words.views.changing import Changed

Look = Callable[[Turn, Broadcast, Meeting, Reader], Message]


def look(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    """Draw the message, with the names of those whom the reader should tell."""
    drawn = LOOKS[BroadcastKind(told.kind)](turn, told, meeting, reader)
    guests = [*reader.guests, *(guest for one in reader.along for guest in one.guests)]
    if not guests:
        return drawn
    names = list({one.id: one.name or "–" for one in guests}.values())
    return relaying.also(turn.words_for(reader.person), drawn, names)


def _today(turn: Turn, reader: Reader) -> date:
    """Give the day on which she reads it, which may be tomorrow."""
    return reader.telling.at.astimezone(turn.house.zone).date()


def _invitation(turn: Turn, _told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    along = serials.told_with(turn, meeting)
    return together.invitation(turn, turn.words_for(reader.person), meeting, along)


def _change(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    words = turn.words_for(reader.person)
    if reader.along:
        return _changes(turn, told, meeting, reader)
    old = told.facts if reader.old is None else reader.old
    then = changes.as_it_was(meeting, old)
    comes = reader.mine is not None and reader.mine.standing == Standing.GOING
    file = calendars.file(turn, meeting, words) if comes else None
    return change_views.changed(words, meeting, then, frozenset(old), file)


def _changes(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    """Draw the changes of several occasions, with one file of those she comes to."""
    words = turn.words_for(reader.person)
    listed = [
        (meeting, told.facts if reader.old is None else reader.old, reader.mine),
        *((one.change.meeting, one.change.old, one.mine) for one in reader.along),
    ]
    changed = [
        Changed(
            now,
            changes.as_it_was(now, old),
            frozenset(old),
            waits=mine is not None and mine.standing != Standing.GOING,
        )
        for now, old, mine in listed
    ]
    comes = [now for now, _, mine in listed if mine and mine.standing == Standing.GOING]
    file = calendars.several(turn, comes, words) if comes else None
    return change_views.several(words, changed, file)


def _cancellation(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    """Draw it with the other occasions it names, and one file of those she had a seat at."""
    words, contact = turn.words_for(reader.person), settling.contact(turn, meeting)
    hers = [(meeting, reader.mine), *((one.change.meeting, one.mine) for one in reader.along)]
    seated = [now for now, mine in hers if mine and mine.standing in registration.HOLDS_A_SEAT]
    file = calendars.several(turn, seated, words) if seated else None
    also = tuple(changing.also_cancelled(turn, told))
    return views.cancelled(words, meeting, views.Ended(contact, also, len(seated)), file=file)


def _nudge(turn: Turn, _told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    return views.nudge(turn.words_for(reader.person), meeting, _today(turn, reader))


def _agenda(turn: Turn, _told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    points = meetings.agenda(turn.session, meeting.id)
    return views.agenda(turn.words_for(reader.person), meeting, points, _today(turn, reader))


def _reminder(turn: Turn, _told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    contact = settling.contact(turn, meeting)
    attends = reader.mine.attends if reader.mine else None
    has_agenda = bool(meetings.agenda(turn.session, meeting.id))
    facts = views.Reminding(attends, contact, _today(turn, reader), has_agenda)
    return views.reminder(turn.words_for(reader.person), meeting, facts)


def _thanks(turn: Turn, _told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    return views.thanks(turn.words_for(reader.person), meeting)


def _message(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    sender = people.get(turn.session, told.created_by or 0)
    words = turn.words_for(reader.person)
    return messaging.message(words, meeting, told.text, sender.name if sender else None)


def _minutes(turn: Turn, told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    one = minuting.of(turn, told)
    if one is None:
        raise LookupError("minutes that are on their way are never thrown away")
    return minuting.look(turn.words_for(reader.person), meeting, one)


def _summary(turn: Turn, _told: Broadcast, meeting: Meeting, reader: Reader) -> Message:
    drawn = desk.summary(turn.words_for(reader.person), meeting, tallies.tally(turn, meeting))
    return menus.fitted(drawn, reader.person)


LOOKS: dict[BroadcastKind, Look] = {
    BroadcastKind.INVITATION: _invitation,
    BroadcastKind.CHANGE: _change,
    BroadcastKind.CANCELLATION: _cancellation,
    BroadcastKind.NUDGE: _nudge,
    BroadcastKind.SUMMARY: _summary,
    BroadcastKind.AGENDA: _agenda,
    BroadcastKind.REMINDER: _reminder,
    BroadcastKind.THANKS: _thanks,
    BroadcastKind.MESSAGE: _message,
    BroadcastKind.MINUTES: _minutes,
}
