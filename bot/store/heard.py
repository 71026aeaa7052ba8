"""Counts what people have been told unasked. Knows rows of the outbox, never what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.records.outgoing import Outgoing, OutgoingStatus

AT_ONCE = 500
"""Ids in one statement; a database takes only so many."""
REACHED = (
    OutgoingStatus.QUEUED,
    OutgoingStatus.SENDING,
    OutgoingStatus.SENT,
    OutgoingStatus.UNCERTAIN,
)


def counts(
    session: Session,
    broadcast_ids: Sequence[int],
    person_ids: Sequence[int],
    since: datetime | None = None,
) -> Counter[int]:
    """How many messages of these broadcasts each person has had, or will have in a moment.

    `since` leaves out those that were written before it.
    """
    if not broadcast_ids:
        return Counter()
    wanted = (
        select(Outgoing.person_id, func.count())
        .where(
            col(Outgoing.broadcast_id).in_(broadcast_ids),
            col(Outgoing.person_id).in_(person_ids),
            col(Outgoing.status).in_(REACHED),
            *([col(Outgoing.created_at) >= since] if since else []),
        )
        .group_by(col(Outgoing.person_id))
    )
    return Counter({person_id: n for person_id, n in session.exec(wanted) if person_id})


def of_person(session: Session, person_id: int, broadcast_ids: Sequence[int]) -> set[int]:
    """Which of these broadcasts a person has had, or will have."""
    found: set[int] = set()
    for start in range(0, len(broadcast_ids), AT_ONCE):
        had = select(Outgoing.broadcast_id).where(
            Outgoing.person_id == person_id,
            col(Outgoing.broadcast_id).in_(broadcast_ids[start : start + AT_ONCE]),
            col(Outgoing.status).in_(REACHED),
        )
        found |= {row for row in session.exec(had) if row is not None}
    return found


def has(session: Session, key: str) -> bool:
    """Whether a message with this key has been written and not taken back."""
    return session.exec(select(Outgoing.id).where(Outgoing.key == key)).first() is not None
