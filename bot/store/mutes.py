"""Named questions about meetings that people do not want to be reminded of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.records.meeting import Meeting
from bot.records.mute import Mute


def has(session: Session, meeting_id: int, person_id: int) -> bool:
    """Whether a person wants to hear less of a meeting."""
    return bool(muted(session, meeting_id, [person_id]))


def muted(session: Session, meeting_id: int, person_ids: Sequence[int]) -> frozenset[int]:
    """Those of these people who want to hear less of a meeting."""
    wanted = select(Mute.person_id).where(
        Mute.meeting_id == meeting_id, col(Mute.person_id).in_(person_ids)
    )
    return frozenset(session.exec(wanted))


def add(session: Session, meeting_id: int, person_id: int, now: datetime) -> None:
    """Remind her no more of a meeting; asked twice it is the same."""
    if not has(session, meeting_id, person_id):
        session.add(Mute(meeting_id=meeting_id, person_id=person_id, created_at=now))
        session.flush()


def remove(session: Session, meeting_id: int, person_id: int) -> None:
    """Remind her again."""
    hers = delete(Mute).where(col(Mute.person_id) == person_id)
    session.exec(hers.where(col(Mute.meeting_id) == meeting_id))


def of_person(session: Session, person_id: int) -> list[Meeting]:
    """The meetings she wants to hear less of, by day."""
    wanted = (
        select(Meeting)
        .join(Mute, col(Mute.meeting_id) == col(Meeting.id))
        .where(Mute.person_id == person_id)
        .order_by(col(Meeting.day), col(Meeting.id))
    )
    return list(session.exec(wanted))
