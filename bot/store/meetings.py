"""Named questions about meetings and their agendas."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel import Session, col, delete, func, or_, select, update

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting, Status


def draft(session: Session, created_by: int, now: datetime) -> Meeting:
    """Begin a meeting."""
    begun = Meeting(secret=secrets.token_urlsafe(12), created_by=created_by, created_at=now)
    session.add(begun)
    session.flush()
    return begun


def get(session: Session, meeting_id: int) -> Meeting | None:
    """Find a meeting by row id."""
    return session.get(Meeting, meeting_id)


def locked(session: Session, meeting_id: int) -> Meeting | None:
    """Find a meeting and hold its row to the end of the transaction, so that seats are safe.

    Whoever had to wait for another process must not decide on what was read before.
    """
    session.flush()
    if session.get_bind().dialect.name != "sqlite":
        session.expire_all()
    return session.get(Meeting, meeting_id, with_for_update=True)


def by_secret(session: Session, secret: str) -> Meeting | None:
    """Find the meeting a deep link leads to."""
    return session.exec(select(Meeting).where(Meeting.secret == secret)).first()


def announced(session: Session) -> list[Meeting]:
    """The meetings people have been told of and that stand, by day."""
    wanted = select(Meeting).where(Meeting.status == Status.ANNOUNCED)
    return list(session.exec(wanted.order_by(col(Meeting.day), col(Meeting.start))))


def everything(session: Session) -> list[Meeting]:
    """Every meeting that people have been told of, by day; cancelled ones too."""
    told = (Status.ANNOUNCED, Status.CANCELLED)
    wanted = select(Meeting).where(col(Meeting.status).in_(told))
    return list(session.exec(wanted.order_by(col(Meeting.day), col(Meeting.id))))


def drafts(session: Session, person_id: int) -> list[Meeting]:
    """A person's meetings still being composed, the newest first."""
    wanted = select(Meeting).where(Meeting.status == Status.DRAFT, Meeting.created_by == person_id)
    return list(session.exec(wanted.order_by(col(Meeting.id).desc())))


def every_draft(session: Session) -> list[Meeting]:
    """Everyone's meetings still being composed, the oldest first."""
    wanted = select(Meeting).where(Meeting.status == Status.DRAFT)
    return list(session.exec(wanted.order_by(col(Meeting.id))))


def empty_discarded(session: Session) -> None:
    """Erase what was written in drafts that are thrown away; that there was one stays."""
    gone = select(Meeting.id).where(Meeting.status == Status.DISCARDED)
    session.exec(delete(AgendaItem).where(col(AgendaItem.meeting_id).in_(gone)))
    words = dict.fromkeys(_WORDS)
    written = [col(getattr(Meeting, name)).is_not(None) for name in _WORDS]
    session.exec(
        update(Meeting)
        .where(col(Meeting.status) == Status.DISCARDED, or_(*written))
        .values(**words, texts={}, doubts={})
    )


_WORDS = ("source", "about", "contact", "moderator", "hosts", "place", "join_url", "accessibility")
"""Columns that hold an organiser's own words."""


def held_before(session: Session, moment: datetime) -> list[Meeting]:
    """The meetings whose day lies before a moment's."""
    return list(session.exec(select(Meeting).where(col(Meeting.day) < moment.date())))


def waking(session: Session, now: datetime, limit: int = 50) -> list[Meeting]:
    """The meetings that have something due, the most overdue first."""
    wanted = select(Meeting).where(col(Meeting.wakes_at) <= now)
    return list(session.exec(wanted.order_by(col(Meeting.wakes_at)).limit(limit)))


def next_wake(session: Session) -> datetime | None:
    """When the next meeting has something due."""
    return session.exec(select(func.min(Meeting.wakes_at))).one()


def agenda(session: Session, meeting_id: int) -> list[AgendaItem]:
    """A meeting's agenda in order."""
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(session.exec(wanted.order_by(col(AgendaItem.position))))


def replace_agenda(session: Session, meeting_id: int, points: list[AgendaItem]) -> None:
    """Put a new agenda in the old one's place."""
    session.exec(delete(AgendaItem).where(col(AgendaItem.meeting_id) == meeting_id))
    session.add_all(points)
    session.flush()
