"""Named questions about who waits for a second yes to a role."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.admission import AdmissionKind
from bot.records.role_request import RoleRequest


def get(session: Session, request_id: int) -> RoleRequest | None:
    """Find a request by row id; an answered one is gone."""
    return session.get(RoleRequest, request_id)


def of(session: Session, person_id: int) -> list[RoleRequest]:
    """What a person waits for, the oldest first."""
    wanted = select(RoleRequest).where(RoleRequest.person_id == person_id)
    return list(session.exec(wanted.order_by(col(RoleRequest.id))))


def ask(
    session: Session, person_id: int, kind: AdmissionKind, meeting_id: int, now: datetime
) -> RoleRequest:
    """Write a request down, or find the one that already waits."""
    standing = next(
        (one for one in of(session, person_id) if (one.kind, one.meeting_id) == (kind, meeting_id)),
        None,
    )
    if standing:
        return standing
    asked = RoleRequest(person_id=person_id, kind=kind, meeting_id=meeting_id, asked_at=now)
    session.add(asked)
    session.flush()
    return asked
