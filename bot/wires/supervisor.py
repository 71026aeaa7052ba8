"""Ends the process when any part of it ends, and tells how each part fares. Knows no part.

A bot that has lost its poller and goes on looking alive is worse than one that is restarted.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock

_log = logging.getLogger("samklang.supervisor")

_GRACE = 2.0
"""Real seconds for cancelled parts to end."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A part that ended although nobody asked it to; `error` is None when it just returned."""

    name: str
    error: BaseException | None


async def watch(
    parts: Mapping[str, Coroutine[object, object, None]], stop: asyncio.Event
) -> Ended | None:
    """Run the parts until `stop` is set, or one of them ends; then call off the others.

    Gives the part that ended by itself, None after `stop`.
    """
    tasks = {asyncio.create_task(part, name=name) for name, part in parts.items()}
    stopping = asyncio.create_task(stop.wait(), name="stop")
    try:
        done, _ = await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _call_off({*tasks, stopping})
    ended = [_how(task) for task in done if task is not stopping]
    for one in ended:
        _log.error("%s ended: %s", one.name, type(one.error).__name__)
    return ended[0] if ended else None


def _how(task: asyncio.Task[object]) -> Ended:
    error = asyncio.CancelledError() if task.cancelled() else task.exception()
    return Ended(task.get_name(), error)


async def _call_off(tasks: set[asyncio.Task[object]]) -> None:
    for task in tasks:
        task.cancel()
    # One that will not let go must not hold up the end: what is stored is stored.
    await asyncio.wait(tasks, timeout=_GRACE)


class Heartbeat:
    """How long ago each part last did its work; the parts tell when that was."""

    def __init__(self, clock: Clock, pulses: Mapping[str, Callable[[], float]]) -> None:
        """Ask `pulses` for the monotonic time of each part's last sign of life."""
        self._clock, self._pulses = clock, pulses

    def now(self) -> datetime:
        """Say the hour by the clock of the heartbeat."""
        return self._clock.now()

    def ages(self) -> dict[str, float]:
        """Give the seconds since each part's last sign of life."""
        now = self._clock.mono()
        return {name: now - pulse() for name, pulse in self._pulses.items()}

    def is_well(self, longest: float) -> bool:
        """Whether every part has shown a sign of life within so many seconds."""
        return all(age <= longest for age in self.ages().values())
