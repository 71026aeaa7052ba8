"""Work that goes on beside everything else: done when rung for, and looked for now and then."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod

from bot.clock import Clock
from bot.store.engine import StoreTroubleError
from bot.wires.bell import Bell

_log = logging.getLogger("samklang.desk")
_REST = 30.0


class Desk(ABC):
    """Somebody sits here and does one kind of work."""

    def __init__(self, clock: Clock) -> None:
        """Rest by this clock."""
        self._bell = Bell(clock)

    @abstractmethod
    async def work(self) -> int:
        """Do all that waits, and give how much it was; stop at what must wait a while."""

    def wake(self) -> None:
        """Look now: something has come."""
        self._bell.ring()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            try:
                await self.work()
            except StoreTroubleError as trouble:
                _log.warning("files wait, the database is in trouble: %s", trouble)
            await self._bell.rest(_REST)
