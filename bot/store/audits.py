"""Named questions about who did what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from bot.records.audit import Audit
from bot.records.meeting import Meeting
from bot.records.person import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, with the names as they are now; an erased person has none."""

    at: datetime
    actor_id: int | None
    actor: str | None
    verb: str
    detail: str
    meeting: str | None


_ACTS = (
    select(
        col(Audit.at),
        col(Audit.actor_id),
        col(Person.name),
        col(Audit.verb),
        col(Audit.detail),
        col(Meeting.title),
    )
    .outerjoin(Person, col(Person.id) == col(Audit.actor_id))
    .outerjoin(Meeting, col(Meeting.id) == col(Audit.meeting_id))
)
"""Acts as values: a whole log as records takes many times as long."""


def page(session: Session, start: int, limit: int) -> list[Entry]:
    """The latest acts first, from number `start`."""
    wanted = _ACTS.order_by(col(Audit.id).desc()).offset(start).limit(limit)
    return [Entry(*one) for one in session.execute(wanted)]


def of_meeting(session: Session, meeting_id: int) -> list[Entry]:
    """What was done about a meeting, the first act first."""
    wanted = _ACTS.where(col(Audit.meeting_id) == meeting_id).order_by(col(Audit.id))
    return [Entry(*one) for one in session.execute(wanted)]


def changed_since(
    session: Session,
    fact: tuple[int, str],
    moment: datetime,
    *,
    but_by: int,
    verb: str = "changed",
) -> Entry | None:
    """The last change of a meeting's fact since a moment, by anyone but one person."""
    meeting_id, name = fact
    wanted = (
        _ACTS.where(
            col(Audit.meeting_id) == meeting_id,
            col(Audit.verb) == verb,
            col(Audit.detail) == name,
            col(Audit.at) > moment,
            col(Audit.actor_id).is_distinct_from(but_by),
        )
        .order_by(col(Audit.id).desc())
        .limit(1)
    )
    found = session.execute(wanted).first()
    return None if found is None else Entry(*found)
