"""One person's answer to one meeting."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, UniqueConstraint

from bot.records.columns import Choice, RowId
from bot.records.row import Row


class Standing(StrEnum):
    """How a person stands towards a meeting."""

    GOING = "going"
    WAITING = "waiting"
    OFFERED = "offered"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    LAPSED = "lapsed"
    """She was offered a seat and did not answer in time; she has not said no."""


class Part(StrEnum):
    """In what capacity one takes part, where the meeting asks."""

    DELEGATE = "delegate"
    SUBSTITUTE = "substitute"
    OBSERVER = "observer"


class Registration(Row, table=True):
    """At most one per meeting and person; `line` orders the reserve list, lowest first.

    Those with the same `line` were registered together, and wait for seats together.
    """

    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        # Asked every half minute, of all who have ever registered: which offers have run out?
        Index("ix_registration_offers", "standing", "offer_ends_at"),
        # Keys and logs outlive a removed row, so its id must never be given to another.
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    standing: Standing = Field(sa_type=Choice(Standing))
    line: int = 0
    offer_ends_at: datetime | None = None
    attends: str | None = None
    """"room" or "online" at a hybrid meeting; NULL is not yet answered."""
    waits_for: str | None = None
    """The other way to take part that she is in line for while she keeps her seat."""
    registered_by: int | None = Field(default=None, sa_type=RowId, index=True)
    """The colleague who registered her, speaks for her and may change it; NULL: she did herself."""
    part: Part | None = Field(default=None, sa_type=Choice(Part))
    """NULL is not yet answered, or not asked."""
    attended: bool | None = None
    """Whether she was there; NULL: nobody has noted it."""
    attendance_noted_at: datetime | None = None
    is_exception: bool = False
    """Let in by an organiser beside the rules for seats and deadline."""
    created_at: datetime
    changed_at: datetime
