"""Named questions about who did what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.records.audit import Audit
from bot.records.meeting import Meeting
from bot.records.person import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, with the names as they are now; an erased person has none."""

    audit: Audit
    actor: str | None
    meeting: str | None


def page(session: Session, start: int, limit: int) -> list[Entry]:
    """The latest acts first, from number `start`."""
    wanted = (
        select(Audit, Person.name, Meeting.title)
        .outerjoin(Person, col(Person.id) == col(Audit.actor_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Audit.meeting_id))
        .order_by(col(Audit.id).desc())
        .offset(start)
        .limit(limit)
    )
    return [Entry(audit, actor, title) for audit, actor, title in session.exec(wanted)]


def of_meeting(session: Session, meeting_id: int) -> list[Entry]:
    """What was done about a meeting, the first act first."""
    wanted = (
        select(Audit, Person.name)
        .outerjoin(Person, col(Person.id) == col(Audit.actor_id))
        .where(Audit.meeting_id == meeting_id)
        .order_by(col(Audit.id))
    )
    return [Entry(audit, actor, None) for audit, actor in session.exec(wanted)]


def changed_since(
    session: Session, fact: tuple[int, str], moment: datetime, *, but_by: int
) -> Entry | None:
    """The last change of a meeting's fact since a moment, by anyone but one person."""
    meeting_id, name = fact
    wanted = (
        select(Audit, Person.name)
        .outerjoin(Person, col(Person.id) == col(Audit.actor_id))
        .where(Audit.meeting_id == meeting_id, Audit.verb == "changed", Audit.detail == name)
        .where(col(Audit.at) > moment, col(Audit.actor_id).is_distinct_from(but_by))
        .order_by(col(Audit.id).desc())
    )
    found = session.exec(wanted).first()
    return None if found is None else Entry(found[0], found[1], None)
