"""Named questions about who helps to run one meeting."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.records.leader import Leader
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.store import people


def leads(session: Session, meeting_id: int, person_id: int) -> bool:
    """Whether a person is an organiser of this one meeting."""
    return of(session, meeting_id, person_id) is not None


def of(session: Session, meeting_id: int, person_id: int) -> Leader | None:
    """Find a person's place among a meeting's organisers."""
    wanted = select(Leader).where(Leader.meeting_id == meeting_id, Leader.person_id == person_id)
    return session.exec(wanted).first()


def of_meeting(session: Session, meeting_id: int) -> list[Person]:
    """The organisers of this one meeting, the first appointed first."""
    wanted = (
        select(Person)
        .join(Leader, col(Leader.person_id) == col(Person.id))
        .where(Leader.meeting_id == meeting_id)
        .order_by(col(Leader.id))
    )
    return list(session.exec(wanted))


def led_by(session: Session, person_id: int) -> list[Meeting]:
    """The meetings that a person is an organiser of, and of no other."""
    wanted = (
        select(Meeting)
        .join(Leader, col(Leader.meeting_id) == col(Meeting.id))
        .where(Leader.person_id == person_id)
        .order_by(col(Meeting.id))
    )
    return list(session.exec(wanted))


def responsible(session: Session, meeting_id: int) -> list[Person]:
    """Everyone who looks after a meeting: those who run the network, and its own organisers."""
    network = people.organisers(session)
    known = {one.id for one in network}
    return network + [one for one in of_meeting(session, meeting_id) if one.id not in known]
