"""What was said, as text a person can read and a test can compare. Knows the world's changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.simulator.changes import Change
from bot.simulator.entities import Entity, utf16_length, utf16_slice
from bot.simulator.json_value import Json
from bot.simulator.messages import Document, Message

if TYPE_CHECKING:
    from bot.simulator.chats import Chat
    from bot.simulator.people import User
    from bot.simulator.stage import Stage

_HERE = ZoneInfo("Europe/Stockholm")
_DAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_MONTHS = (
    "jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
_INDENT = " " * 6
_WIDEST_KEYBOARD = 80
_KILO = 1000
_KINDS = {
    "sticker": "(klistermärke)",
    "voice": "(röstmeddelande)",
    "contact": "(kontakt)",
    "location": "(plats)",
    "dice": "(tärning)",
    "poll": "(omröstning)",
}


def transcript(stage: Stage, chat: Chat | User | None = None) -> str:
    """Return what was said in a chat, or in all of them.

    A line tells the chat and the Swedish hour whenever either is another than before.
    """
    only = None if chat is None else chat.id
    lines: list[str] = []
    heading = ""
    for change in stage.changes.all:
        if only not in {None, change.chat_id}:
            continue
        said = list(_lines(stage, change))
        if said and heading != (heading := _heading(stage, change)):
            lines.append(heading)
        lines.extend(said)
    return "\n".join(lines)


def swedish_hour(when: datetime) -> str:
    """Return an hour as in "tis 24 nov 18.00", Swedish time."""
    there = when.astimezone(_HERE)
    day = f"{_DAYS[there.weekday()]} {there.day} {_MONTHS[there.month - 1]}"
    return f"{day} {there.hour:02}.{there.minute:02}"


def size(count: int) -> str:
    """Return a number of bytes for people: "812 byte", "1,2 kB"."""
    if count < _KILO:
        return f"{count} byte"
    return f"{count / _KILO:.1f} kB".replace(".", ",")


def keyboard_lines(message: Message) -> list[str]:
    """Return the buttons as text, on one line if they fit."""
    rows = [" ".join(f"[{button.text}]" for button in row) for row in message.keyboard]
    together = "  ".join(rows)
    return rows if len(together) > _WIDEST_KEYBOARD else [together] if rows else []


def words(message: Message) -> str:
    """Return the text with folded quotes folded: their first line and their length."""
    pieces: list[str] = []
    place = 0
    for mark in message.entities:
        if mark.type == "expandable_blockquote":
            pieces += [
                utf16_slice(message.text, place, mark.offset - place),
                _folded(message, mark),
            ]
            place = mark.end
    rest = utf16_slice(message.text, place, utf16_length(message.text) - place)
    return "".join([*pieces, rest])


def _folded(message: Message, mark: Entity) -> str:
    lines = utf16_slice(message.text, mark.offset, mark.length).splitlines()
    count = "1 rad" if len(lines) == 1 else f"{len(lines)} rader"
    return f"▸ {lines[0]} (hopfälld, {count})"


def _heading(stage: Stage, change: Change) -> str:
    chat = stage.chats.get(change.chat_id or 0)
    where = chat.title if chat else "Telegram"
    if chat is not None and chat.is_private:
        where = f"{chat.person(chat.id).name} (privat)"
    return f"── {where} · {swedish_hour(change.at)} ──"


def _lines(stage: Stage, change: Change) -> Iterable[str]:
    tell = _TELL.get(change.kind)
    return tell(stage, change) if tell else ()


def _said(stage: Stage, change: Change) -> Iterator[str]:
    if change.message is None:
        return
    if change.message.kind == "service":
        yield from _service(change.message)
        return
    yield from _under(f"[{change.message.id}] {_who(stage, change.message)}", change.message)


def _who(stage: Stage, message: Message) -> str:
    if message.sender is not stage.bot:
        via = " genom boten" if message.via_bot else ""
        return f"{message.sender.first_name}{via}: "
    return "bot 🔕  " if message.silent else "bot 🔔  "


def _edited(_: Stage, change: Change) -> Iterator[str]:
    if change.message is not None:
        yield from _under(f"[{change.message.id}] ändrad: ", change.message)


def _under(start: str, message: Message) -> Iterator[str]:
    first, *more = [*_content(message)] or [""]
    yield start + first
    for line in (*more, *keyboard_lines(message)):
        yield (_INDENT + line).rstrip()


def _content(message: Message) -> Iterator[str]:
    if message.kind in _KINDS:
        yield _KINDS[message.kind]
    elif message.kind == "venue":
        yield _venue(message.content)
    elif message.document is not None:
        yield _file(message.document)
    yield from words(message).splitlines()


def _file(document: Document) -> str:
    return f"📎 {document.name} ({size(document.size)})"


def _venue(content: Mapping[str, Json]) -> str:
    venue = content.get("venue")
    if not isinstance(venue, Mapping):
        return "📍"
    return f"📍 {venue.get('title')}, {venue.get('address')}"


def _service(message: Message) -> Iterator[str]:
    content = message.content
    who = message.sender.first_name
    pinned = content.get("pinned_message")
    if isinstance(pinned, Mapping):
        yield f"— {who} fäste [{pinned.get('message_id')}]"
    if "new_chat_members" in content:
        yield f"— {who} tog med boten"
    if "left_chat_member" in content:
        yield "— boten är inte kvar"
    if "migrate_to_chat_id" in content:
        yield "— gruppen blev en supergrupp"


def _deleted(_: Stage, change: Change) -> Iterator[str]:
    if change.message is not None:
        yield f"[{change.message.id}] borttaget"


def _tap(stage: Stage, change: Change) -> Iterator[str]:
    yield f"{_person(stage, change)} trycker [{change.text}]"


def _toast(_: Stage, change: Change) -> Iterator[str]:
    yield f"{_INDENT}⤷ {'ruta' if change.alert else 'svar'}: {change.text}"


def _note(stage: Stage, change: Change) -> Iterator[str]:
    yield f"{_person(stage, change)} {change.text}"


def _standing(stage: Stage, change: Change) -> Iterator[str]:
    chat = stage.chats.get(change.chat_id or 0)
    if chat is not None and chat.is_private and change.text:
        deed = "blockerar" if change.text == "kicked" else "avblockerar"
        yield f"{_person(stage, change)} {deed} boten"


def _person(stage: Stage, change: Change) -> str:
    user = stage.users.get(change.user_id or 0)
    return user.first_name if user else "Någon"


_TELL: Mapping[str, Callable[[Stage, Change], Iterable[str]]] = {
    "message": _said,
    "edited": _edited,
    "deleted": _deleted,
    "tap": _tap,
    "toast": _toast,
    "note": _note,
    "chat": _standing,
}
