"""Silences a person, or forgets her wholly: rows, answers, queued messages."""

from __future__ import annotations

from sqlmodel import col, delete, select

from bot.deeds import seats
from bot.records.audit import Audit
from bot.records.erasure import Erasure
from bot.records.evaluation import Evaluation
from bot.records.late_request import LateRequest
from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.records.outgoing import Lane, Outgoing
from bot.records.paper import Paper
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.store import meetings, needs, outbox, registrations
from bot.turn import Turn


def silence(turn: Turn, person: Person) -> None:
    """Take back everything that was on its way to her unasked."""
    outbox.take_back(
        turn.session, col(Outgoing.person_id) == person.id, col(Outgoing.lane) != Lane.PERSON
    )


def erase(turn: Turn, person: Person) -> list[Meeting]:
    """Remove everything about a person (GDPR art. 17); give the meetings whose cards change."""
    touched = [_free(turn, mine) for mine in _answers(turn, person)]
    outbox.withdraw(turn.session, person_id=person.id)
    _delete_rows(turn, person)
    turn.session.add(
        Erasure(person_hash=turn.house.keys.person_hash(identity(person)), erased_at=turn.now)
    )
    turn.session.delete(person)
    turn.session.flush()
    return [meeting for meeting in touched if meeting is not None]


def identity(person: Person) -> int | str:
    """Give what tells a person from others also in a restored backup."""
    return f"row:{person.id}" if person.telegram_id is None else person.telegram_id


def _answers(turn: Turn, person: Person) -> list[Registration]:
    return [mine for mine, _ in registrations.of_person(turn.session, person.id)]


def _free(turn: Turn, mine: Registration) -> Meeting | None:
    """Give the seat up while it still is hers, so that it is offered on."""
    meeting = meetings.locked(turn.session, mine.meeting_id)
    held = mine.standing in registration.LIVE
    if meeting is not None and held:
        seats.free(turn, meeting, mine, Standing.CANCELLED)
    needs.forget(turn.session, mine.id)
    return meeting if held else None


def _delete_rows(turn: Turn, person: Person) -> None:
    """Remove her rows, and what was sent to her; her name leaves the drafts of others' logs too."""
    for table in (Registration, LateRequest, Evaluation, Paper):
        turn.session.exec(delete(table).where(col(table.person_id) == person.id))
    turn.session.exec(delete(Outgoing).where(col(Outgoing.person_id) == person.id))
    for audit in turn.session.exec(select(Audit).where(Audit.actor_id == person.id)):
        audit.actor_id = None
    for added in turn.session.exec(select(Organisation).where(Organisation.added_by == person.id)):
        added.added_by = None
    turn.session.flush()
