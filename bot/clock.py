"""What time it is. The only place that asks the machine; everyone else is handed a clock."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells the hour and lets a task wait; `now` is aware UTC, the rest is seconds."""

    def now(self) -> datetime:
        """Say the hour, as aware UTC."""
        ...

    def mono(self) -> float:
        """Count seconds from an arbitrary start; never runs backwards."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait this many seconds of this clock; zero or less only lets others run."""
        ...

    async def passes(self, seconds: float) -> None:
        """Let something take this many seconds; a clock that stands still is moved by them."""
        ...


@cache
def boot() -> str:
    """Name the machine's present boot, within which `mono` can be compared; empty if unknown."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Say the hour, as aware UTC."""
        return datetime.now(UTC)

    def mono(self) -> float:
        """Count seconds from an arbitrary start; never runs backwards."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait this many real seconds."""
        await asyncio.sleep(max(0.0, seconds))

    async def passes(self, seconds: float) -> None:
        """Wait this many real seconds."""
        await self.sleep(seconds)


class MovableClock:
    """A clock that a person or a test can move forward; sleepers wake when their hour is passed.

    With `runs` it also goes by itself, in step with the machine; without, it stands still.
    """

    def __init__(self, start: datetime, *, runs: bool) -> None:
        """Set the clock; `start` must be aware."""
        if start.tzinfo is None:
            raise ValueError("a clock starts at an aware time")
        self._start = start.astimezone(UTC)
        self._born = time.monotonic()
        self._moved = 0.0
        self._runs = runs
        self._sleepers: set[asyncio.Event] = set()

    def now(self) -> datetime:
        """Say the hour, as aware UTC."""
        return self._start + timedelta(seconds=self.mono())

    def mono(self) -> float:
        """Count seconds since the clock was set."""
        return self._moved + (time.monotonic() - self._born if self._runs else 0.0)

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock has gone this far, by itself or because someone moved it."""
        until = self.mono() + seconds
        while (left := until - self.mono()) > 0:
            moved = asyncio.Event()
            self._sleepers.add(moved)
            try:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(moved.wait(), left if self._runs else None)
            finally:
                self._sleepers.discard(moved)
        await asyncio.sleep(0)

    async def passes(self, seconds: float) -> None:
        """Let something take this many seconds; a clock that stands still is moved by them."""
        if self._runs:
            await self.sleep(seconds)
        else:
            self.advance(seconds)
            await asyncio.sleep(0)

    def advance(self, seconds: float) -> None:
        """Move the clock forward; raises ValueError for a negative number."""
        if seconds < 0:
            raise ValueError("this clock only goes forward")
        self._moved += seconds
        for sleeper in tuple(self._sleepers):
            sleeper.set()

    def jump_to(self, when: datetime) -> None:
        """Move the clock forward to an hour; an hour already passed changes nothing."""
        self.advance(max(0.0, (when - self.now()).total_seconds()))

    def sets_wall(self, by: timedelta) -> None:
        """Set the hour forward or back, as a time server may; seconds are counted on as before."""
        self._start += by
