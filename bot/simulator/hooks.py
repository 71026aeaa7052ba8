"""What the page may ask of whoever runs the bot. Knows functions and hours; never the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import MovableClock

Coming: TypeAlias = tuple[datetime, str]

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_PATIENCE = 0.4
_MOST_STOPS = 300
# The clock counts in floats: set to the very hour it may show a hair before it, and nothing is due.
_A_HAIR = timedelta(milliseconds=1)


async def _wait_a_little() -> None:
    await asyncio.sleep(_PATIENCE)


@dataclass
class Demo:
    """The hooks that a demonstration fills in; each has a default that does nothing.

    `clock_runs` says whether the clock goes by itself. `upcoming` tells what the bot will do (aware
    time, Swedish label), in any order. `settle` returns when the bot has done all it wants at the
    present hour. `start_links` holds, by person id, a link (or its bare parameter) that waits for
    that person. `ready_texts` offers texts for the writing field, by label. `hosts` are the names
    the page answers to.
    """

    clock: MovableClock
    clock_runs: bool = True
    upcoming: Callable[[], Sequence[Coming]] = tuple
    restart: Callable[[], Awaitable[None]] | None = None
    start_links: Mapping[int, str] = field(default_factory=dict)
    ready_texts: Callable[[], Mapping[str, str]] = dict
    settle: Callable[[], Awaitable[None]] = _wait_a_little
    hosts: frozenset[str] = _LOOPBACK
    on_close: set[Callable[[], None]] = field(default_factory=set, repr=False)
    on_move: set[Callable[[], None]] = field(default_factory=set, repr=False)

    def coming(self) -> list[Coming]:
        """Return what lies ahead of the clock, next first."""
        now = self.clock.now()
        return sorted(event for event in self.upcoming() if event[0] > now)

    def moved(self) -> None:
        """Tell all open pages that the clock was moved."""
        for tell in tuple(self.on_move):
            tell()

    def close(self) -> None:
        """End all open event streams, so that the server can stop at once."""
        for end in tuple(self.on_close):
            end()


async def travel(demo: Demo, until: datetime) -> None:
    """Move the clock to `until`, stopping at each thing that is to happen before it.

    After 300 stops it goes straight to the end: a bot that always has something to do next second
    must not hold the visitor for ever.
    """
    for _ in range(_MOST_STOPS):
        stops = [when for when, _ in demo.coming() if when < until]
        if not stops:
            break
        await _go(demo, stops[0])
    await _go(demo, until)


async def _go(demo: Demo, when: datetime) -> None:
    demo.clock.jump_to(when + _A_HAIR)
    demo.moved()
    await demo.settle()
