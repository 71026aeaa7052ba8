"""What can reach us from a chat, as plain facts. Knows no library."""

from __future__ import annotations

from collections.abc import Mapping
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


ELSEWHERE = Chat(0, is_private=False, title="")
"""A chat that Telegram does not name, because the card there was shared by a person."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message, new or edited; commands too. `via` is the @name of a bot that wrote it."""

    sender: Sender
    chat: Chat
    message_id: int
    text: str
    at: datetime
    is_edit: bool
    via: str = ""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A press on a button; of a card that a person shared only the `inline_id` is known."""

    sender: Sender
    chat: Chat | None
    message_id: int | None
    token: str
    inline_id: str = ""


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
    point: tuple[float, float] | None = None
    """Latitude and longitude, of a location or a venue."""


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


@dataclass(frozen=True, slots=True)
class Asked:
    """The bot's name and some words, written in any chat (Bot API, InlineQuery)."""

    sender: Sender
    words: str
    offset: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card was posted somewhere by a person; `inline_id` is empty when it cannot be edited."""

    sender: Sender
    card: str
    inline_id: str


Event = Typed | Tapped | Sent | Membership | Moved | Asked | Chosen


@dataclass(frozen=True, slots=True)
class Answer:
    """What the one who tapped sees at once (Bot API, answerCallbackQuery).

    `text` at most 200 characters; `url` may be a deep link to the bot itself.
    """

    text: str = ""
    is_alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """The cards that one who asked may post (Bot API, answerInlineQuery), at most 50.

    `lead` stands on a button above them that starts the private chat with `parameter`.
    """

    cards: tuple[Mapping[str, object], ...] = ()
    lead: str = ""
    parameter: str = ""
    next_offset: str = ""


Reply = Answer | Offers
