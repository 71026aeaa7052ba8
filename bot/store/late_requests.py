"""Named questions about people who ask to come although registration is closed."""

from __future__ import annotations

from sqlmodel import Session, select

from bot.records.late_request import LateRequest


def of(session: Session, meeting_id: int, person_id: int) -> LateRequest | None:
    """Find a person's request for a meeting."""
    wanted = select(LateRequest).where(
        LateRequest.meeting_id == meeting_id, LateRequest.person_id == person_id
    )
    return session.exec(wanted).first()


def get(session: Session, request_id: int) -> LateRequest | None:
    """Find a request by row id."""
    return session.get(LateRequest, request_id)
