"""What a person eats and needs in order to take part. Special-category data: always sealed."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId, TelegramId


class NeedKind(StrEnum):
    """The two questions that may touch on health."""

    FOOD = "food"
    ACCESS = "access"


class Need(SQLModel, table=True):
    """A sealed answer (GDPR art. 9); the row alone tells that she chose to answer, never what."""

    __table_args__ = (UniqueConstraint("registration_id", "kind"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    registration_id: int = Field(foreign_key="registration.id", index=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    kind: NeedKind = Field(sa_type=Choice(NeedKind))
    sealed: bytes | None = None
    """NULL: answered with nothing special, or not yet answered."""
    draft: bytes | None = None
    """What she has chosen so far, sealed; NULL when she is not choosing."""
    drawn_in: int | None = Field(default=None, sa_type=TelegramId)
    """The message in which she chooses, so that her choices do not stay standing in the chat."""
    consent: str = ""
    """The version of the text agreed to; empty when nothing was told."""
    consented_at: datetime | None = None
    answered_at: datetime | None = None
    """NULL: she has agreed to answer and is still choosing."""
