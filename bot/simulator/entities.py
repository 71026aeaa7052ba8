"""Marked stretches of a text, counted in UTF-16 units as Telegram counts.

Knows what Telegram finds by itself (commands, links, mentions); never HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.simulator.json_value import Json, JsonObject

# What tdlib finds unasked, simplified to the shapes that a network of associations writes.
_FOUND = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)]")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}\b")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    ),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)


def utf16_length(text: str) -> int:
    """Count the UTF-16 code units of a text, the unit of all offsets in the Bot API."""
    return len(text) + sum(ch > "\uffff" for ch in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Return the stretch of `text` that an entity marks."""
    units = text.encode("utf-16-le")[offset * 2 : (offset + length) * 2]
    return units.decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class Entity:
    """One marked stretch; offset and length in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str = ""
    user_id: int = 0
    language: str = ""
    unix_time: int | None = None
    format: str = ""

    @property
    def end(self) -> int:
        """The offset just after the stretch."""
        return self.offset + self.length

    def moved(self, offset: int, length: int) -> Entity:
        """Return the same mark over another stretch."""
        return replace(self, offset=offset, length=length)

    def as_json(self) -> JsonObject:
        """Return the Bot API object `MessageEntity`, without the person of a text mention."""
        answer: dict[str, Json] = {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
        }
        if self.url:
            answer["url"] = self.url
        if self.language and self.type == "pre":
            answer["language"] = self.language
        if self.unix_time is not None:
            answer["unix_time"] = self.unix_time
            answer["date_time_format"] = self.format
        return answer


def found_in(text: str) -> tuple[Entity, ...]:
    """Return what Telegram marks by itself in a plain text, in order and without overlaps."""
    taken: list[Entity] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            mark = Entity(kind, utf16_length(text[: match.start()]), utf16_length(match[0]))
            if not any(mark.offset < old.end and old.offset < mark.end for old in taken):
                taken.append(mark)
    return tuple(sorted(taken, key=lambda mark: mark.offset))
