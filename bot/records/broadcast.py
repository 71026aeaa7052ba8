"""One message on its way to many, with a cursor so that it can be cut into slices."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from bot.records.columns import Choice, Facts, RowId


class BroadcastKind(StrEnum):
    """What is being told."""

    INVITATION = "invitation"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    NUDGE = "nudge"
    SUMMARY = "summary"
    AGENDA = "agenda"
    REMINDER = "reminder"
    THANKS = "thanks"
    MESSAGE = "message"
    """In an organiser's own words."""
    MINUTES = "minutes"


class BroadcastStatus(StrEnum):
    """Where it is: `waiting` can be taken back, `done` is all written but perhaps not all sent.

    A `draft` is being written by the one who created it, and goes nowhere.
    """

    DRAFT = "draft"
    WAITING = "waiting"
    GOING = "going"
    PAUSED = "paused"
    DONE = "done"
    TAKEN_BACK = "taken_back"


class Broadcast(SQLModel, table=True):
    """`cursor` is the last person id written to; `key` makes each occasion happen once."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    key: str = Field(unique=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_type=RowId)
    kind: BroadcastKind = Field(sa_type=Choice(BroadcastKind))
    status: BroadcastStatus = Field(
        default=BroadcastStatus.WAITING, sa_type=Choice(BroadcastStatus), index=True
    )
    facts: dict[str, object] = Field(default_factory=dict, sa_type=Facts)
    """What the text needs and the rows no longer say, such as the old place."""
    audience: dict[str, object] = Field(default_factory=dict, sa_type=Facts)
    """Whom it goes to, where the kind alone does not say; empty: as the kind says."""
    text: str = ""
    """What an organiser wrote herself."""
    cursor: int = Field(default=0, sa_type=RowId)
    count: int = 0
    """How many it goes to, as far as it is written."""
    starts_at: datetime
    stale_after: datetime | None = None
    looks_at: datetime | None = Field(default=None, index=True)
    """When the receipt of the one who sent is next compared with what has left; NULL is never."""
    created_by: int | None = Field(default=None, sa_type=RowId)
    created_at: datetime
