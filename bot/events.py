"""What can reach us from a chat, as plain facts. Knows no library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did it; `is_someone` is false for bots, channels and anonymous admins."""

    telegram_id: int
    name: str
    language: str | None
    is_someone: bool


@dataclass(frozen=True, slots=True)
class Chat:
    """Where it was done."""

    chat_id: int
    is_private: bool
    title: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message, new or edited; commands too."""

    sender: Sender
    chat: Chat
    message_id: int
    text: str
    at: datetime
    is_edit: bool


@dataclass(frozen=True, slots=True)
class Tapped:
    """A press on an inline button; `message_id` is None for a card shared inline."""

    sender: Sender
    chat: Chat | None
    message_id: int | None
    token: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Anything that is not text: a sticker, a voice message, a photo, a file."""

    sender: Sender
    chat: Chat
    message_id: int
    kind: str
    file_id: str
    file_name: str
    file_size: int


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was let in or put out; in a private chat: unblocked or blocked."""

    sender: Sender
    chat: Chat
    is_member: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup and has a new id."""

    old_chat_id: int
    new_chat_id: int


Event = Typed | Tapped | Sent | Membership | Moved


@dataclass(frozen=True, slots=True)
class Answer:
    """What the one who tapped sees at once (Bot API, answerCallbackQuery).

    `text` at most 200 characters; `url` may be a deep link to the bot itself.
    """

    text: str = ""
    is_alert: bool = False
    url: str = ""
