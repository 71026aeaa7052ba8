"""Waking someone who sleeps by our clock. Knows nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable

from bot.clock import Clock


class Bell:
    """Rings once for however many have pulled it since the last time someone woke."""

    def __init__(self, clock: Clock) -> None:
        """Sleep by this clock."""
        self._clock = clock
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake the sleeper, or the next one to lie down."""
        self._rung.set()

    async def rest(self, seconds: float | None) -> None:
        """Sleep until rung, or until so many seconds have passed."""
        sleeper = None
        if seconds is not None and not self._rung.is_set():
            sleeper = asyncio.ensure_future(self._clock.sleep(seconds))
            sleeper.add_done_callback(self._wake)
        try:
            await self._rung.wait()
        finally:
            if sleeper is not None:
                sleeper.cancel()
        self._rung.clear()

    def _wake(self, sleeper: asyncio.Future[None]) -> None:
        if not sleeper.cancelled():
            self._rung.set()


async def first(ours: Iterable[Awaitable[object]], others: Iterable[asyncio.Task[None]]) -> None:
    """Wait for whichever ends first; ours are called off, the others go on."""
    tasks = [asyncio.ensure_future(one) for one in ours]
    try:
        await asyncio.wait([*tasks, *others], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
