"""Who helps to run one meeting, beside those who run the network."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import RowId


class Leader(SQLModel, table=True):
    """An organiser of one meeting; at most one row per meeting and person."""

    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    appointed_by: int | None = Field(default=None, sa_type=RowId)
    created_at: datetime
