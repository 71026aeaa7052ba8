"""What became of a message to many, counted over its rows. Knows rows, never what they say."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.rules.progress import Obstacle, Progress, obstacle


def progress(session: Session, broadcast_id: int) -> Progress:
    """Count how far a broadcast has come; what was taken back is not part of it."""
    ours = (col(Outgoing.broadcast_id) == broadcast_id, col(Outgoing.is_unwanted).is_(False))
    counted = select(col(Outgoing.status), func.count()).where(*ours)
    found = session.execute(counted.group_by(col(Outgoing.status)))
    by_status = Counter({status: n for status, n in found})
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


def _lost(session: Session, ours: tuple[ColumnElement[bool], ...]) -> Counter[Obstacle]:
    """Count what was given up, by the obstacle its error names."""
    asked = select(col(Outgoing.last_error), func.count()).where(
        col(Outgoing.status) == OutgoingStatus.GIVEN_UP, *ours
    )
    lost = Counter[Obstacle]()
    for error, n in session.execute(asked.group_by(col(Outgoing.last_error))):
        lost[obstacle(error)] += n
    return lost
