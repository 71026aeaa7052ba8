"""Named questions about what people ask organisers for when it is too late to do it alone."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.records.late_request import LateKind, LateRequest, Verdict


def of(
    session: Session,
    meeting_id: int,
    person_id: int,
    kind: LateKind = LateKind.JOIN,
    about: str = "",
) -> LateRequest | None:
    """Find a person's request of a kind for a meeting."""
    wanted = select(LateRequest).where(
        LateRequest.meeting_id == meeting_id,
        LateRequest.person_id == person_id,
        LateRequest.kind == kind,
        LateRequest.about == about,
    )
    return session.exec(wanted).first()


def get(session: Session, request_id: int) -> LateRequest | None:
    """Find a request by row id."""
    return session.get(LateRequest, request_id)


def open_to_join(session: Session, meeting_id: int) -> list[int]:
    """Those who have asked to come too late and wait for an answer, by person id."""
    wanted = select(LateRequest.person_id).where(
        LateRequest.meeting_id == meeting_id,
        LateRequest.kind == LateKind.JOIN,
        LateRequest.verdict == Verdict.OPEN,
    )
    return list(session.exec(wanted.order_by(col(LateRequest.id))))


def put(session: Session, wanted: LateRequest) -> LateRequest:
    """Ask, or ask anew in the place of what was asked before; the buttons of both are the same."""
    kind = LateKind(wanted.kind)
    before = of(session, wanted.meeting_id, wanted.person_id, kind, wanted.about)
    if before is not None:
        for name in ("sealed", "consent", "consented_at", "asked_by", "verdict"):
            setattr(before, name, getattr(wanted, name))
    request = before or wanted
    session.add(request)
    session.flush()
    return request


def withdraw(session: Session, meeting_id: int, person_id: int) -> None:
    """Take back what a person asked about her answers; a question whether she may come stays."""
    wanted = select(LateRequest).where(
        LateRequest.meeting_id == meeting_id,
        LateRequest.person_id == person_id,
        col(LateRequest.kind) != LateKind.JOIN,
    )
    for request in session.exec(wanted):
        session.delete(request)


def forget_words(session: Session, meeting_id: int) -> None:
    """Empty what was asked for about food and needs at a meeting, and close what is still asked."""
    wanted = select(LateRequest).where(LateRequest.meeting_id == meeting_id)
    for request in session.exec(wanted.where(col(LateRequest.sealed).is_not(None))):
        request.sealed, request.verdict = None, Verdict.REFUSED
        session.add(request)
