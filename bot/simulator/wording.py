"""The words of a call: its text or caption with markup, and their limits."""

from __future__ import annotations

from collections.abc import Mapping

from bot.simulator.entities import Entity, utf16_length
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.markup import Marked, read_html, read_plain
from bot.simulator.refusals import bad
from bot.simulator.request import Ask

_LONGEST_TEXT = 4096
_LONGEST_CAPTION = 1024
_KINDS = frozenset(
    {
        "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
        "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
        "code", "pre", "text_link", "text_mention", "date_time",
    }
)  # fmt: skip


def text_of(ask: Ask) -> Marked:
    """Return the text of a message; raises Refused if it is empty, too long or unreadable."""
    raw = ask.text("text")
    if not raw:
        raise bad("message text is empty")
    marked = _read(ask, raw, "entities")
    if not marked.text:
        raise bad("text must be non-empty")
    if utf16_length(marked.text) > _LONGEST_TEXT:
        raise bad("message is too long")
    return marked


def caption_of(ask: Ask) -> Marked:
    """Return the caption of a file, perhaps empty; raises Refused as for a text."""
    marked = _read(ask, ask.text("caption"), "caption_entities")
    if utf16_length(marked.text) > _LONGEST_CAPTION:
        raise bad("message caption is too long")
    return marked


def _read(ask: Ask, raw: str, marks: str) -> Marked:
    mode = ask.text("parse_mode").lower()
    if mode == "html":
        return read_html(raw)
    if mode:
        raise bad("unsupported parse_mode")
    return read_plain(raw, tuple(map(_entity, ask.objects(marks))))


def _entity(raw: JsonObject) -> Entity:
    kind = raw.get("type")
    if kind not in _KINDS:
        raise bad("can't parse MessageEntity: Unsupported type specified")
    person = raw.get("user")
    return Entity(
        str(kind),
        _whole(raw.get("offset")),
        _whole(raw.get("length")),
        str(raw.get("url", "")),
        _whole(person.get("id")) if isinstance(person, Mapping) else 0,
        str(raw.get("language", "")),
        _whole(raw["unix_time"]) if "unix_time" in raw else None,
        str(raw.get("date_time_format", "")),
    )


def _whole(value: Json) -> int:
    if not isinstance(value, int):
        raise bad('can\'t parse MessageEntity: Field "offset" must be of type Number')
    return value
