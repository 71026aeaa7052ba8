"""How long to leave Telegram alone when the line or the server is in trouble. Knows a clock."""

from __future__ import annotations

import random
from collections.abc import Callable

from bot.clock import Clock

_LONGEST = 60.0
_DOUBTS_BORNE = 2
"""Single lost answers are everyday; several in a row mean that the server is unwell."""


class Patience:
    """Waits twice as long after each trouble, with chance in it so that bots fall out of step."""

    def __init__(self, clock: Clock, chance: Callable[[], float] = random.random) -> None:
        """Begin without trouble; `chance` gives numbers from 0 to 1."""
        self._clock, self._chance = clock, chance
        self._steps, self._doubts = 0, 0
        self._until = clock.mono()

    def left(self) -> float:
        """Seconds to keep quiet; 0 when we may speak."""
        return max(0.0, self._until - self._clock.mono())

    def is_well(self) -> None:
        """Something got through: forget the troubles."""
        self._steps, self._doubts = 0, 0

    def is_doubtful(self) -> None:
        """An answer was lost; only several in a row are a trouble."""
        self._doubts += 1
        if self._doubts > _DOUBTS_BORNE:
            self.is_troubled()

    def is_troubled(self) -> None:
        """Nothing gets through; requests that failed together are one trouble."""
        if not self.left():
            wait = min(_LONGEST, 2.0**self._steps) * (0.5 + self._chance() / 2)
            self._steps += 1
            self._until = self._clock.mono() + wait
