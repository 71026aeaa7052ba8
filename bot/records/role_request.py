"""Someone who has opened a link to a role and waits for a second yes."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.admission import AdmissionKind
from bot.records.columns import Choice, RowId


class RoleRequest(SQLModel, table=True):
    """A role is given only when someone who may appoint has seen who took the link."""

    __table_args__ = (UniqueConstraint("person_id", "kind", "meeting_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    kind: AdmissionKind = Field(sa_type=Choice(AdmissionKind))
    meeting_id: int = Field(default=0, sa_type=RowId)
    """0: the whole network."""
    asked_at: datetime
