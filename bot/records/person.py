"""A person the bot knows: a member, an organiser, the owner, or someone entered by hand."""

from datetime import datetime, time
from enum import StrEnum

from sqlmodel import Field, SQLModel

from bot.records.columns import Choice, RowId, TelegramId


class Role(StrEnum):
    """What a person may do in the network."""

    MEMBER = "member"
    ORGANISER = "organiser"
    ADMIN = "admin"
    OWNER = "owner"


class Reminders(StrEnum):
    """How much a person wants to hear unasked."""

    ALL = "all"
    FEW = "few"
    """Only what changes, and the reminder on the day before."""


class Person(SQLModel, table=True):
    """One human; a NULL name or association is a question not yet answered."""

    # Keys and logs outlive a removed row, so its id must never be given to another.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    telegram_id: int | None = Field(default=None, sa_type=TelegramId, unique=True)
    """NULL for someone without Telegram, whom a colleague or an organiser speaks for."""
    name: str | None = None
    organisation_id: int | None = Field(
        default=None, foreign_key="organisation.id", index=True, sa_type=RowId
    )
    is_private: bool = False
    """Comes as a private person: the association was answered with none."""
    phone: str = ""
    email: str = ""
    """How to reach someone without Telegram; told by the one who entered her."""
    entered_by: int | None = Field(default=None, sa_type=RowId, index=True)
    """The person who speaks for one without Telegram."""
    shows_name: bool | None = None
    """Lets others who come to the same meeting see the name; NULL is not yet asked, and no."""
    reminders: Reminders = Field(default=Reminders.ALL, sa_type=Choice(Reminders))
    quiet_from: time | None = None
    quiet_to: time | None = None
    """Her own quiet hours, wall time, beside the network's."""
    role: Role = Field(default=Role.MEMBER, sa_type=Choice(Role))
    language: str | None = None
    expects: str | None = None
    """The token of the question this person was last asked, in the private chat."""
    asked_at: datetime | None = None
    """When it was asked."""
    wants: str | None = None
    """The token of what this person was about to do when we had to ask who they are."""
    typed: str | None = None
    """What this person wrote and was asked to confirm, such as a new association's name."""
    heard: int | None = Field(default=None, sa_type=TelegramId)
    """The last message that was taken as an answer, so that an edit of it is not another."""
    stopped_at: datetime | None = None
    was_asked_back: bool = False
    """Whether she has come back after stopping and was asked if she wants to hear from us again."""
    unreachable_since: datetime | None = None
    created_at: datetime
