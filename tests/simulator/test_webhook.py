"""Updates are carried to the bot's own address until it takes them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.simulator.json_value import JsonObject
from bot.simulator.server import Server
from tests.simulator.desk import Desk


@dataclass
class Hook:
    """An address that notes what it is given and answers from a list, then with 200."""

    statuses: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    port: int = 0

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
        body = json.loads(await reader.readexactly(int(headers["content-length"])))
        self.texts.append(body["message"]["text"])
        self.secrets.append(headers.get("x-telegram-bot-api-secret-token", ""))
        status = self.statuses.pop(0) if self.statuses else 200
        writer.write(
            f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    async def gets(self, count: int) -> None:
        """Wait until this many deliveries came."""
        await _until(lambda: len(self.texts) >= count)


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not is_so():  # noqa: ASYNC110 - a test may look again and again
            await asyncio.sleep(0.005)


async def _told_of_error(desk: Desk) -> JsonObject:
    """Wait until the simulator has noted that a delivery failed; give what it then tells."""
    async with asyncio.timeout(30):
        while True:
            _, body = await desk.api.call(desk.world.token, "getWebhookInfo", {})
            told: JsonObject = json.loads(body)["result"]
            if "last_error_message" in told:
                return told
            await asyncio.sleep(0.005)


@asynccontextmanager
async def _hooked(desk: Desk, hook: Hook) -> AsyncIterator[None]:
    server = Server(desk.api)
    await server.start()
    listener = await asyncio.start_server(hook._answer, "127.0.0.1", 0)  # noqa: SLF001 - its own ear
    url = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}/hook"
    params = {"url": url, "secret_token": "hemlig"}
    await desk.api.call(desk.world.token, "setWebhook", params)
    try:
        yield
    finally:
        await server.stop()
        listener.close()
        await listener.wait_closed()


def test_updates_arrive_with_the_secret() -> None:
    """Each update is posted once, in order, with the secret header."""
    desk, hook = Desk(runs=True), Hook()

    async def story() -> None:
        async with _hooked(desk, hook):
            desk.world.writes(desk.karin, desk.karin, "Ett")
            desk.world.writes(desk.karin, desk.karin, "Två")
            await hook.gets(2)
            await _until(lambda: not desk.world.updates.pending())

    asyncio.run(story())

    assert hook.texts == ["Ett", "Två"]
    assert hook.secrets == ["hemlig", "hemlig"]


def test_a_refused_update_comes_again() -> None:
    """An update answered with an error is tried again after a pause, and the error is shown."""
    desk, hook = Desk(runs=True), Hook(statuses=[500])

    async def story() -> object:
        async with _hooked(desk, hook):
            desk.world.writes(desk.karin, desk.karin, "Ett")
            await hook.gets(1)
            told = await _told_of_error(desk)
            desk.clock.advance(1)
            await hook.gets(2)
            return told["last_error_message"]

    assert asyncio.run(story()) == "Wrong response from the webhook: 500 X"
    assert hook.texts == ["Ett", "Ett"]


@pytest.mark.parametrize(
    ("fault", "texts"),
    [
        ("duplicate", ["Ett", "Ett", "Två"]),
        ("lost_reply", ["Ett", "Ett", "Två"]),
        ("reordered", ["Två", "Ett", "Två"]),
    ],
)
def test_deliveries_can_be_muddled(fault: str, texts: list[str]) -> None:
    """An update may come twice, or before an older one, as on a bad day."""
    desk, hook = Desk(runs=True), Hook()
    desk.world.faults.add("webhook", fault)
    desk.world.writes(desk.karin, desk.karin, "Ett")
    desk.world.writes(desk.karin, desk.karin, "Två")

    async def story() -> None:
        async with _hooked(desk, hook):
            await asyncio.sleep(0.05)
            desk.clock.advance(1)
            await hook.gets(3)

    asyncio.run(story())

    assert hook.texts == texts


def test_a_closed_door_is_noted_and_polling_can_begin_anew() -> None:
    """Where nobody answers the error is told; without a webhook updates wait to be fetched."""
    desk, hook = Desk(runs=True), Hook()

    async def story() -> JsonObject:
        async with _hooked(desk, hook):
            closed = {"url": "http://127.0.0.1:9/hook", "allowed_updates": '["message"]'}
            await desk.api.call(desk.world.token, "setWebhook", closed)
            desk.world.writes(desk.karin, desk.karin, "Ett")
            told = await _told_of_error(desk)
            await desk.api.call(desk.world.token, "deleteWebhook", {})
            desk.clock.advance(1)
            await asyncio.sleep(0.02)
            return told

    info = asyncio.run(story())

    assert info["last_error_message"] == "Connection refused"
    assert info["allowed_updates"] == ["message"]
    assert len(desk.updates()) == 1
