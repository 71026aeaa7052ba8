"""One update from Telegram, kept before it is confirmed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import text
from sqlmodel import Field, Index, SQLModel

from bot.records.columns import Choice, TelegramId


class IncomingStatus(StrEnum):
    """Waiting, done, or put aside because it could not be handled."""

    WAITING = "waiting"
    HANDLED = "handled"
    QUARANTINED = "quarantined"


class Incoming(SQLModel, table=True):
    """The raw update; its body is emptied in the transaction of its effect."""

    __table_args__ = (
        Index(
            "ix_incoming_turn",
            "from_id",
            "received_at",
            # For PostgreSQL too: see `bot/store/migrations/env.py`.
            sqlite_where=text("status = 'waiting'"),
        ),
    )

    update_id: int = Field(primary_key=True, sa_type=TelegramId)
    from_id: int = Field(default=0, sa_type=TelegramId)
    """Whose deed it was, so that it is handled in order; 0 once it is handled, as if nobody's."""
    body: str | None = None
    status: IncomingStatus = Field(
        default=IncomingStatus.WAITING, sa_type=Choice(IncomingStatus), index=True
    )
    attempts: int = 0
    last_error: str = ""
    received_at: datetime
    handled_at: datetime | None = None
