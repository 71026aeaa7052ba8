"""A meeting that a person does not want to be reminded of."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import RowId


class Mute(SQLModel, table=True):
    """At most one per meeting and person; what changes, or is cancelled, is told all the same."""

    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    created_at: datetime
