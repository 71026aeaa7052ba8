"""A file an organiser sent, waiting to be fetched and read."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class Paper(SQLModel, table=True):
    """Removed once it is read; `attempts` is counted before each, so that none is tried forever."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    file_id: str
    """Telegram's handle for the file (Bot API, getFile)."""
    name: str
    attempts: int = 0
    sent_at: datetime
