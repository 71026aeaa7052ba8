"""How a story ended: the rows that are left, and what stands in every chat. Compares two endings.

What may differ without anyone being worse off is left out here, and nowhere else: chance (secrets,
seals), seconds, how often something was tried, and Telegram's own numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import SQLModel

from bot.simulator.messages import Message
from bot.simulator.world import World
from bot.store.engine import Store

Row = Mapping[str, object]

_BY_CHANCE = {"secret", "secret_hash", "person_hash", "sealed", "text"}
_NOT_COMPARED = {
    "incoming": {"attempts", "last_error"},
    "outgoing": {"id", "attempts", "claimed_at", "last_error", "sent_message_id", "settled_at"},
    "card": {"shown"},
    "person": {"heard"},
}
_NOT_READ = {"hold"}
_SECONDS = timedelta(seconds=150)
_MINUTES = 3
_SECRET = re.compile(r"start[= ][\w-]+")
_STAMP = re.compile(r"\d{14}")
_CLOCK = re.compile(r"\b(\d\d)[.:](\d\d)(?:[.:]\d\d)?\b")
_MARK = re.compile(r"(?<=:)[0-9a-f]{8}(?=[:#]|$)")
"""What tells one message of a meeting from another, in a key."""
_ASKED_TO_LOOK = ":again"


@dataclass(frozen=True, slots=True)
class Look:
    """One look of a message: its words, its buttons and its file."""

    text: str
    buttons: tuple[tuple[str, str], ...]
    file: str


@dataclass(frozen=True, slots=True)
class Said:
    """One message, as it first stood and as it stands at the end; None when it was deleted."""

    by_bot: bool
    first: Look
    last: Look | None


@dataclass(frozen=True, slots=True)
class Ending:
    """All that is left of a story."""

    rows: Mapping[str, Sequence[Row]]
    chats: Mapping[int, Sequence[Said]]


def ending(store: Store, world: World) -> Ending:
    """Read how a story ended."""
    with store.reading() as session:
        rows = {
            table.name: [
                _kept(table.name, {str(name): value for name, value in row.items()})
                for row in session.execute(select(table)).mappings()
            ]
            for table in SQLModel.metadata.sorted_tables
            if table.name not in _NOT_READ
        }
    rows["outgoing"] = [row for row in rows["outgoing"] if not _is_past(row)]
    chats = {chat.id: _said(world, chat.id) for chat in world.chats.values()}
    return Ending({name: sorted(found, key=_order) for name, found in rows.items()}, chats)


def _kept(table: str, row: Row) -> Row:
    left_out = _NOT_COMPARED.get(table, set())
    kept = {name: value for name, value in row.items() if name not in left_out}
    for name, value in kept.items():
        # What is sealed is sealed differently each time.
        if name in _BY_CHANCE or isinstance(value, bytes):
            kept[name] = value is not None
    if table == "outgoing" and isinstance(content := kept["content"], Mapping):
        # A calendar file holds the second it was made.
        kept["content"] = {k: v for k, v in content.items() if k not in {"message_id", "document"}}
    if table == "card":
        kept["message_id"] = kept["message_id"] is not None
    return kept


def _is_past(row: Row) -> bool:
    """An edit is as good as the last, which the chat shows; what was withdrawn reached nobody."""
    return str(row["method"]).startswith("edit") or row["status"] == "withdrawn"


def _order(row: Row) -> str:
    """Sort by what is not an hour."""
    return repr(sorted((k, str(v)) for k, v in row.items() if not isinstance(v, datetime)))


def _said(world: World, chat_id: int) -> list[Said]:
    changes = [c for c in world.changes.all if c.chat_id == chat_id and c.message is not None]
    firsts = [c.message for c in changes if c.kind == "message" and c.message]
    now = world.chats[chat_id].messages
    return [
        Said(first.from_bot, _look(first), None if now[first.id].deleted else _look(now[first.id]))
        for first in firsts
        if not any((b.callback_data or "").endswith(_ASKED_TO_LOOK) for b in first.buttons)
    ]


def _look(message: Message) -> Look:
    buttons = tuple((one.text, one.callback_data or one.url or "") for one in message.buttons)
    return Look(message.text, buttons, message.document.name if message.document else "")


def same_rows(clean: Ending, other: Ending) -> list[str]:
    """Name the tables that differ, with the first row that does."""
    return [
        found
        for name, rows in clean.rows.items()
        if (found := _difference(name, rows, other.rows[name]))
    ]


def _difference(name: str, clean: Sequence[Row], other: Sequence[Row]) -> str:
    if len(clean) != len(other):
        return f"{name}: {len(other)} rows instead of {len(clean)}"
    for one, two in zip(clean, other, strict=True):
        for column, value in one.items():
            if not alike(value, two[column]):
                return f"{name}.{column}: {two[column]!r} instead of {value!r}"
    return ""


def alike(one: object, two: object) -> bool:
    """Whether two values mean the same to a person: hours may differ a little, secrets wholly."""
    if isinstance(one, datetime) and isinstance(two, datetime):
        return abs(one - two) <= _SECONDS
    if isinstance(one, str) and isinstance(two, str):
        return one == two or _alike_text(one, two)
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        return one.keys() == two.keys() and all(alike(one[key], two[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return len(one) == len(two) and all(map(alike, one, two))
    if isinstance(one, Look) and isinstance(two, Look):
        return all(map(alike, _parts(one), _parts(two)))
    return one == two


def _parts(look: Look) -> tuple[object, ...]:
    return look.text, look.buttons, look.file


def _alike_text(one: str, two: str) -> bool:
    bare = [_without_chance(text) for text in (one, two)]
    clocks = [[int(h) * 60 + int(m) for h, m in _CLOCK.findall(text)] for text in (one, two)]
    return bare[0] == bare[1] and all(abs(a - b) <= _MINUTES for a, b in zip(*clocks, strict=True))


def _without_chance(text: str) -> str:
    return _CLOCK.sub("0", _STAMP.sub("0", _MARK.sub("0", _SECRET.sub("s", text))))


@dataclass(slots=True)
class Chat:
    """What comparing two runs of one chat gave."""

    extra: int = 0
    fault: str = ""


def same_chat(clean: Sequence[Said], other: Sequence[Said]) -> Chat:
    """Find each message of the clean run in the other, in order; the rest are extra copies.

    A copy must first have looked as the message before it did. Of a message and its copies one
    must look, at the end, as it should.
    """
    found, copies = Chat(), list[list[Said]]()
    for said in other:
        if len(copies) < len(clean) and alike(clean[len(copies)].first, said.first):
            copies.append([said])
        elif copies and said.by_bot and alike(copies[-1][0].first, said.first):
            copies[-1].append(said)
            found.extra += 1
        else:
            found.fault = f"unexpected: {said.first.text!r}"
            return found
    if len(copies) < len(clean):
        found.fault = f"lost: {clean[len(copies)].first.text!r}"
        return found
    for wanted, shown in zip(clean, copies, strict=True):
        if not any(alike(wanted.last, one.last) for one in shown):
            found.fault = f"stands as {shown[-1].last!r} instead of {wanted.last!r}"
    return found
