"""A time when nobody listened for so long that Telegram has thrown away what people wrote."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class Absence(SQLModel, table=True):
    """`told_at` is NULL until those who may have written in vain have been told."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    since: datetime
    until: datetime
    told_at: datetime | None = None
