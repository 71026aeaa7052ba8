"""Named questions about who belongs to which associations, beside the first one she named."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from bot.records.organisation import Membership, Organisation
from bot.records.person import Person


def of_person(session: Session, person_id: int) -> list[Organisation]:
    """The further associations of a person, by name."""
    wanted = (
        select(Organisation)
        .join(Membership, col(Membership.organisation_id) == col(Organisation.id))
        .where(Membership.person_id == person_id)
        .order_by(col(Organisation.key))
    )
    return list(session.exec(wanted))


def add(session: Session, person: Person, organisation_id: int, now: datetime) -> bool:
    """Let a person belong to one more association; False when she already does."""
    if person.organisation_id == organisation_id or _one(session, person.id, organisation_id):
        return False
    session.add(Membership(person_id=person.id, organisation_id=organisation_id, created_at=now))
    session.flush()
    return True


def _one(session: Session, person_id: int, organisation_id: int) -> Membership | None:
    wanted = select(Membership).where(
        Membership.person_id == person_id, Membership.organisation_id == organisation_id
    )
    return session.exec(wanted).first()


def remove(session: Session, person_id: int, organisation_id: int) -> bool:
    """Let a person no longer belong to one of her further associations."""
    one = _one(session, person_id, organisation_id)
    if one is not None:
        session.delete(one)
        session.flush()
    return one is not None


def people(session: Session, organisation_id: int, start: int, limit: int) -> list[Person]:
    """Some of those who belong to an association, first or further, by name."""
    wanted = (
        select(Person).where(_belongs(organisation_id)).order_by(col(Person.name), col(Person.id))
    )
    return list(session.exec(wanted.offset(start).limit(limit)))


def count(session: Session, organisation_id: int) -> int:
    """How many belong to an association, first or further."""
    wanted = select(func.count()).select_from(Person).where(_belongs(organisation_id))
    return session.exec(wanted).one()


def _belongs(organisation_id: int) -> ColumnElement[bool]:
    also = select(Membership.person_id).where(Membership.organisation_id == organisation_id)
    return or_(Person.organisation_id == organisation_id, col(Person.id).in_(also))
