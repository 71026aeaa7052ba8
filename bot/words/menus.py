"""Takes out of a message the buttons its reader may not use, by the table that also refuses."""

from __future__ import annotations

from dataclasses import replace

from bot.records.person import Person
from bot.rules import authority
from bot.rules.authority import Deed
from bot.token import parse
from bot.words.message import Button, Message


def has_guarded(message: Message) -> bool:
    """Whether any button leads to what takes more than running one meeting."""
    return any(_deed(button) for row in message.rows for button in row)


def fitted(message: Message, reader: Person | None) -> Message:
    """Leave out what the reader may not do, and rows that become empty by it."""
    kept = (tuple(one for one in row if _may(reader, _deed(one))) for row in message.rows)
    return replace(message, rows=tuple(row for row in kept if row))


def _deed(button: Button) -> Deed | None:
    # Asked of every button that is drawn, so what needs no reading is told apart first.
    if not button.token.startswith(authority.GUARDED):
        return None
    token = parse(button.token)
    return authority.beyond(token.what, token.ask) if token else None


def _may(reader: Person | None, deed: Deed | None) -> bool:
    return deed is None or authority.may(reader, deed)
