"""What composition an organiser aims for at a meeting."""

from enum import StrEnum

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Choice, RowId


class AimKind(StrEnum):
    """What the aim is about."""

    KIND = "kind"
    MUNICIPALITY = "municipality"
    THEME_GROUP = "theme_group"
    LANGUAGE = "language"


class Aim(SQLModel, table=True):
    """At least `count` associations of this kind, from this municipality, group or language."""

    __table_args__ = (UniqueConstraint("meeting_id", "kind", "value"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    kind: AimKind = Field(sa_type=Choice(AimKind))
    value: str
    count: int = 1
