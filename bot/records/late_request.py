"""The question to the organiser whether one may come although registration is closed."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId


class Verdict(StrEnum):
    """What the organiser said."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


class LateRequest(SQLModel, table=True):
    """At most one per meeting and person."""

    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    verdict: Verdict = Field(default=Verdict.OPEN, sa_type=Choice(Verdict))
    created_at: datetime
