"""Named questions about the meetings of one series."""

from __future__ import annotations

from sqlmodel import Session, col, or_, select

from bot.records.meeting import Meeting, Status


def of(session: Session, meeting: Meeting) -> list[Meeting]:
    """Every meeting of the series this one is in, also alone, by day; not what was discarded."""
    root = meeting.series or meeting.id
    wanted = select(Meeting).where(
        or_(col(Meeting.id) == root, col(Meeting.series) == root),
        Meeting.status != Status.DISCARDED,
    )
    session.flush()
    return list(session.exec(wanted.order_by(col(Meeting.day), col(Meeting.id))))
