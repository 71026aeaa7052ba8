"""Several `samklang run` behind one address, on one PostgreSQL, and what happens when one dies."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from bot.records.admission import Admission, AdmissionKind
from bot.rules import admission
from bot.simulator.world import World
from bot.store.engine import Store
from tests.postgres.gateway import gateway
from tests.test_service import ROOT, Running, said, served, settings

ALL_SAID = 4
"""Two who come and two answers."""
TAKEN_OVER = 15.0
"""Seconds; on a quiet machine it takes one or two."""
PATH = "/hook-7f3a"
SECRET = "medlemslank-1234567890"


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens on."""
    places = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [place.getsockname()[1] for place in places]
    for place in places:
        place.close()
    return ports


async def started(config: Path, store: Store, **more: str) -> Running:
    """Start `samklang run` on a PostgreSQL."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        "--config",
        str(config),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "SAMKLANG_DATABASE__URL": store.url.render_as_string(hide_password=False),
            **more,
        },
    )
    return Running(process)


@asynccontextmanager
async def two_behind_one_address(
    folder: Path, store: Store
) -> AsyncIterator[tuple[World, list[Running]]]:
    """Start two webhook processes and a Telegram that brings updates to their one address."""
    ports = free_ports(2)
    async with served() as (world, address), gateway(ports) as port:
        config = settings(folder, address, world.token)
        running = [
            await started(
                config,
                store,
                SAMKLANG_TELEGRAM__MODE="webhook",
                SAMKLANG_TELEGRAM__WEBHOOK_URL=f"http://127.0.0.1:{port}{PATH}",
                SAMKLANG_TELEGRAM__WEBHOOK_LISTEN=f"127.0.0.1:{own}",
                SAMKLANG_TELEGRAM__WEBHOOK_SECRET="s" * 20,
            )
            for own in ports
        ]
        try:
            for one in running:
                await one.hears("?start=")
            yield world, running
        finally:
            for one in running:
                if one.process.returncode is None:
                    one.process.kill()
                await one.ends(10.0)


def holder(store: Store) -> int:
    """The process that has the baton; 0 while nobody has."""
    asked = (
        "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)"
        " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
    )
    with store.engine.connect() as connection:
        name = connection.scalar(text(asked)) or ""
    return int(name.removeprefix("samklang ") or 0)


async def until_held(store: Store, *, by_another_than: int = 0) -> int:
    """Wait until some process has the baton; give which."""
    async with asyncio.timeout(TAKEN_OVER):
        while (found := holder(store)) in {0, by_another_than}:  # noqa: ASYNC110 - a test may look
            await asyncio.sleep(0.05)
    return found


def greetings(world: World) -> Counter[int]:
    """How often each person was asked for a name."""
    return Counter(
        chat_id
        for chat_id, chat in world.chats.items()
        for message in world.history(chat)
        if "Vad heter du?" in message.text
    )


async def all_greeted(world: World, number: int) -> None:
    """Wait until so many have been asked for their names."""
    async with asyncio.timeout(TAKEN_OVER + 15.0):
        while len(greetings(world)) < number:  # noqa: ASYNC110 - a test may look again
            await asyncio.sleep(0.05)


async def all_noted(store: Store) -> None:
    """Wait until nothing is on the wire: a message that is may have to be sent again."""
    asked = text("SELECT count(*) FROM outgoing WHERE status = 'sending'")
    async with asyncio.timeout(TAKEN_OVER):
        while True:
            with store.engine.connect() as connection:
                if not connection.scalar(asked):
                    return
            await asyncio.sleep(0.05)


def test_another_takes_over_within_seconds_e11(tmp_path: Path, store: Store) -> None:
    """When the one that sends is killed the other hears, handles and sends all that comes."""

    async def story() -> float:
        async with two_behind_one_address(tmp_path, store) as (world, running):
            link = members_link(store)
            first = await until_held(store)
            for number in range(6):
                world.starts(world.add_user(f"Före {number}"), link)
            await all_greeted(world, 6)
            await all_noted(store)

            os.kill(first, signal.SIGKILL)
            killed = time.perf_counter()
            for number in range(6):
                world.starts(world.add_user(f"Efter {number}"), link)
            second = await until_held(store, by_another_than=first)
            taken_over = time.perf_counter() - killed
            await all_greeted(world, 12)

            assert {first, second} == {one.process.pid for one in running}
            assert set(greetings(world).values()) == {1}
            return taken_over

    assert asyncio.run(story()) < TAKEN_OVER


def members_link(store: Store) -> str:
    """Make the words that strangers come in by."""
    link = Admission(
        secret_hash=admission.digest(SECRET),
        kind=AdmissionKind.MEMBER,
        uses_left=None,
        created_at=datetime.now(UTC),
    )
    with store.transaction() as session:
        session.add(link)
    return SECRET


def test_two_that_poll_take_turns_c5(tmp_path: Path, store: Store) -> None:
    """The second waits without disturbing the first, and goes on where it left off."""

    async def story() -> None:
        async with served() as (world, address):
            config = settings(tmp_path, address, world.token)
            running = [await started(config, store) for _ in range(2)]
            for one in running:
                await one.hears("?start=")
            link = running[1].said.rpartition("?start=")[2].split()[0]
            first = await until_held(store)
            world.starts(world.add_user("Karin"), link)
            await said(world, "Vad heter du?")

            os.kill(first, signal.SIGKILL)
            world.starts(world.add_user("Sara"))
            await until_held(store, by_another_than=first)
            async with asyncio.timeout(TAKEN_OVER + 15.0):
                while sum(map(len, map(world.history, world.chats.values()))) < ALL_SAID:  # noqa: ASYNC110 - a test may look again
                    await asyncio.sleep(0.05)

            for one in running:
                if one.process.pid != first:
                    one.process.send_signal(signal.SIGINT)
                    assert await one.ends(10.0) == 0
                else:
                    await one.ends(10.0)

    asyncio.run(story())
