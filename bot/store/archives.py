"""Named questions for one who hands a network or a meeting over: everything but what is sealed."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bot.records.broadcast import Broadcast, BroadcastStatus
from bot.records.minutes import Minutes, MinutesStatus
from bot.records.outgoing import Outgoing, OutgoingStatus


def told(session: Session, meeting_id: int) -> list[tuple[Broadcast, int]]:
    """What was told to many about a meeting, with how many it has reached as far as is known.

    What is only being written has been told to nobody.
    """
    reached = (
        select(Outgoing.broadcast_id, func.count().label("n"))
        .where(Outgoing.meeting_id == meeting_id, Outgoing.status == OutgoingStatus.SENT)
        .group_by(col(Outgoing.broadcast_id))
        .subquery()
    )
    wanted = (
        select(Broadcast, func.coalesce(reached.c.n, 0))
        .outerjoin(reached, reached.c.broadcast_id == col(Broadcast.id))
        .where(Broadcast.meeting_id == meeting_id, Broadcast.status != BroadcastStatus.DRAFT)
        .order_by(col(Broadcast.starts_at), col(Broadcast.id))
    )
    return [(one, int(n)) for one, n in session.exec(wanted)]


def minutes(session: Session, meeting_id: int) -> list[Minutes]:
    """The versions of a meeting's minutes that others have been shown, the first one first."""
    wanted = select(Minutes).where(
        Minutes.meeting_id == meeting_id, Minutes.status != MinutesStatus.DRAFT
    )
    return list(session.exec(wanted.order_by(col(Minutes.version))))
