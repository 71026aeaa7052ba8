"""Named questions about what the kitchen has been told."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, delete, func, select, update

from bot.records.kitchen_report import KitchenReport


def latest(session: Session, meeting_id: int) -> KitchenReport | None:
    """What the kitchen was told last."""
    wanted = select(KitchenReport).where(KitchenReport.meeting_id == meeting_id)
    return session.exec(wanted.order_by(col(KitchenReport.id).desc()).limit(1)).first()


def add(session: Session, report: KitchenReport) -> None:
    """Write down what the kitchen is told; what it was told before is not followed any more."""
    earlier = update(KitchenReport).where(col(KitchenReport.meeting_id) == report.meeting_id)
    session.exec(earlier.values(looks_at=None))
    session.add(report)
    session.flush()


def due(session: Session, now: datetime) -> list[KitchenReport]:
    """The reports that are to be compared with the rows now."""
    wanted = select(KitchenReport).where(col(KitchenReport.looks_at) <= now)
    return list(session.exec(wanted.order_by(col(KitchenReport.id)).with_for_update()))


def next_look(session: Session) -> datetime | None:
    """When a report is to be looked at next."""
    return session.exec(select(func.min(col(KitchenReport.looks_at)))).first()


def forget(session: Session, meeting_id: int) -> None:
    """Remove what was told about a meeting, when what people ate is erased."""
    session.exec(delete(KitchenReport).where(col(KitchenReport.meeting_id) == meeting_id))
