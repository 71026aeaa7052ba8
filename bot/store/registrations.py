"""Named questions about who comes."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.records.meeting import Meeting, Status
from bot.records.registration import Registration, Standing


def of(session: Session, meeting_id: int, person_id: int) -> Registration | None:
    """Find a person's answer to a meeting."""
    wanted = select(Registration).where(
        Registration.meeting_id == meeting_id, Registration.person_id == person_id
    )
    return session.exec(wanted).first()


def get(session: Session, registration_id: int) -> Registration | None:
    """Find an answer by row id."""
    return session.get(Registration, registration_id)


def answer(
    session: Session, meeting_id: int, person_id: int, standing: Standing, now: datetime
) -> Registration:
    """Write a person's answer, new or changed."""
    mine = of(session, meeting_id, person_id)
    if mine is None:
        mine = Registration(
            meeting_id=meeting_id,
            person_id=person_id,
            standing=standing,
            created_at=now,
            changed_at=now,
        )
    mine.standing, mine.changed_at, mine.offer_ends_at = standing, now, None
    mine.line = _end_of_line(session, meeting_id) if standing == Standing.WAITING else 0
    session.add(mine)
    session.flush()
    return mine


def _end_of_line(session: Session, meeting_id: int) -> int:
    wanted = select(func.max(Registration.line)).where(Registration.meeting_id == meeting_id)
    return (session.exec(wanted).one() or 0) + 1


def all_of(session: Session, meeting_id: int) -> list[Registration]:
    """Every answer to a meeting, in order of answering."""
    wanted = select(Registration).where(Registration.meeting_id == meeting_id)
    return list(session.exec(wanted.order_by(col(Registration.id))))


def of_people(session: Session, meeting_id: int, person_ids: list[int]) -> dict[int, Registration]:
    """The answers of these people to a meeting, by person id."""
    wanted = select(Registration).where(
        Registration.meeting_id == meeting_id, col(Registration.person_id).in_(person_ids)
    )
    return {one.person_id: one for one in session.exec(wanted)}


def counts(session: Session, meeting_id: int) -> Counter[Standing]:
    """How many stand in each way."""
    wanted = (
        select(Registration.standing, func.count())
        .where(Registration.meeting_id == meeting_id)
        .group_by(col(Registration.standing))
    )
    return Counter({Standing(standing): n for standing, n in session.exec(wanted)})


def number_in_line(session: Session, mine: Registration) -> int:
    """A waiting person's place on the reserve list, from 1."""
    wanted = (
        select(func.count())
        .select_from(Registration)
        .where(
            Registration.meeting_id == mine.meeting_id,
            Registration.standing == Standing.WAITING,
            col(Registration.line) < mine.line,
        )
    )
    return session.exec(wanted).one() + 1


def of_person(session: Session, person_id: int) -> list[tuple[Registration, Meeting]]:
    """A person's answers with their meetings, by day."""
    wanted = (
        select(Registration, Meeting)
        .join(Meeting, col(Meeting.id) == col(Registration.meeting_id))
        .where(Registration.person_id == person_id)
        .order_by(col(Meeting.day), col(Meeting.start))
    )
    return list(session.exec(wanted))


def lapsing(session: Session, now: datetime, limit: int = 50) -> list[Registration]:
    """Offers that were left unanswered, for meetings that stand."""
    wanted = (
        select(Registration)
        .join(Meeting, col(Meeting.id) == col(Registration.meeting_id))
        .where(
            Meeting.status == Status.ANNOUNCED,
            Registration.standing == Standing.OFFERED,
            col(Registration.offer_ends_at) <= now,
        )
        .order_by(col(Registration.offer_ends_at))
    )
    return list(session.exec(wanted.limit(limit)))


def next_lapse(session: Session) -> datetime | None:
    """When the next standing offer ends."""
    wanted = select(func.min(Registration.offer_ends_at)).where(
        Registration.standing == Standing.OFFERED
    )
    return session.exec(wanted).one()
