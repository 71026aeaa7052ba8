"""Which process sends and keeps time, when several share one PostgreSQL. Knows no rows.

Whoever holds the server's advisory lock holds the baton. The server takes the lock back when its
connection ends, however the process ended, so another has it within seconds. The same connection
hears when a process without the baton has written something that is due. On SQLite there is one
process, and it always has the baton.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlmodel import Session

from bot.clock import Clock
from bot.store import postgres
from bot.store.engine import Store

if TYPE_CHECKING:
    from psycopg import AsyncConnection

_log = logging.getLogger("samklang.baton")

LOCK = 0x53_41_4D_4B_4C_02
"""The number of the advisory lock; any number that nobody else uses."""
_CHANNEL = "samklang"
NAME = f"samklang {os.getpid()}"
"""What the server's list of connections calls the one that strives for the baton."""
_AGAIN = 1.0
"""Seconds between two tries to get the baton."""
_BEAT = 2.0
"""Seconds between two looks whether we still have it."""
_PATIENCE = 5.0

Work = Callable[[], Coroutine[object, object, None]]


class Baton:
    """Held by at most one process; work that is `carry`-ed runs only while it is ours."""

    def __init__(self, store: Store, clock: Clock, rung: Callable[[], None]) -> None:
        """Wire up; `rung` is called when another process has written something."""
        self._store, self._clock, self._rung = store, clock, rung
        self._held, self._lost = asyncio.Event(), asyncio.Event()
        self.pulse = clock.mono()

    @property
    def is_held(self) -> bool:
        """Whether this process sends and keeps time."""
        return self._store.is_sqlite or self._held.is_set()

    def ring(self, session: Session) -> None:
        """Let whoever has the baton hear of this transaction, once it is stored."""
        if not self.is_held:
            session.execute(text("SELECT pg_notify(:channel, '')"), {"channel": _CHANNEL})

    async def carry(self, work: Work) -> None:
        """Do the work whenever the baton is ours, from its beginning; ends as the work ends."""
        if self._store.is_sqlite:
            await work()
            return
        while True:
            await self._held.wait()
            if await _done_before(work, self._lost.wait()):
                return

    async def run(self) -> None:
        """Strive for the baton, and keep it, until cancelled."""
        import psycopg  # noqa: PLC0415  (an extra: without it there is only SQLite)

        while True:
            try:
                await self._strive()
            except (psycopg.Error, OSError, TimeoutError) as error:
                _log.warning("no line to the database: %s", type(error).__name__)
            finally:
                self._held.clear()
                self._lost.set()
            await self._clock.sleep(_AGAIN)

    async def _strive(self) -> None:
        async with await self._line() as line:
            while not await _takes(line):
                self.pulse = self._clock.mono()
                await self._clock.sleep(_AGAIN)
            _log.info("this process sends and keeps time")
            await line.execute(f"LISTEN {_CHANNEL}")
            self._lost.clear()
            self._held.set()
            while True:
                async for _ in line.notifies(timeout=_BEAT, stop_after=1):
                    self._rung()
                await asyncio.wait_for(line.execute("SELECT 1"), _PATIENCE)
                self.pulse = self._clock.mono()

    async def _line(self) -> AsyncConnection:
        from psycopg import AsyncConnection  # noqa: PLC0415  (an extra)

        address = self._store.url.set(drivername="postgresql")
        settings = {**postgres.line(), "autocommit": True, "application_name": NAME}
        where = address.render_as_string(hide_password=False)
        return await AsyncConnection.connect(where, **settings)  # type: ignore[arg-type]  # by name


def is_taken(store: Store) -> bool:
    """Whether any process runs on this PostgreSQL; on SQLite ask for the file's lock instead."""
    asked = text(
        "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
        " WHERE locktype = 'advisory' AND datname = current_database()"
        " AND (classid::bigint << 32) + objid::bigint = :lock"
    )
    with store.reading() as session:
        return bool(session.scalar(asked, {"lock": LOCK}))


async def _takes(line: AsyncConnection) -> bool:
    asked = await line.execute("SELECT pg_try_advisory_lock(%s)", (LOCK,))
    row = await asked.fetchone()
    return bool(row and row[0])


async def _done_before(work: Work, lost: Awaitable[object]) -> bool:
    """Work until it is done or the baton is lost; whether it was done. Raises what it raised."""
    ours, theirs = asyncio.ensure_future(work()), asyncio.ensure_future(lost)
    try:
        await asyncio.wait({ours, theirs}, return_when=asyncio.FIRST_COMPLETED)
        is_done = ours.done()
    finally:
        for one in (ours, theirs):
            one.cancel()
        await asyncio.gather(ours, theirs, return_exceptions=True)
    if is_done:
        ours.result()
    return is_done
