"""How far a message to many has come, and what stands in the way. Knows numbers and words of ours.

What could not be delivered says why with its first word; `OBSTACLES` lists the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

LOOK = timedelta(seconds=3)
"""An organiser's receipt is looked at this often while messages leave."""
IDLE_LOOK = timedelta(seconds=30)
"""... and this often while nothing moves."""
EASY = 1_000
"""Messages that are counted in no time; of more, counting is made rarer in proportion."""


class Obstacle(StrEnum):
    """Why somebody did not get a message: the first word of its row's last error."""

    BLOCKED = "blocked"
    GONE = "gone"
    UNKNOWN = "unknown"
    """Never wrote to the bot, so it may not write either."""
    STALE = "stale"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many have it, how many wait, and how many will not get it, by reason."""

    sent: int = 0
    left: int = 0
    uncertain: int = 0
    blocked: int = 0
    gone: int = 0
    unknown: int = 0
    stale: int = 0
    refused: int = 0

    @property
    def lost(self) -> int:
        """How many did certainly not get it."""
        return self.blocked + self.gone + self.unknown + self.stale + self.refused

    @property
    def total(self) -> int:
        """How many it was written to."""
        return self.sent + self.left + self.uncertain + self.lost


def obstacle(error: str) -> Obstacle:
    """Read why a message was given up; what says nothing known was refused."""
    word = error.partition(":")[0]
    return Obstacle(word) if word in set(Obstacle) else Obstacle.REFUSED


def next_look(progress: Progress, *, has_moved: bool) -> timedelta:
    """How long a receipt may stand before it is looked at again."""
    return max(LOOK if has_moved else IDLE_LOOK, LOOK * (progress.total / EASY))
