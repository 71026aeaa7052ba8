"""Named questions about what was said at a meeting, version by version, and what people said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from bot.records.meeting import Meeting
from bot.records.minutes import Comment, Minutes, MinutesStatus
from bot.records.person import Person


def versions(session: Session, meeting_id: int) -> list[Minutes]:
    """Every version of a meeting's minutes, the first one first."""
    wanted = select(Minutes).where(Minutes.meeting_id == meeting_id)
    return list(session.exec(wanted.order_by(col(Minutes.version))))


def get(session: Session, minutes_id: int) -> Minutes | None:
    """Find a version by row id."""
    return session.get(Minutes, minutes_id)


def add(session: Session, version: Minutes) -> Minutes:
    """Write a version down, so that it has an id."""
    session.add(version)
    session.flush()
    return version


def comments(session: Session, meeting_id: int) -> list[tuple[Comment, Person, int]]:
    """What people want changed in a meeting's minutes, in order, and in which version."""
    wanted = (
        select(Comment, Person, Minutes.version)
        .join(Minutes, col(Minutes.id) == col(Comment.minutes_id))
        .join(Person, col(Person.id) == col(Comment.person_id))
        .where(Minutes.meeting_id == meeting_id)
    )
    return list(session.exec(wanted.order_by(col(Comment.id))))


def comments_by(session: Session, minutes_id: int, person_id: int) -> int:
    """How many comments a person has made on a version."""
    wanted = select(func.count()).where(
        Comment.minutes_id == minutes_id, Comment.person_id == person_id
    )
    return session.exec(wanted).one()


def drop(session: Session, version: Minutes) -> None:
    """Throw a version away that nobody has seen, and what was said about it."""
    session.exec(delete(Comment).where(col(Comment.minutes_id) == version.id))
    session.delete(version)
    session.flush()


def archived(session: Session, now: datetime) -> list[Meeting]:
    """The meetings whose minutes are published, by day."""
    public = select(Minutes.meeting_id).where(
        Minutes.status == MinutesStatus.PUBLISHED, col(Minutes.published_at) <= now
    )
    wanted = select(Meeting).where(col(Meeting.id).in_(public))
    return list(session.exec(wanted.order_by(col(Meeting.day))))


def published(session: Session, meeting_ids: Iterable[int], now: datetime) -> dict[int, Minutes]:
    """The latest published version of each of these meetings' minutes."""
    wanted = select(Minutes).where(
        col(Minutes.meeting_id).in_(list(meeting_ids)),
        Minutes.status == MinutesStatus.PUBLISHED,
        col(Minutes.published_at) <= now,
    )
    found = session.exec(wanted.order_by(col(Minutes.version)))
    return {one.meeting_id: one for one in found}
