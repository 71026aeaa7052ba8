"""Named questions about what participants thought."""

from __future__ import annotations

from sqlmodel import Session, select

from bot.records.evaluation import Evaluation


def of(session: Session, meeting_id: int, person_id: int) -> Evaluation | None:
    """Find a person's evaluation of a meeting."""
    wanted = select(Evaluation).where(
        Evaluation.meeting_id == meeting_id, Evaluation.person_id == person_id
    )
    return session.exec(wanted).first()


def all_of(session: Session, meeting_id: int) -> list[Evaluation]:
    """Every evaluation of a meeting."""
    return list(session.exec(select(Evaluation).where(Evaluation.meeting_id == meeting_id)))
