"""A meeting's card that someone shared into a chat of her own, where the bot need not be."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class InlineCard(SQLModel, table=True):
    """`inline_id` is all that Telegram tells of where it stands (Bot API, inline_message_id)."""

    # Edits are queued under a number made of this id, which must never be another card's.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    inline_id: str = Field(unique=True)
    shown: str = ""
    """The hash of what stands there, so that it is not drawn again for nothing; "" is unknown."""
    created_at: datetime
