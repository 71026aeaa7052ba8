"""Named questions about the links that send a colleague in one's place."""

from __future__ import annotations

from sqlmodel import Session, select

from bot.records.handover import Handover


def get(session: Session, row: int) -> Handover | None:
    """Find a link by row id."""
    return session.get(Handover, row)


def by_hash(session: Session, secret_hash: str) -> Handover | None:
    """Find a link by what is kept of its secret."""
    return session.exec(select(Handover).where(Handover.secret_hash == secret_hash)).first()


def of(session: Session, meeting_id: int, giver_id: int) -> Handover | None:
    """Find the link a person has made for a meeting, used or not."""
    wanted = select(Handover).where(
        Handover.meeting_id == meeting_id, Handover.giver_id == giver_id
    )
    return session.exec(wanted).first()
