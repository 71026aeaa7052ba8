"""A message that is kept true by edits: a meeting's card in a group, or an organiser's card."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId, TelegramId


class CardKind(StrEnum):
    """What the card shows."""

    GROUP = "group"
    """The invitation in a group, counting along."""
    SENDING = "sending"
    """The organiser's receipt of a broadcast: countdown, progress, done."""
    DESK = "desk"
    """How it stands with a meeting, in the chat of one who organises it."""
    REMARKS = "remarks"
    """How many comments there are on a meeting's minutes, until an organiser has read them."""


class Card(SQLModel, table=True):
    """`message_id` is NULL until Telegram has told it; `shown` is the hash of what stands there."""

    __table_args__ = (UniqueConstraint("meeting_id", "chat_id", "kind", "about"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    chat_id: int = Field(sa_type=TelegramId)
    kind: CardKind = Field(sa_type=Choice(CardKind))
    about: int = Field(default=0, sa_type=RowId)
    """The broadcast a receipt is about; 0 otherwise."""
    message_id: int | None = Field(default=None, sa_type=TelegramId)
    shown: str = ""
    looks_at: datetime | None = Field(default=None, index=True)
    """When a desk is next compared with the rows; NULL is never."""
