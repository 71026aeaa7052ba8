"""A link that lets someone in. Only the hash of its secret is kept."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from bot.records.columns import Choice, RowId


class AdmissionKind(StrEnum):
    """What the link makes of the one who opens it."""

    OWNER = "owner"
    ORGANISER = "organiser"
    ADMIN = "admin"
    MEMBER = "member"


class Admission(SQLModel, table=True):
    """A deep link's secret, as SHA-256; NULL uses means any number of people."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    secret_hash: str = Field(unique=True)
    kind: AdmissionKind = Field(sa_type=Choice(AdmissionKind))
    meeting_id: int | None = Field(default=None, sa_type=RowId, index=True)
    """The meeting it makes her an organiser of; NULL: the network."""
    organisation_id: int | None = Field(default=None, sa_type=RowId, index=True)
    """The association that those who come in by it belong to."""
    made_by: int | None = Field(default=None, sa_type=RowId)
    uses_left: int | None = None
    expires_at: datetime | None = None
    created_at: datetime
