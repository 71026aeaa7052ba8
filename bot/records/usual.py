"""What a person asked to have kept for her next registration. Special-category data: sealed."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId
from bot.records.need import NeedKind


class Usual(SQLModel, table=True):
    """A sealed answer of hers, kept only because she asked for it; removed with its key."""

    __table_args__ = (UniqueConstraint("person_id", "kind"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    kind: NeedKind = Field(sa_type=Choice(NeedKind))
    sealed: bytes
    consent: str
    """The version of the text agreed to."""
    consented_at: datetime
    used_at: datetime = Field(index=True)
    """When it was kept or last used; what nobody uses is erased in time."""
