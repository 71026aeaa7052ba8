"""Named questions about who comes and lets other participants see it."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bot.records.person import Person
from bot.records.registration import Registration, Standing


def shown(session: Session, meeting_id: int) -> list[str]:
    """The names of those who come and chose to be named, in the order of letters."""
    wanted = (
        select(Person.name)
        .join(Registration, col(Registration.person_id) == col(Person.id))
        .where(
            Registration.meeting_id == meeting_id,
            Registration.standing == Standing.GOING,
            col(Person.shows_name).is_(True),
        )
    )
    return sorted(name for name in session.exec(wanted) if name)


def coming(session: Session, meeting_id: int) -> int:
    """How many come, with or without a name to show."""
    wanted = select(func.count()).where(
        Registration.meeting_id == meeting_id, Registration.standing == Standing.GOING
    )
    return session.exec(wanted.select_from(Registration)).one()
