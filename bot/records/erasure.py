"""Someone who asked to be forgotten, known only by a keyed hash."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import RowId


class Erasure(SQLModel, table=True):
    """Kept so that a restored backup can be cleaned again (GDPR art. 17)."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_hash: str = Field(unique=True)
    erased_at: datetime
