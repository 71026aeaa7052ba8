"""Telegram's limits on how fast a bot may write. Knows times and chats; never messages.

The numbers are Telegram's own (bots FAQ, "My bot is hitting limits"); real servers allow short
bursts, this one does not.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque

from bot.clock import Clock

COUNTED = frozenset(
    {
        "sendMessage",
        "sendDocument",
        "sendPhoto",
        "sendVenue",
        "editMessageText",
        "editMessageReplyMarkup",
    }
)
_ALL = "all"
_OVERALL = (30, 1.0)
_PRIVATE = (1, 1.0)
_GROUP = (20, 60.0)


class Flood:
    """Counts sends and edits together, per chat and in all."""

    def __init__(self, clock: Clock) -> None:
        """Start with nothing counted."""
        self._clock = clock
        self._past: dict[int | str, deque[float]] = defaultdict(deque)

    def wait(self, place: int | str) -> int:
        """Count a write to a chat and return 0, or return the whole seconds it must wait.

        A message sent by way of the bot has its own number and is counted as a group is.
        """
        now = self._clock.mono()
        limit = _PRIVATE if isinstance(place, int) and place > 0 else _GROUP
        left = max(self._left(place, limit, now), self._left(_ALL, _OVERALL, now))
        if left > 0:
            return math.ceil(left)
        self._past[place].append(now)
        self._past[_ALL].append(now)
        return 0

    def _left(self, bucket: int | str, limit: tuple[int, float], now: float) -> float:
        most, seconds = limit
        past = self._past[bucket]
        while past and past[0] <= now - seconds:
            past.popleft()
        return past[0] + seconds - now if len(past) >= most else 0.0
