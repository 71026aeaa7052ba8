"""How much of the allowed pace is kept after refusals. Knows arithmetic only.

Nobody outside Telegram knows its limits. So a refusal makes us slower by a fifth, a quiet minute
begins to bring the pace back, and what we were allowed is reached again in minutes.
"""

from __future__ import annotations

from dataclasses import dataclass

LESS = 0.8
LEAST = 0.2
"""Slower would help nobody: the pauses Telegram asks for do the rest."""
CALM = 60.0
"""Seconds without a refusal before the pace rises."""
RISE = 0.05 / 60
"""How much of the full pace comes back in a second."""
TOGETHER = 0.9
"""Seconds; refusals of what was on the wire at once are one refusal."""


@dataclass(frozen=True, slots=True)
class Gait:
    """The share of the full pace that held at the last refusal, and when that was (monotonic)."""

    share: float = 1.0
    refused_at: float = float("-inf")

    def at(self, now: float) -> float:
        """Give the share of the full pace that holds now, from `LEAST` to 1."""
        calm = now - self.refused_at - CALM
        return min(1.0, self.share + calm * RISE) if calm > 0 else self.share

    def refused(self, now: float) -> Gait:
        """Give the gait after a refusal."""
        if now - self.refused_at <= TOGETHER:
            return self
        return Gait(max(LEAST, self.at(now) * LESS), now)
