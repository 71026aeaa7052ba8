"""What the kitchen has been told, so that only changes need be told after it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import Facts, RowId


class KitchenReport(SQLModel, table=True):
    """Numbers as they were handed over; never names. The latest row is the one that counts."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    numbers: dict[str, int] = Field(default_factory=dict, sa_type=Facts)
    """How many of each plate, and `""` for all who eat; a plate is a wish as it is written down."""
    told: dict[str, int] = Field(default_factory=dict, sa_type=Facts)
    """The numbers as the one who sent it last heard of them."""
    looks_at: datetime | None = Field(default=None, index=True)
    """When they are next compared with the rows; NULL is never."""
    made_by: int | None = Field(default=None, sa_type=RowId)
    created_at: datetime
