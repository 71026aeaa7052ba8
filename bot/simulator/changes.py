"""Everything that became visible, in order, and who wants to hear of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.simulator.messages import Message


@dataclass(frozen=True, slots=True)
class Change:
    """One visible change; `message` is the message as it stood right then.

    `kind` is message, edited, deleted, pinned, tap, answered (any answer to a tap), toast (one that
    is shown; `alert` if it must be dismissed), offered (cards, to the question numbered in `text`),
    note (a link or copy button), chat, user, read or call.
    """

    seq: int
    kind: str
    at: datetime
    chat_id: int | None = None
    user_id: int | None = None
    message: Message | None = None
    text: str = ""
    alert: bool = False


Listener: TypeAlias = Callable[[Change], None]


class Changes:
    """The list of changes; listeners hear each one before the deed that made it returns."""

    def __init__(self) -> None:
        """Start with an empty list."""
        self.all: list[Change] = []
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for each change from now on; return a function that ends it."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def add(self, change: Change) -> None:
        """Note a change and tell all listeners."""
        self.all.append(change)
        for listener in tuple(self._listeners):
            listener(change)
