"""The queue of updates that wait for the bot, with the Bot API's rules for ids and offsets."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice

from bot.clock import Clock
from bot.simulator.json_value import Json, JsonObject

# Without a list the server leaves these out (Bot API, getUpdates, allowed_updates).
_ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_KEPT_SECONDS = 24 * 3600
_FIRST_ID = 1001


class Updates:
    """Undelivered updates; ids only grow, also when the queue is emptied."""

    def __init__(self, clock: Clock) -> None:
        """Start empty, with every ordinary kind of update allowed."""
        self._clock = clock
        self._waiting: deque[tuple[int, float, JsonObject]] = deque()
        self._next = _FIRST_ID
        self._arrived = asyncio.Event()
        self.allowed: frozenset[str] = frozenset()
        self.inspect: Callable[[JsonObject], None] = lambda _: None

    def allow(self, kinds: Sequence[str]) -> None:
        """Remember which kinds the bot wants; an empty list means the ordinary ones."""
        self.allowed = frozenset(kinds)

    def add(self, kind: str, body: Json) -> None:
        """Queue an update, unless the bot has not asked for its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in _ONLY_ON_REQUEST
        if not wanted:
            return
        update: JsonObject = {"update_id": self._next, kind: body}
        self.inspect(update)
        self._waiting.append((self._next, self._clock.mono(), update))
        self._next += 1
        self._arrived.set()

    def confirm(self, offset: int) -> None:
        """Forget updates below `offset`; a negative one keeps only that many of the latest."""
        self._forget_old()
        floor = offset
        if offset < 0:
            kept = list(self._waiting)[offset:]
            floor = kept[0][0] if kept else 0
        while self._waiting and self._waiting[0][0] < floor:
            self._waiting.popleft()

    def pending(self, limit: int = 100) -> list[JsonObject]:
        """Return the oldest waiting updates, at most `limit`."""
        self._forget_old()
        return [update for _, _, update in islice(self._waiting, limit)]

    def clear(self) -> None:
        """Drop everything that waits."""
        self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)

    async def arrival(self) -> None:
        """Wait until something is queued or `wake` is called."""
        self._arrived.clear()
        await self._arrived.wait()

    def wake(self) -> None:
        """Let whoever waits look again."""
        self._arrived.set()

    def _forget_old(self) -> None:
        oldest = self._clock.mono() - _KEPT_SECONDS
        while self._waiting and self._waiting[0][1] < oldest:
            self._waiting.popleft()
