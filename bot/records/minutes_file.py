"""The content of a file that is a meeting's minutes, kept so that it can be handed over."""

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import RowId


class MinutesFile(SQLModel, table=True):
    """Fetched when a version of the minutes leaves; stays as long as a version that is out."""

    __table_args__ = (UniqueConstraint("meeting_id", "file_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", sa_type=RowId)
    file_id: str
    """Telegram's handle, as the versions have it; several versions may share a file."""
    content: bytes | None = None
    """NULL until it is fetched."""
    is_awaited: bool = Field(default=True, index=True)
    """Whether it is still to be fetched."""
    attempts: int = 0
