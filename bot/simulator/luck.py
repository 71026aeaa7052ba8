"""What goes wrong by itself, as with the real one: answers are lost, refused, or slow to come.

Knows methods by name and chance; the same seed gives the same luck. What is to go wrong at a
certain moment is asked for in `faults`.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bot.simulator.faults import Fault
from bot.simulator.flood import COUNTED

_LOST = 0.05
_REFUSED = 0.02
_LONGEST_REFUSAL = 3
_USUALLY = 0.08
_SLOWEST = 1.0
"""Seconds that a call takes: usually so many, and never longer."""

Strike = Callable[[str, int | None], None]
"""Hears of the name of what goes wrong, and of the chat."""


class Luck:
    """Strikes calls that write: one in twenty is done and not answered, one in fifty refused.

    Questions are spared, since a bot that asks again has lost nothing.
    """

    def __init__(self, seed: int = 0) -> None:
        """Have this luck, and no other."""
        self._chance = Random(seed)  # noqa: S311  (repeatable, and nobody's secret)
        self.strikes: Strike = lambda *_: None

    def fault(self, method: str, chat: int | None) -> Fault | None:
        """Draw what goes wrong with this call; None when nothing does."""
        drawn = self._chance.random()
        if method.startswith(("get", "set")):
            return None
        if drawn < _LOST:
            return self._strike(Fault(method, "lost_reply", 0.0, 1, chat))
        if drawn < _LOST + _REFUSED and method in COUNTED:
            wait = self._chance.randint(1, _LONGEST_REFUSAL)
            return self._strike(Fault(method, "flood", wait, 1, chat))
        return None

    def delay(self) -> float:
        """Draw how many seconds a call takes."""
        return min(_SLOWEST, self._chance.expovariate(1 / _USUALLY))

    def _strike(self, fault: Fault) -> Fault:
        self.strikes(fault.name, fault.chat)
        return fault
