"""What became of a message to many, counted over its rows. Knows rows, never what they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlmodel import Session, col

from bot.records.organisation import Organisation
from bot.records.outgoing import OnDoubt, Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.rules.progress import Obstacle, Progress, obstacle
from bot.store.engine import rowcount


def progress(session: Session, broadcast_id: int) -> Progress:
    """Count how far a broadcast has come; what was taken back is not part of it."""
    ours = (
        col(Outgoing.broadcast_id) == broadcast_id,
        col(Outgoing.is_part).is_(False),
        col(Outgoing.is_unwanted).is_(False),
    )
    counted = select(col(Outgoing.status), func.count()).where(*ours)
    found = session.execute(counted.group_by(col(Outgoing.status)))
    by_status = Counter({OutgoingStatus(status): n for status, n in found})
    lost = _lost(session, ours) if by_status[OutgoingStatus.GIVEN_UP] else Counter[Obstacle]()
    return Progress(
        sent=by_status[OutgoingStatus.SENT],
        left=by_status[OutgoingStatus.QUEUED] + by_status[OutgoingStatus.SENDING],
        uncertain=by_status[OutgoingStatus.UNCERTAIN],
        blocked=lost[Obstacle.BLOCKED],
        gone=lost[Obstacle.GONE],
        unknown=lost[Obstacle.UNKNOWN],
        stale=lost[Obstacle.STALE],
        refused=lost[Obstacle.REFUSED],
    )


def next_at(session: Session, broadcast_id: int) -> datetime | None:
    """When the next of a broadcast's messages that still wait may leave."""
    waits = select(func.min(col(Outgoing.not_before))).where(
        col(Outgoing.broadcast_id) == broadcast_id, col(Outgoing.status) == OutgoingStatus.QUEUED
    )
    return session.scalar(waits)


def _lost(session: Session, ours: tuple[ColumnElement[bool], ...]) -> Counter[Obstacle]:
    """Count what was given up, by the obstacle its error names."""
    asked = select(col(Outgoing.last_error), func.count()).where(
        col(Outgoing.status) == OutgoingStatus.GIVEN_UP, *ours
    )
    lost = Counter[Obstacle]()
    for error, n in session.execute(asked.group_by(col(Outgoing.last_error))):
        lost[obstacle(error)] += n
    return lost


def call_back(session: Session, broadcast_id: int) -> int:
    """Take back what has not left, so that it can be written anew; give the number.

    What is on the wire, or may have arrived, goes on: written anew it could be a copy too many.
    """
    done = session.execute(
        update(Outgoing)
        .where(
            col(Outgoing.broadcast_id) == broadcast_id,
            col(Outgoing.status) == OutgoingStatus.QUEUED,
            col(Outgoing.attempts) == 0,
        )
        .values(status=OutgoingStatus.WITHDRAWN, key=None, content={})
    )
    return rowcount(done)


def doubted(session: Session, broadcast_id: int) -> list[Outgoing]:
    """The messages of a broadcast of which nobody knows whether they arrived, parts too."""
    wanted = select(Outgoing).where(
        col(Outgoing.broadcast_id) == broadcast_id,
        col(Outgoing.status) == OutgoingStatus.UNCERTAIN,
    )
    return list(session.scalars(wanted.order_by(col(Outgoing.id))))


def lost(session: Session, broadcast_id: int) -> list[tuple[Obstacle, Person | None]]:
    """Whom a broadcast did certainly not reach, and why; None is someone who is erased."""
    wanted = (
        select(col(Outgoing.last_error), Person)
        .outerjoin(Person, col(Person.id) == col(Outgoing.person_id))
        .where(
            col(Outgoing.broadcast_id) == broadcast_id,
            col(Outgoing.is_part).is_(False),
            col(Outgoing.is_unwanted).is_(False),
            col(Outgoing.status) == OutgoingStatus.GIVEN_UP,
        )
        .order_by(col(Outgoing.id))
    )
    return [(obstacle(error), person) for error, person in session.execute(wanted)]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one message; one to someone who is erased has no name."""

    name: str | None
    place: str | None
    """Her association."""
    status: OutgoingStatus
    error: str
    at: datetime | None


def each(session: Session, broadcast_id: int) -> list[Arrival]:
    """Every message of a broadcast that was not taken back, with whom it is to."""
    wanted = (
        select(
            col(Person.name),
            col(Organisation.name),
            col(Outgoing.status),
            col(Outgoing.last_error),
            col(Outgoing.settled_at),
        )
        .outerjoin(Person, col(Person.id) == col(Outgoing.person_id))
        .outerjoin(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .where(
            col(Outgoing.broadcast_id) == broadcast_id,
            col(Outgoing.is_part).is_(False),
            col(Outgoing.is_unwanted).is_(False),
            col(Outgoing.status) != OutgoingStatus.WITHDRAWN,
        )
        .order_by(col(Outgoing.id))
    )
    return [Arrival(*one) for one in session.execute(wanted)]


def send_once_more(session: Session, row: Outgoing, now: datetime) -> bool:
    """Send an uncertain message again because a person decides so; False if it left twice.

    The attempts go on counting, so that nobody ever gets a third copy.
    """
    if row.status != OutgoingStatus.UNCERTAIN or row.attempts >= COPIES:
        return False
    row.status, row.not_before, row.settled_at = OutgoingStatus.QUEUED, now, None
    row.stale_after, row.on_doubt = None, OnDoubt.PARK
    session.add(row)
    session.flush()
    return True


COPIES = 2
"""How often one message may leave."""
