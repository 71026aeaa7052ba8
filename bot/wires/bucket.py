"""One allowance: so many at once, refilled at an even pace. Knows arithmetic only."""

from __future__ import annotations

NEARLY = 1e-6
"""A place that lacks no more than this is there: the rest is rounding."""


class Bucket:
    """Holds at most `size` places and gets `rate` new ones a second; `now` is monotonic."""

    def __init__(self, rate: float, size: float, now: float) -> None:
        """Start full."""
        self._rate, self._size = rate, size
        self._level, self._at = size, now

    def level(self, now: float) -> float:
        """How many places there are."""
        return min(self._size, self._level + (now - self._at) * self._rate)

    def wait(self, now: float, places: float = 1.0) -> float:
        """Seconds until there are so many places; 0 when there are."""
        missing = places - self.level(now)
        return missing / self._rate if missing > NEARLY else 0.0

    def take(self, now: float) -> None:
        """Use one place, borrowed if need be."""
        self._level, self._at = self.level(now) - 1.0, now

    def turn(self, now: float, rate: float) -> None:
        """Go on with another rate; what there is stays."""
        self._level, self._at, self._rate = self.level(now), now, rate

    def is_full(self, now: float) -> bool:
        """Whether nobody could tell it from a new one."""
        return self.level(now) >= self._size
