"""What a person eats and needs in order to take part. Special-category data: always sealed."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId


class NeedKind(StrEnum):
    """The two questions that may touch on health."""

    FOOD = "food"
    ACCESS = "access"


class Need(SQLModel, table=True):
    """A sealed answer (GDPR art. 9); the row alone only tells that the question was answered."""

    __table_args__ = (UniqueConstraint("registration_id", "kind"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    registration_id: int = Field(foreign_key="registration.id", index=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    kind: NeedKind = Field(sa_type=Choice(NeedKind))
    sealed: bytes | None = None
    """NULL: answered with nothing special."""
    consent: str = ""
    """The version of the text agreed to."""
    answered_at: datetime
