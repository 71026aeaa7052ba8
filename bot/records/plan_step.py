"""What an organiser has changed or added in a meeting's run sheet."""

from datetime import datetime, time
from enum import StrEnum

from sqlmodel import Field, SQLModel

from bot.records.columns import Choice, Facts, RowId


class Anchor(StrEnum):
    """What the days of a step are counted from."""

    MEETING = "meeting"
    DEADLINE = "deadline"


class PlanStep(SQLModel, table=True):
    """A step of a meeting's plan; those the network's habits give need no row until changed.

    `occasion` is the habit's word ("nudge", "agenda", ...) or "message" for a step of its own.
    Days are negative before the anchor. Because they are relative, the step moves with the meeting.
    """

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    occasion: str
    anchor: Anchor = Field(default=Anchor.MEETING, sa_type=Choice(Anchor))
    days: int | None = None
    """NULL: as the habit says."""
    clock: time | None = None
    audience: dict[str, object] = Field(default_factory=dict, sa_type=Facts)
    text: str = ""
    is_off: bool = False
    created_by: int | None = Field(default=None, sa_type=RowId)
    created_at: datetime
