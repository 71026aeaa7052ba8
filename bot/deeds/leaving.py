"""Silences a person, or forgets her wholly: rows, answers, queued messages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Table
from sqlmodel import SQLModel, col, delete, select, update

from bot.deeds import seats
from bot.records.erasure import Erasure
from bot.records.hold import Hold
from bot.records.incoming import Incoming, IncomingStatus
from bot.records.meeting import Meeting
from bot.records.outgoing import Lane, Outgoing
from bot.records.person import Person, Reminders
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.traces import TRACES, Fate, Trace
from bot.store import meetings, needs, outbox, registrations, usuals
from bot.turn import Turn


def stop(turn: Turn, person: Person) -> None:
    """Be silent towards her from now on; what was on its way is taken back."""
    person.stopped_at, person.was_asked_back = turn.now, False
    person.expects, person.typed, person.wants = None, None, None
    silence(turn, person)


def come_back(person: Person) -> None:
    """Let her hear from us again."""
    person.stopped_at, person.was_asked_back = None, False


def silence(turn: Turn, person: Person) -> None:
    """Take back everything that was on its way to her unasked."""
    outbox.take_back(
        turn.session, col(Outgoing.person_id) == person.id, col(Outgoing.lane) != Lane.PERSON
    )


def erase(turn: Turn, person: Person) -> list[Meeting]:
    """Remove everything about a person (GDPR art. 17); give the meetings whose cards change.

    The list of those erased is written first, so that a backup in which she still stands is
    cleaned when it is restored.
    """
    mark = turn.house.keys.person_hash(identity(person))
    turn.house.keys.erased.add(mark, turn.now)
    note(turn, mark, turn.now)
    return remove(turn, person)


def note(turn: Turn, mark: str, at: datetime) -> None:
    """Remember in the database too that someone was erased; she may have been before."""
    known = turn.session.exec(select(Erasure).where(Erasure.person_hash == mark)).first()
    noted = known or Erasure(person_hash=mark, erased_at=at)
    noted.erased_at = at
    turn.session.add(noted)


def remove(turn: Turn, person: Person) -> list[Meeting]:
    """Remove her rows, offer her seats on, and take back what was on its way to her."""
    touched = [_free(turn, mine) for mine in _answers(turn, person)]
    outbox.withdraw(turn.session, person_id=person.id)
    usuals.forget(turn.session, turn.house.keys, person.id)
    _remove_traces(turn, person)
    turn.session.delete(person)
    turn.session.flush()
    return [meeting for meeting in touched if meeting is not None]


def erase_what_may(turn: Turn, person: Person) -> list[Meeting]:
    """Remove what a public body may remove without a decision, and be silent.

    Name, association and answers to meetings are kept until it has decided. Health is not.
    """
    touched = [
        _free(turn, mine)
        for mine in _answers(turn, person)
        if _is_ahead(turn, meetings.get(turn.session, mine.meeting_id))
    ]
    for mine in _answers(turn, person):
        needs.forget(turn.session, mine.id)
    usuals.forget(turn.session, turn.house.keys, person.id)
    _remove_rows(turn, person, {"mute"})
    person.reminders, person.shows_name, person.language = Reminders.ALL, False, None
    person.quiet_from, person.quiet_to = None, None
    stop(turn, person)
    turn.session.flush()
    return [meeting for meeting in touched if meeting is not None]


def identity(person: Person) -> int | str:
    """Give what tells a person from others also in a restored backup."""
    return f"row:{person.id}" if person.telegram_id is None else person.telegram_id


def _is_ahead(turn: Turn, meeting: Meeting | None) -> bool:
    return meeting is not None and not registration.is_over(meeting, turn.now, turn.house.zone)


def _answers(turn: Turn, person: Person) -> list[Registration]:
    return [mine for mine, _ in registrations.of_person(turn.session, person.id)]


def _free(turn: Turn, mine: Registration) -> Meeting | None:
    """Give the seat up while it still is hers, so that it is offered on."""
    meeting = meetings.locked(turn.session, mine.meeting_id)
    held = mine.standing in registration.LIVE
    if meeting is not None and held:
        seats.free(turn, meeting, mine, Standing.CANCELLED)
    else:
        needs.forget(turn.session, mine.id)
    return meeting if held else None


def _remove_traces(turn: Turn, person: Person) -> None:
    """Remove the rows about her, and her number from rows about others."""
    _remove_rows(turn, person, {one.table for one in TRACES})
    for one in TRACES:
        if one.fate == Fate.LOOSENED:
            table = _table(one)
            loose = update(table).where(_points_at(one, person)).values({one.column: None})
            turn.session.execute(loose)
    turn.session.exec(delete(Hold).where(col(Hold.scope) == f"chat:{person.telegram_id}"))
    heard = update(Incoming).where(col(Incoming.from_id) == person.telegram_id)
    done = col(Incoming.status) != IncomingStatus.WAITING
    turn.session.exec(heard.where(done).values(from_id=0))
    turn.session.flush()
    turn.session.expire_all()


def _remove_rows(turn: Turn, person: Person, tables: set[str]) -> None:
    turn.session.flush()
    for one in TRACES:
        if one.fate == Fate.REMOVED and one.table in tables:
            turn.session.execute(delete(_table(one)).where(_points_at(one, person)))


def _table(trace: Trace) -> Table:
    return SQLModel.metadata.tables[trace.table]


def _points_at(trace: Trace, person: Person) -> ColumnElement[bool]:
    number = person.telegram_id if trace.by_telegram else person.id
    return _table(trace).c[trace.column] == number
