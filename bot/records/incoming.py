"""One update from Telegram, kept before it is confirmed."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from bot.records.columns import Choice, TelegramId


class IncomingStatus(StrEnum):
    """Waiting, done, or put aside because it could not be handled."""

    WAITING = "waiting"
    HANDLED = "handled"
    QUARANTINED = "quarantined"


class Incoming(SQLModel, table=True):
    """The raw update; its body is emptied in the transaction of its effect."""

    update_id: int = Field(primary_key=True, sa_type=TelegramId)
    body: str | None = None
    status: IncomingStatus = Field(
        default=IncomingStatus.WAITING, sa_type=Choice(IncomingStatus), index=True
    )
    attempts: int = 0
    last_error: str = ""
    received_at: datetime
    handled_at: datetime | None = None
