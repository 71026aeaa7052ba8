"""A personal link by which a member sends a colleague in her place. Only the hash is kept."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import RowId


class Handover(SQLModel, table=True):
    """One link for each meeting and giver; a new one takes the place of the old one."""

    __table_args__ = (
        UniqueConstraint("meeting_id", "giver_id"),
        # A button holds the row id, so it must never be given to another.
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    secret_hash: str = Field(unique=True)
    """SHA-256 of the secret in the link."""
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    giver_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    opened_by: int | None = Field(default=None, sa_type=RowId)
    """Who opened it last and may take what it gives, once she has said who she is."""
    expires_at: datetime
    used_at: datetime | None = None
    created_at: datetime
