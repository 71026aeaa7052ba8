"""Named questions about what waits for a meeting's organisers."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session, col, func, select

from bot.records.audit import Audit
from bot.records.late_request import LateRequest, Verdict
from bot.records.meeting import Meeting, Status
from bot.records.need import Need, NeedKind
from bot.records.registration import Registration, Standing


def meetings_since(session: Session, first: date) -> list[Meeting]:
    """The announced meetings from a day on, by day."""
    wanted = select(Meeting).where(Meeting.status == Status.ANNOUNCED, col(Meeting.day) >= first)
    return list(session.exec(wanted.order_by(col(Meeting.day), col(Meeting.id))))


def is_any_since(session: Session, first: date) -> bool:
    """Whether there is an announced meeting from a day on."""
    wanted = select(Meeting.id).where(Meeting.status == Status.ANNOUNCED, col(Meeting.day) >= first)
    return session.exec(wanted.limit(1)).first() is not None


def unanswered(session: Session, meeting_id: int) -> tuple[datetime | None, int]:
    """When the oldest open question was asked, and how many are open."""
    wanted = select(func.min(LateRequest.created_at), func.count()).where(
        LateRequest.meeting_id == meeting_id, LateRequest.verdict == Verdict.OPEN
    )
    since, count = session.exec(wanted).one()
    return since, count


def arranged_at(session: Session, meeting_id: int) -> datetime | None:
    """When an organiser last said that all that was needed is arranged."""
    wanted = select(func.max(Audit.at)).where(
        Audit.meeting_id == meeting_id, Audit.verb == "arranged"
    )
    return session.exec(wanted).one()


def told_needs(
    session: Session, meeting_id: int, after: datetime | None
) -> tuple[datetime | None, int]:
    """When someone who comes last said what must be arranged, and how many have since `after`."""
    wanted = (
        select(func.max(Need.answered_at), func.count())
        .join(Registration, col(Registration.id) == col(Need.registration_id))
        .where(
            Need.meeting_id == meeting_id,
            Need.kind == NeedKind.ACCESS,
            col(Need.sealed).is_not(None),
            col(Need.answered_at).is_not(None),
            Registration.standing == Standing.GOING,
            *([col(Need.answered_at) > after] if after else []),
        )
    )
    since, count = session.exec(wanted).one()
    return since, count


def last_seat_at(session: Session, meeting_id: int) -> datetime | None:
    """When someone last got a seat."""
    wanted = select(func.max(Registration.changed_at)).where(
        Registration.meeting_id == meeting_id, Registration.standing == Standing.GOING
    )
    return session.exec(wanted).one()
