"""The points of a meeting's agenda."""

from datetime import time

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class AgendaItem(SQLModel, table=True):
    """One point, in order; `depth` 1 stands under the nearest point of depth 0 above it."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    position: int
    depth: int = 0
    title: str
    at: time | None = None
    speaker: str = ""
    is_break: bool = False
