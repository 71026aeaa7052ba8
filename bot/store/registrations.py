"""Named questions about who comes."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlmodel import Session, col, func, or_, select, update

from bot.records.meeting import Meeting, Status
from bot.records.person import Person
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
    mine.waits_for = None
    mine.line = end_of_line(session, meeting_id) if standing == Standing.WAITING else 0
    session.add(mine)
    session.flush()
    return mine


def end_of_line(session: Session, meeting_id: int) -> int:
    """Give the place behind everyone who has ever stood in line."""
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


def held(session: Session, meeting_id: int) -> Counter[str | None]:
    """How many hold a seat or are offered one, by how they take part."""
    wanted = (
        select(Registration.attends, func.count())
        .where(
            Registration.meeting_id == meeting_id,
            col(Registration.standing).in_([Standing.GOING, Standing.OFFERED]),
        )
        .group_by(col(Registration.attends))
    )
    return Counter(dict(session.exec(wanted).all()))


def in_line(session: Session, meeting_id: int) -> list[tuple[Registration, Person]]:
    """Everyone who waits for a seat, also one who has a seat of the other kind."""
    waits = col(Registration.waits_for).is_not(None)
    wanted = (
        select(Registration, Person)
        .join(Person, col(Person.id) == col(Registration.person_id))
        .where(
            Registration.meeting_id == meeting_id,
            or_(col(Registration.standing) == Standing.WAITING, waits),
        )
        .order_by(col(Registration.line), col(Registration.id))
    )
    return list(session.exec(wanted))


def meetings_waited_for(session: Session, person_id: int) -> list[int]:
    """The meetings at which a person, or someone she has brought, waits for a seat."""
    theirs = or_(
        col(Registration.person_id) == person_id, col(Registration.registered_by) == person_id
    )
    waits = or_(
        col(Registration.standing) == Standing.WAITING, col(Registration.waits_for).is_not(None)
    )
    return list(session.exec(select(Registration.meeting_id).where(theirs, waits).distinct()))


def make_way(session: Session, meeting_id: int, line: int, places: int) -> None:
    """Move everyone behind a place in line backwards, so that `places` more fit after it."""
    behind = col(Registration.meeting_id) == meeting_id, col(Registration.line) > line
    moved = update(Registration).where(*behind).values(line=Registration.line + places)
    session.exec(moved)


def brought_by(
    session: Session, meeting_id: int, person_id: int
) -> list[tuple[Registration, Person]]:
    """Everyone else whom a person answers for at a meeting, in order of registering."""
    wanted = (
        select(Registration, Person)
        .join(Person, col(Person.id) == col(Registration.person_id))
        .where(
            Registration.meeting_id == meeting_id,
            Person.id != person_id,
            or_(
                col(Registration.registered_by) == person_id,
                col(Person.entered_by) == person_id,
            ),
        )
        .order_by(col(Registration.id))
    )
    return list(session.exec(wanted))


def of_organisation(
    session: Session, meeting_id: int, organisation_id: int
) -> list[tuple[Registration, Person]]:
    """Every answer from one association, in order of answering."""
    wanted = (
        select(Registration, Person)
        .join(Person, col(Person.id) == col(Registration.person_id))
        .where(Registration.meeting_id == meeting_id, Person.organisation_id == organisation_id)
        .order_by(col(Registration.id))
    )
    return list(session.exec(wanted))


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
