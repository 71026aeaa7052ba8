"""Asks "what is due?" often enough. Knows two timers, and nothing of what may be due.

Our own timer goes by the monotonic clock, so it does not stop when the wall clock is set back;
APScheduler's goes besides it. Neither carries any meaning: the answer is always in the rows.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.store.engine import StoreTroubleError
from bot.wires.bell import Bell

_log = logging.getLogger("samklang.clockwork")

_REST = 30.0
"""Seconds; the longest anything may be late for want of a look."""
_LEAST = 0.2
"""Seconds; a look that changes nothing must not be followed by another at once."""
_POKE = 20


class Clockwork:
    """Calls `tick` at once, when woken, and at least every 30 seconds."""

    def __init__(
        self,
        clock: Clock,
        tick: Callable[[], Awaitable[None] | None],
        next_hour: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        """Go by `clock`; `tick` may be plain or awaitable. `next_hour` says when it is worth while.

        It only makes us punctual: we look every 30 seconds whatever it says.
        """
        self._clock, self._tick, self._next_hour = clock, tick, next_hour
        self._bell = Bell(clock)
        self.pulse = clock.mono()

    def wake(self) -> None:
        """Look now: something has been written that may be due."""
        self._bell.ring()

    async def run(self) -> None:
        """Look until cancelled; what `tick` raises ends it, except a database in trouble."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            self.wake,
            "interval",
            seconds=_POKE,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        scheduler.start()
        try:
            while True:
                await self._look()
                await self._bell.rest(self._pause())
        finally:
            scheduler.shutdown(wait=False)

    def _pause(self) -> float:
        try:
            hour = self._next_hour()
        except StoreTroubleError:
            hour = None
        if hour is None:
            return _REST
        return min(_REST, max(_LEAST, (hour - self._clock.now()).total_seconds()))

    async def _look(self) -> None:
        try:
            waiting = self._tick()
            if waiting is not None:
                await waiting
        except StoreTroubleError as trouble:
            _log.warning("what is due cannot be written: %s", trouble)
        else:
            self.pulse = self._clock.mono()
