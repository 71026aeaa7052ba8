"""One process at a time sends and keeps time, and another takes over when it dies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from bot.clock import SystemClock
from bot.store.baton import Baton
from bot.store.engine import Store
from tests.postgres.server import OwnServer, Server

SECONDS = 4.0
"""How soon another must have taken over."""


class Runner:
    """A process that would like to send: its baton, and what it has done."""

    def __init__(self, store: Store) -> None:
        """Stand ready."""
        self.baton = Baton(store, SystemClock(), self._hear)
        self.deeds: list[str] = []
        self.changed = asyncio.Event()

    def _hear(self) -> None:
        self._notes("rung")

    def _notes(self, deed: str) -> None:
        self.deeds.append(deed)
        self.changed.set()

    async def send(self) -> None:
        """Work until called off."""
        self._notes("begins")
        try:
            await asyncio.Event().wait()
        finally:
            self._notes("ends")

    async def does(self, *deeds: str) -> None:
        """Wait until it has done this."""
        async with asyncio.timeout(SECONDS):
            while self.deeds != list(deeds):
                self.changed.clear()
                await self.changed.wait()


@asynccontextmanager
async def running(store: Store) -> AsyncIterator[Runner]:
    """Let a runner strive and send."""
    runner = Runner(store)
    strives = asyncio.create_task(runner.baton.run())
    carries = asyncio.create_task(runner.baton.carry(runner.send))
    try:
        yield runner
    finally:
        for task in (strives, carries):
            task.cancel()
        await asyncio.gather(strives, carries, return_exceptions=True)


def test_one_has_it_and_the_other_takes_over(store: Store) -> None:
    """The second waits as long as the first lives, and begins within seconds of its end."""

    async def story() -> None:
        async with running(store) as first:
            await first.does("begins")
            async with running(store) as second:
                await asyncio.sleep(0.2)
                assert (first.baton.is_held, second.baton.is_held) == (True, False)

                cut(store)

                await first.does("begins", "ends")
                await second.does("begins")

    asyncio.run(story())


def cut(store: Store) -> None:
    """Cut the connection that holds the lock, as the server does when its process is dead."""
    with store.engine.begin() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_locks"
                " WHERE locktype = 'advisory' AND granted"
            )
        )


def test_a_deed_without_the_baton_wakes_the_one_who_has_it(store: Store) -> None:
    """What another process has written is heard of once it is stored, and not before."""

    async def story() -> None:
        async with running(store) as sender:
            await sender.does("begins")
            other = Runner(store)
            with store.transaction() as session:
                other.baton.ring(session)
                sender.baton.ring(session)
                await asyncio.sleep(0.1)
                assert sender.deeds == ["begins"]
            await sender.does("begins", "rung")

    asyncio.run(story())


def test_work_that_fails_is_not_kept_silent(store: Store) -> None:
    """A sender whose token is refused ends its process, baton or not."""

    async def fails() -> None:
        raise LookupError

    async def story() -> None:
        async with running(store) as sender:
            await sender.does("begins")
            with pytest.raises(LookupError):
                await sender.baton.carry(fails)

    asyncio.run(story())


def test_work_that_is_done_is_not_begun_again(store: Store) -> None:
    """What ends by itself has ended, for the supervisor to judge."""

    async def story() -> None:
        async with running(store) as sender:
            async with asyncio.timeout(SECONDS):
                await sender.baton.carry(lambda: asyncio.sleep(0))

    asyncio.run(story())


def test_the_baton_is_found_again_after_a_restart_of_the_server(own_server: OwnServer) -> None:
    """While the server is away nobody sends; then someone does again."""
    store = Store(own_server.url.render_as_string(hide_password=False))

    async def story() -> None:
        async with running(store) as sender:
            await sender.does("begins")
            own_server.kill()
            await sender.does("begins", "ends")
            own_server.start()
            await sender.does("begins", "ends", "begins")

    asyncio.run(story())
    store.close()


def test_on_sqlite_there_is_only_one(server: Server) -> None:
    """One process has one file to itself, so it always sends."""
    assert server
    store = Store("sqlite://")
    runner = Runner(store)

    with store.transaction() as session:
        runner.baton.ring(session)
    asyncio.run(runner.baton.carry(lambda: asyncio.sleep(0)))

    assert runner.baton.is_held
    store.close()
