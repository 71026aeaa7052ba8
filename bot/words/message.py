"""A message ready to leave: text, buttons, perhaps a file. Knows the shape of the Bot API only."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "success", "danger", "primary"]


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it carries a token, or leads to an address."""

    label: str
    token: str = ""
    url: str = ""
    style: Style = ""

    def as_content(self) -> dict[str, object]:
        """Give the button as the Bot API's InlineKeyboardButton."""
        target = {"url": self.url} if self.url else {"callback_data": self.token}
        return {"text": self.label, **target, **({"style": self.style} if self.style else {})}


@dataclass(frozen=True, slots=True)
class File:
    """A document to send; `kind` is its media type."""

    name: str
    kind: str
    content: bytes

    def as_content(self) -> dict[str, object]:
        """Give the file in a form that a row can hold."""
        body = base64.b64encode(self.content).decode("ascii")
        return {"name": self.name, "kind": self.kind, "base64": body}


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """HTML text of at most 4,096 UTF-16 units once parsed (1,024 with a file), and its buttons."""

    text: str
    rows: Rows = ()
    file: File | None = None
    is_silent: bool = False

    @property
    def method(self) -> str:
        """The Bot API method that sends it."""
        return "sendDocument" if self.file else "sendMessage"

    def as_content(self) -> dict[str, object]:
        """Give the parameters of `method`, except the chat."""
        markup: dict[str, object] = {
            "inline_keyboard": [[button.as_content() for button in row] for row in self.rows]
        }
        content: dict[str, object] = {"parse_mode": "HTML"}
        if self.file:
            content |= {"caption": self.text, "document": self.file.as_content()}
        else:
            content |= {"text": self.text, "link_preview_options": {"is_disabled": True}}
        if self.rows:
            content["reply_markup"] = markup
        if self.is_silent:
            content["disable_notification"] = True
        return content


def rows(*given: tuple[Button, ...] | Button | None) -> Rows:
    """Lay buttons out in rows; what is None is left out."""
    return tuple(
        (row,) if isinstance(row, Button) else row for row in given if row is not None and row != ()
    )
