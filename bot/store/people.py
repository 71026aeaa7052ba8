"""Named questions about people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from bot.records.person import Person, Role
from bot.records.registration import Registration, Standing
from bot.rules import names

_OF_ACCOUNT = select(Person).where(col(Person.telegram_id) == bindparam("account"))
"""Made once: every turn begins with it."""


def by_telegram_id(session: Session, telegram_id: int) -> Person | None:
    """Find the person behind a Telegram account."""
    return session.scalars(_OF_ACCOUNT, {"account": telegram_id}).first()


def get(session: Session, person_id: int) -> Person | None:
    """Find a person by row id."""
    return session.get(Person, person_id)


def organisers(session: Session) -> list[Person]:
    """Everyone who helps to run the network, the first one first."""
    wanted = select(Person).where(col(Person.role).in_([Role.ORGANISER, Role.ADMIN, Role.OWNER]))
    return list(session.exec(wanted.order_by(col(Person.id))))


def has_owner(session: Session) -> bool:
    """Whether someone has claimed the installation."""
    return session.exec(select(Person).where(Person.role == Role.OWNER)).first() is not None


def after(session: Session, cursor: int, limit: int) -> list[Person]:
    """The next people in order of row id, for going through everyone in slices."""
    wanted = select(Person).where(col(Person.id) > cursor).order_by(col(Person.id))
    return list(session.exec(wanted.limit(limit)))


def everyone(session: Session) -> list[Person]:
    """Everyone, in order of joining."""
    return list(session.exec(select(Person).order_by(col(Person.id))))


def registered(session: Session, meeting_id: int) -> list[tuple[Registration, Person]]:
    """Everyone who answered a meeting, with the answer, in order of answering."""
    wanted = (
        select(Registration, Person)
        .join(Person, col(Person.id) == col(Registration.person_id))
        .where(Registration.meeting_id == meeting_id)
        .order_by(col(Registration.id))
    )
    return list(session.exec(wanted))


def close_to(session: Session, person: Person) -> list[Person]:
    """Everyone of a person's association, and those without Telegram whom she has entered."""
    close = col(Person.entered_by) == person.id
    if person.organisation_id is not None:
        close = or_(close, col(Person.organisation_id) == person.organisation_id)
    return list(session.exec(select(Person).where(close).order_by(col(Person.name))))


def registered_at(
    session: Session, meeting_id: int, *, by_hand: bool
) -> list[tuple[Registration, Person]]:
    """Those with or without Telegram who hold a place or wait for one."""
    no_telegram = col(Person.telegram_id).is_(None)
    live = [Standing.GOING, Standing.OFFERED, Standing.WAITING]
    wanted = (
        select(Registration, Person)
        .join(Person, col(Person.id) == col(Registration.person_id))
        .where(
            Registration.meeting_id == meeting_id,
            col(Registration.standing).in_(live),
            no_telegram if by_hand else col(Person.telegram_id).is_not(None),
        )
        .order_by(col(Registration.id))
    )
    return list(session.exec(wanted))


def called(session: Session, letters: str, limit: int) -> list[Person]:
    """People in whose name some word begins with these letters, by name.

    The names are read here, because databases fold few letters beyond a to z.
    """
    known = session.exec(select(Person.id, Person.name).where(col(Person.name).is_not(None)))
    found = [(names.in_order(name or ""), row) for row, name in known if _fits(name, letters)]
    wanted = [row for _, row in sorted(found)[:limit]]
    by_id = {one.id: one for one in session.exec(select(Person).where(col(Person.id).in_(wanted)))}
    return [by_id[row] for row in wanted]


def _fits(name: str | None, letters: str) -> bool:
    return names.begins(name or "", letters)


def forgotten_guests(session: Session, before: datetime) -> list[Person]:
    """Those without Telegram and address whom someone entered long ago, and who answer nothing.

    One with a telephone number or an address stands in the organisers' own register.
    """
    wanted = select(Person).where(
        col(Person.telegram_id).is_(None),
        Person.phone == "",
        Person.email == "",
        col(Person.created_at) < before,
        col(Person.id).not_in(select(Registration.person_id)),
    )
    return list(session.exec(wanted))
