"""Named questions about files that wait to be read."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.paper import Paper

ATTEMPTS = 2
"""How often a file is tried, so that one that kills us does not do so for ever."""


def keep(session: Session, person_id: int, file_id: str, name: str, now: datetime) -> None:
    """Write down that a file is to be read."""
    session.add(Paper(person_id=person_id, file_id=file_id, name=name[:200], sent_at=now))


def next_one(session: Session) -> Paper | None:
    """Take the oldest file that waits, and count the attempt."""
    paper = session.exec(select(Paper).order_by(col(Paper.id)).limit(1)).first()
    if paper is not None:
        paper.attempts += 1
        session.add(paper)
        session.flush()
    return paper
