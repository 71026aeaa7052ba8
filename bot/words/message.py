"""A message ready to leave: text, buttons, perhaps a file. Knows the shape of the Bot API only."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.exports import making
from bot.exports.making import Unmade

Style = Literal["", "success", "danger", "primary"]
PDF, PNG, ZIP, CSV = "application/pdf", "image/png", "application/zip", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media types of the files we send (IANA); a calendar's is with the calendar."""
_CHATS = ("allow_user_chats", "allow_group_chats", "allow_channel_chats")


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it carries a token, leads to an address, shares or copies.

    `share` are the words that are put after the bot's name in a chat she chooses; `copies` is a
    text of at most 256 characters that is put on the clipboard (Bot API, CopyTextButton).
    """

    label: str
    token: str = ""
    url: str = ""
    style: Style = ""
    share: str | None = None
    copies: str = ""

    def as_content(self) -> dict[str, object]:
        """Give the button as the Bot API's InlineKeyboardButton."""
        style = {"style": self.style} if self.style else {}
        return {"text": self.label, **self._target(), **style}

    def _target(self) -> dict[str, object]:
        if self.share is not None:
            anywhere = dict.fromkeys(_CHATS, True)
            return {"switch_inline_query_chosen_chat": {"query": self.share, **anywhere}}
        if self.copies:
            return {"copy_text": {"text": self.copies}}
        return {"url": self.url} if self.url else {"callback_data": self.token}


@dataclass(frozen=True, slots=True)
class File:
    """A document to send, or a picture; `kind` is its media type.

    Its content may be facts that become a file when it leaves (`bot.exports.making`).
    """

    name: str
    kind: str
    content: bytes | Unmade

    @property
    def is_picture(self) -> bool:
        """Whether it is shown in the chat instead of offered as a file."""
        return self.kind.startswith("image/")

    def as_content(self) -> dict[str, object]:
        """Give the file in a form that a row can hold."""
        said = {"name": self.name, "kind": self.kind}
        if isinstance(self.content, bytes):
            return {**said, "base64": base64.b64encode(self.content).decode("ascii")}
        return {**said, "make": making.written(self.content)}


@dataclass(frozen=True, slots=True)
class Venue:
    """A place on the map: degrees, a name and an address, neither of them empty."""

    latitude: float
    longitude: float
    title: str
    address: str

    def as_content(self) -> dict[str, object]:
        """Give the place as the parameters of the Bot API's sendVenue."""
        where: dict[str, object] = {"latitude": self.latitude, "longitude": self.longitude}
        return where | {"title": self.title, "address": self.address}


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """HTML text of at most 4,096 UTF-16 units once parsed (1,024 with a file), and its buttons.

    With a `venue` it is a place on the map and has no text. `document` is Telegram's handle for a
    file that it has already, which is sent again.
    """

    text: str
    rows: Rows = ()
    file: File | None = None
    is_silent: bool = False
    venue: Venue | None = None
    document: str = ""

    @property
    def method(self) -> str:
        """The Bot API method that sends it."""
        if self.venue:
            return "sendVenue"
        if self.document:
            return "sendDocument"
        if self.file:
            return "sendPhoto" if self.file.is_picture else "sendDocument"
        return "sendMessage"

    def as_content(self) -> dict[str, object]:
        """Give the parameters of `method`, except the chat."""
        markup: dict[str, object] = {
            "inline_keyboard": [[button.as_content() for button in row] for row in self.rows]
        }
        content = self._body()
        if self.rows:
            content["reply_markup"] = markup
        if self.is_silent:
            content["disable_notification"] = True
        return content

    def _body(self) -> dict[str, object]:
        if self.venue:
            return self.venue.as_content()
        if self.document:
            said: dict[str, object] = {"caption": self.text, "document": self.document}
        elif self.file:
            name = "photo" if self.file.is_picture else "document"
            said = {"caption": self.text, name: self.file.as_content()}
        else:
            said = {"text": self.text, "link_preview_options": {"is_disabled": True}}
        return {"parse_mode": "HTML", **said}


def fingerprint(content: Mapping[str, object]) -> str:
    """Sum up what a message shows, to tell whether another would look the same."""
    written = json.dumps(content, sort_keys=True).encode()
    return hashlib.sha256(written).hexdigest()[:16]


def columns(buttons: Sequence[Button], wide: int) -> Rows:
    """Lay many buttons out, `wide` of them in a row."""
    return tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))


def rows(*given: tuple[Button, ...] | Button | None) -> Rows:
    """Lay buttons out in rows; what is None is left out."""
    return tuple(
        (row,) if isinstance(row, Button) else row for row in given if row is not None and row != ()
    )
