"""An association, authority or group that people in the network come from."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class Organisation(SQLModel, table=True):
    """One entry of the register; `key` is the name folded, so that spellings meet."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    name: str
    key: str = Field(unique=True)
    kind: str = ""
    municipality: str = ""
    added_by: int | None = Field(default=None, sa_type=RowId)
    """The person who added it in conversation; NULL when the organiser did."""
    created_at: datetime
