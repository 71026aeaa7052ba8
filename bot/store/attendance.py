"""Named questions about who was there."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import attendance
from bot.rules.attendance import Attender


def present(session: Session, meeting_id: int) -> list[Attender]:
    """Everyone who was noted as there, by association and then by name."""
    return _answered(session, meeting_id, _IS_COMING, col(Registration.attended).is_(True))


def absent(session: Session, meeting_id: int) -> list[Attender]:
    """Everyone who had a seat and has not been noted as there, by association."""
    return _answered(session, meeting_id, _IS_COMING, col(Registration.attended).is_not(True))


def announced(session: Session, meeting_id: int) -> list[Attender]:
    """Everyone who said beforehand that she would not come, by association."""
    gone = col(Registration.standing).in_([Standing.CANCELLED, Standing.DECLINED])
    return _answered(session, meeting_id, gone)


def coming(session: Session, meeting_id: int) -> list[Attender]:
    """Everyone who has a seat, by association and then by name."""
    return _answered(session, meeting_id, _IS_COMING)


def reserve(session: Session, meeting_id: int) -> list[Attender]:
    """Everyone who waits for a seat or is offered one, in the order of the line."""
    waits = col(Registration.standing).in_([Standing.WAITING, Standing.OFFERED])
    listed = _answered(session, meeting_id, waits)
    return sorted(listed, key=lambda one: (one.mine.line, one.mine.id))


def one(session: Session, mine: Registration) -> Attender:
    """Give someone with her association, however she stands."""
    return _answered(session, mine.meeting_id, col(Registration.id) == mine.id)[0]


_IS_COMING = col(Registration.standing) == Standing.GOING


def _answered(
    session: Session, meeting_id: int, *which: ColumnElement[bool] | bool
) -> list[Attender]:
    wanted = (
        select(Registration, Person, Organisation)
        .join(Person, col(Person.id) == col(Registration.person_id))
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id), isouter=True)
        .where(Registration.meeting_id == meeting_id, *which)
    )
    found = session.exec(wanted).all()
    return attendance.by_association(
        Attender(mine, person, home.name if home else "") for mine, person, home in found
    )


def is_noted(session: Session, meeting_id: int) -> bool:
    """Whether anybody has been noted as present at a meeting."""
    present = select(Registration.id).where(
        Registration.meeting_id == meeting_id, col(Registration.attended).is_(True)
    )
    return session.exec(present.limit(1)).first() is not None


def last(session: Session, meeting: Meeting) -> int | None:
    """Find the last meeting at which presence was noted: this one, else the latest of all.

    None when it never was.
    """
    if is_noted(session, meeting.id):
        return meeting.id
    wanted = (
        select(Registration.meeting_id)
        .join(Meeting, col(Meeting.id) == col(Registration.meeting_id))
        .where(col(Registration.attended).is_(True))
        .order_by(col(Meeting.day).desc(), col(Meeting.id).desc())
    )
    return session.exec(wanted.limit(1)).first()
