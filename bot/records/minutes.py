"""What was said at a meeting, version by version, and what people said about it."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId


class MinutesKind(StrEnum):
    """Light notes, or a protocol with formal decisions."""

    NOTES = "notes"
    PROTOCOL = "protocol"


class MinutesStatus(StrEnum):
    """Where they are: being written, out for corrections, or published to all."""

    DRAFT = "draft"
    OUT = "out"
    PUBLISHED = "published"


class Minutes(SQLModel, table=True):
    """One version; the one with the highest number is the one that counts."""

    __table_args__ = (UniqueConstraint("meeting_id", "version"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    version: int = 1
    kind: MinutesKind = Field(default=MinutesKind.NOTES, sa_type=Choice(MinutesKind))
    status: MinutesStatus = Field(default=MinutesStatus.DRAFT, sa_type=Choice(MinutesStatus))
    text: str = ""
    file_id: str = ""
    """Telegram's handle for the file (Bot API, sendDocument takes it again)."""
    file_name: str = ""
    changes: str = ""
    """What is new since the version before, in the organiser's words."""
    comments_until: datetime | None = None
    created_by: int | None = Field(default=None, sa_type=RowId)
    created_at: datetime
    published_at: datetime | None = None


class Comment(SQLModel, table=True):
    """What a participant wants corrected or added."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    minutes_id: int = Field(foreign_key="minutes.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    text: str
    created_at: datetime
