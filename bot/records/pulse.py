"""When a part of the running process last did its work."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Pulse(SQLModel, table=True):
    """`mono` is the machine's monotonic clock, which only means something until `boot` changes."""

    name: str = Field(primary_key=True)
    beat_at: datetime
    mono: float = 0.0
    boot: str = ""
