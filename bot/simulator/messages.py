"""Messages, their buttons and their files. Knows how the Bot API shows them; never who may send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from bot.simulator.entities import Entity
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.people import User

if TYPE_CHECKING:
    from bot.simulator.chats import Chat


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message; `raw` is the button exactly as the bot sent it."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: str | None = None
    style: str | None = None
    raw: JsonObject = field(default_factory=dict, compare=False, hash=False)

    @property
    def share(self) -> str:
        """What stands in the writing field of the chat one chooses; empty on other buttons."""
        chosen = self.raw.get("switch_inline_query_chosen_chat")
        words = chosen.get("query") if isinstance(chosen, Mapping) else None
        return f"{words}" if words is not None else ""


Keyboard: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file someone sent; `file_id` is its name towards the bot."""

    file_id: str
    name: str
    mime: str
    content: bytes = field(repr=False)

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.content)

    def as_json(self) -> dict[str, Json]:
        """Return the Bot API object `Document`."""
        return {
            "file_id": self.file_id,
            "file_unique_id": "u" + self.file_id,
            "file_name": self.name,
            "mime_type": self.mime,
            "file_size": self.size,
        }


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """One message as it stands now; a change makes a new value with the same id.

    `kind` is text, document, photo, venue, sticker, voice, video, contact, location, dice, poll or
    service; `text` is the text or the caption. `content` holds the kind's remaining fields.
    `inline_id` is all that the bot knows of a message that a person sent by way of it.
    """

    id: int
    chat: Chat
    sender: User
    date: datetime
    kind: str = "text"
    text: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard = ()
    silent: bool = False
    document: Document | None = None
    reply_to: Message | None = None
    edited_at: datetime | None = None
    deleted: bool = False
    via_bot: User | None = None
    inline_id: str = ""
    content: Mapping[str, Json] = field(default_factory=dict)

    @property
    def from_bot(self) -> bool:
        """Whether the bot sent it."""
        return self.sender.is_bot

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons under the message, in reading order."""
        return tuple(button for row in self.keyboard for button in row)

    def as_json(self) -> JsonObject:
        """Return the Bot API object `Message`."""
        answer: dict[str, Json] = {
            "message_id": self.id,
            "date": int(self.date.timestamp()),
            "chat": self.chat.as_json(),
            **self._author(),
            **self.content,
            **self._words(),
        }
        if self.edited_at is not None:
            answer["edit_date"] = int(self.edited_at.timestamp())
        if self.reply_to is not None:
            answer["reply_to_message"] = self.reply_to.without_reply()
        if self.keyboard:
            answer["reply_markup"] = {
                "inline_keyboard": [[button.raw for button in row] for row in self.keyboard]
            }
        return answer

    def _author(self) -> dict[str, Json]:
        """Say who wrote it; in a channel it is the channel itself."""
        if self.chat.kind == "channel":
            return {"sender_chat": self.chat.as_json()}
        via: dict[str, Json] = {"via_bot": self.via_bot.as_json()} if self.via_bot else {}
        return {"from": self.sender.as_json(), **via}

    def without_reply(self) -> JsonObject:
        """Return the Bot API object without the message it answers: replies do not nest."""
        return {key: value for key, value in self.as_json().items() if key != "reply_to_message"}

    def _words(self) -> dict[str, Json]:
        if not self.text or self.kind == "service":
            return {}
        name, marks = (
            ("text", "entities") if self.kind == "text" else ("caption", "caption_entities")
        )
        answer: dict[str, Json] = {name: self.text}
        known = [e for e in self.entities if not e.user_id or e.user_id in self.chat.people]
        if known:
            answer[marks] = [self._mark(entity) for entity in known]
        return answer

    def _mark(self, entity: Entity) -> JsonObject:
        if not entity.user_id:
            return entity.as_json()
        person = self.chat.person(entity.user_id)
        return {**entity.as_json(), "user": person.as_json()}
