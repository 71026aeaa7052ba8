"""Named questions about the links that let people in."""

from __future__ import annotations

from sqlmodel import Session, col, delete, select

from bot.records.admission import Admission, AdmissionKind


def by_hash(session: Session, secret_hash: str) -> Admission | None:
    """Find a link by what is kept of its secret."""
    return session.exec(select(Admission).where(Admission.secret_hash == secret_hash)).first()


def revoke(session: Session, kind: AdmissionKind) -> None:
    """Make every earlier link of a kind useless."""
    session.exec(delete(Admission).where(col(Admission.kind) == kind))
