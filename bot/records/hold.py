"""A pause Telegram asked for; kept so that a restart respects it."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Hold(SQLModel, table=True):
    """`scope` is "all" or "chat:<id>"; nothing of that scope is sent before `until`."""

    scope: str = Field(primary_key=True)
    until: datetime
