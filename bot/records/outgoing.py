"""One request on its way to Telegram. Nothing leaves that is not first a row here."""

from datetime import datetime
from enum import IntEnum, StrEnum

from sqlalchemy import Integer
from sqlmodel import Field, Index

from bot.records.columns import Choice, Facts, RowId, TelegramId
from bot.records.row import Row


class Lane(IntEnum):
    """Who goes first: the person who is waiting."""

    PERSON = 0
    NOTICE = 1
    BROADCAST = 2


class OutgoingStatus(StrEnum):
    """queued -> sending -> sent; the other words are other endings."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    GIVEN_UP = "given_up"
    UNCERTAIN = "uncertain"


class OnDoubt(StrEnum):
    """What to do when nobody can tell whether Telegram got it."""

    RESEND = "resend"
    """Once more, because silence is worse than a copy."""
    PARK = "park"
    """Never by itself: a double post to a group is worse; a person decides."""
    REPEAT = "repeat"
    """As often as needed, because doing it twice changes nothing (edits)."""


class Outgoing(Row, table=True):
    """`key` is made from the event, so that the same news cannot be queued twice."""

    __table_args__ = (
        Index("ix_outgoing_next", "status", "lane", "id"),
        Index("ix_outgoing_due", "status", "not_before"),
        Index("ix_outgoing_chat", "chat_id", "status"),
        # Wide enough to count how far a broadcast has come without reading its rows.
        Index("ix_outgoing_broadcast", "broadcast_id", "is_part", "status", "is_unwanted"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    chat_id: int = Field(sa_type=TelegramId)
    person_id: int | None = Field(default=None, sa_type=RowId, index=True)
    meeting_id: int | None = Field(default=None, sa_type=RowId, index=True)
    broadcast_id: int | None = Field(default=None, sa_type=RowId)
    card_id: int | None = Field(default=None, sa_type=RowId, index=True)
    """The card whose message this sends or redraws."""
    is_part: bool = False
    """More of the same message follows in another row; the last one counts for all."""
    method: str
    """Bot API method, such as sendMessage."""
    content: dict[str, object] = Field(default_factory=dict, sa_type=Facts)
    """Its parameters except chat_id; emptied when it has left, for it may hold what is sealed."""
    key: str | None = Field(default=None, unique=True)
    lane: Lane = Field(default=Lane.PERSON, sa_type=Integer)
    on_doubt: OnDoubt = Field(default=OnDoubt.RESEND, sa_type=Choice(OnDoubt))
    status: OutgoingStatus = Field(default=OutgoingStatus.QUEUED, sa_type=Choice(OutgoingStatus))
    not_before: datetime
    stale_after: datetime | None = None
    is_unwanted: bool = False
    """Withdrawn while it was on the wire: it may arrive, but is not tried again."""
    attempts: int = 0
    """How often it may have been delivered; counted before the request leaves."""
    claimed_at: datetime | None = None
    last_error: str = ""
    sent_message_id: int | None = Field(default=None, sa_type=TelegramId)
    created_at: datetime
    settled_at: datetime | None = None
