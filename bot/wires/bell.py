"""Waking someone who sleeps by our clock. Knows nothing else."""

from __future__ import annotations

import asyncio
import math
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


class Alarm:
    """A bell that also rings at an hour, which may be moved while someone sleeps."""

    def __init__(self, clock: Clock) -> None:
        """Set no hour; `at` is this clock's monotonic seconds."""
        self._clock = clock
        self._stirred = asyncio.Event()
        self._is_rung = False
        self._armed_at = math.inf
        self.at = math.inf

    def ring(self) -> None:
        """Wake the sleeper, or the next one to lie down."""
        self._is_rung = True
        self._stirred.set()

    def hush(self) -> None:
        """Let the sleeper sleep on: what it was rung for is done."""
        self._is_rung = False

    def set(self, at: float) -> None:
        """Ring at this hour and not before, unless rung."""
        self.at = at
        if at < self._armed_at:
            self._stirred.set()

    async def rest(self) -> None:
        """Sleep until rung, or until the hour that is set by then."""
        while not self._is_rung and (left := self.at - self._clock.mono()) > 0:
            await self._sleep(left)
        self._is_rung = False

    async def _sleep(self, seconds: float) -> None:
        self._stirred.clear()
        self._armed_at = self.at
        sleeper = asyncio.ensure_future(self._clock.sleep(seconds))
        sleeper.add_done_callback(self._stir)
        try:
            await self._stirred.wait()
        finally:
            self._armed_at = math.inf
            sleeper.cancel()

    def _stir(self, sleeper: asyncio.Future[None]) -> None:
        if not sleeper.cancelled():
            self._stirred.set()


async def first(ours: Iterable[Awaitable[object]], others: Iterable[asyncio.Task[None]]) -> None:
    """Wait for whichever ends first; ours are called off, the others go on."""
    tasks = [asyncio.ensure_future(one) for one in ours]
    try:
        await asyncio.wait([*tasks, *others], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
