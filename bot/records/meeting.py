"""A meeting, from half-filled draft to held or cancelled.

Day and clock are wall time in the network's zone, because that is what people agreed on;
instants are worked out by `bot.rules.times`.
"""

from datetime import date, datetime, time
from enum import StrEnum

from sqlmodel import Field, SQLModel

from bot.records.columns import Choice, Facts, RowId


class Status(StrEnum):
    """Where a meeting is in its life."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"


class Form(StrEnum):
    """How one takes part."""

    ROOM = "room"
    ONLINE = "online"
    HYBRID = "hybrid"


class Meeting(SQLModel, table=True):
    """NULL is a question not yet answered; an empty text is answered with nothing.

    `waived` names the dates, clocks and numbers answered with nothing, `doubts` holds what the
    reader was unsure of: field -> {"reason": ..., "options": [...], "quote": ...}.
    """

    # Keys and logs outlive a removed row, so its id must never be given to another.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    status: Status = Field(default=Status.DRAFT, sa_type=Choice(Status), index=True)
    secret: str = Field(unique=True)
    """Stands in the meeting's deep link; not guessable."""
    title: str | None = None
    hosts: str | None = None
    day: date | None = None
    start: time | None = None
    end: time | None = None
    start_offset: int | None = None
    """Minutes east of Greenwich, for a start that the wall shows twice that day; else NULL."""
    end_offset: int | None = None
    """The same for the end."""
    doors: str | None = None
    form: Form | None = Field(default=None, sa_type=Choice(Form))
    place: str | None = None
    join_url: str | None = None
    closes_on: date | None = None
    """Last day to register; closes at `closes_clock`, else 23.59 that day."""
    closes_clock: time | None = None
    seats: int | None = None
    online_seats: int | None = None
    """Seats by link at a hybrid meeting; NULL is no limit. `seats` are then those in the room."""
    per_party: int | None = None
    """How many one association may send; NULL is no limit."""
    asks_part: bool = False
    """Whether those who register say if they are delegate, substitute or observer."""
    changes_on: date | None = None
    """Last day to change or cancel by oneself; NULL: as long as registration is open."""
    changes_clock: time | None = None
    needs_on: date | None = None
    """Last day to ask for what must be booked; NULL: the network's number of days before."""
    latitude: float | None = None
    longitude: float | None = None
    """Where the place is, in degrees, if the organiser has sent it."""
    texts: dict[str, str] = Field(default_factory=dict, sa_type=Facts)
    """What it is about in other languages, in the organiser's words: language -> text."""
    food: str | None = None
    accessibility: str | None = None
    moderator: str | None = None
    contact: str | None = None
    about: str | None = None
    waived: list[str] = Field(default_factory=list, sa_type=Facts)
    doubts: dict[str, dict[str, object]] = Field(default_factory=dict, sa_type=Facts)
    source: str | None = None
    """The pasted text, kept while the meeting is a draft."""
    sequence: int = 0
    """Calendar revision (RFC 5545 SEQUENCE); counts up when time or place changes."""
    edition: int = 0
    """Counts every change, so that two organisers cannot overwrite each other unseen."""
    closed_at: datetime | None = None
    """When registration was closed, by the clock or by hand."""
    diary: str = ""
    """The authority's diary number (diarienummer), shown in announcements, minutes and exports."""
    series: int | None = Field(default=None, sa_type=RowId, index=True)
    """The meeting this one was copied from in a series; NULL: none, or the first."""
    picks_one: bool = False
    """Its series is one meeting held several times, of which people choose one."""
    copied_from: int | None = Field(default=None, sa_type=RowId)
    """The meeting whose facts it began with; its last days lie as many days before."""
    theme_group_id: int | None = Field(default=None, sa_type=RowId, index=True)
    """The theme group whose meeting it is."""
    reason: str = ""
    """Why it was cancelled, in the organiser's words."""
    wakes_at: datetime | None = Field(default=None, index=True)
    """When this meeting next has something due; NULL when nothing more will be."""
    created_by: int = Field(sa_type=RowId)
    created_at: datetime
    touched_at: datetime | None = None
    """When someone last went on with the draft; NULL: not since it was begun."""
    fades_at: datetime | None = None
    """When the draft is thrown away unless someone goes on, as its writer has been told."""
    announced_at: datetime | None = None
