"""What a participant thought afterwards; shown only added up."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import RowId


class Evaluation(SQLModel, table=True):
    """Three answers; NULL is not yet answered, an empty text answered with nothing."""

    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    overall: str | None = None
    heard: str | None = None
    comment: str | None = None
    created_at: datetime
