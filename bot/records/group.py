"""A Telegram group where the network's cards are shown."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId, TelegramId


class Group(SQLModel, table=True):
    """A group an organiser let the bot into; inactive when the bot was put out."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    chat_id: int = Field(sa_type=TelegramId, unique=True)
    title: str
    is_active: bool = True
    linked_by: int = Field(sa_type=RowId)
    created_at: datetime
