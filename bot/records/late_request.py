"""A question to the organiser about what is too late to do by oneself."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId


class Verdict(StrEnum):
    """What the organiser said."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


class LateKind(StrEnum):
    """What is asked."""

    JOIN = "join"
    """May she come although registration is closed?"""
    CHANGE = "change"
    """May an answer be changed after the last day for changes?"""
    BOOKING = "booking"
    """Can what she needs be booked although its last day is past? The answer itself is kept."""


class LateRequest(SQLModel, table=True):
    """At most one of a kind per meeting and person and, for changes, per answer."""

    __table_args__ = (UniqueConstraint("meeting_id", "person_id", "kind", "about"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    """The one who comes; whoever speaks for her is told the answer."""
    kind: LateKind = Field(default=LateKind.JOIN, sa_type=Choice(LateKind))
    about: str = ""
    """The question whose answer is to be changed, such as "food"."""
    sealed: bytes | None = None
    """The new answer, sealed with the meeting's key; gone when it is decided."""
    consent: str = ""
    """The version of the text agreed to, where the answer is about food or needs."""
    consented_at: datetime | None = None
    asked_by: int | None = Field(default=None, sa_type=RowId)
    """The one who asked, when she speaks for another."""
    verdict: Verdict = Field(default=Verdict.OPEN, sa_type=Choice(Verdict))
    created_at: datetime
