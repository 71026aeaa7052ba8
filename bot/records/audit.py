"""Who did what as an organiser; ids and verbs only, never contents."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class Audit(SQLModel, table=True):
    """One act; `actor_id` is NULL when the clock did it."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    at: datetime = Field(index=True)
    actor_id: int | None = Field(default=None, sa_type=RowId)
    verb: str
    meeting_id: int | None = Field(default=None, sa_type=RowId)
    detail: str = ""
