"""Both ways to carry a call do the same work and fail in the same words."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from typing import cast
from urllib.parse import parse_qsl

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.store.outcomes import Doubtful, Undelivered
from bot.wires.calling import Bot, call
from bot.wires.carrier import AiohttpRequest
from bot.wires.verdict import classify
from bot.wires.way_out import proxy_to
from bot.wires.workbench import Workbench

TOKEN = "42:SECRET"
DONE = b'{"ok":true,"result":{"message_id":7}}'
Reply = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


def quick() -> BaseRequest:
    """Our own carrier, with one connection and little patience."""
    return AiohttpRequest(pool=1, read_timeout=0.3, proxy=None)


def usual() -> BaseRequest:
    """The library's own."""
    own = {"trust_env": False}
    return HTTPXRequest(connection_pool_size=1, read_timeout=0.3, httpx_kwargs=own)


class Server:
    """Hears whole requests on loopback and replies as it is told."""

    def __init__(self, reply: Reply) -> None:
        """Reply like this."""
        self.reply = reply
        self.heard: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read requests until the line is cut."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                body = await self._body(reader, head.lower())
                self.heard.append(head + body)
                await self.reply(body, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    @staticmethod
    async def _body(reader: asyncio.StreamReader, head: bytes) -> bytes:
        if b"content-length:" in head:
            return await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r")[0]))
        if b"chunked" not in head:
            return b""
        body = b""
        while size := int(await reader.readline(), 16):
            body += await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
        return body


async def answers(_: bytes, writer: asyncio.StreamWriter) -> None:
    """All is well."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(DONE), DONE))


async def is_silent(_: bytes, __: asyncio.StreamWriter) -> None:
    """No answer ever comes."""


async def hangs_up(_: bytes, writer: asyncio.StreamWriter) -> None:
    """The line is cut once the request has been heard."""
    writer.close()


Deed = Callable[[ExtBot[None], Server], Awaitable[None]]


def with_server(carrier: Callable[[], BaseRequest], reply: Reply, deed: Deed) -> None:
    """Let a bot do something against a server that replies like this."""

    async def act() -> None:
        server = Server(reply)
        door = await asyncio.start_server(server.serve, "127.0.0.1", 0)
        port = door.sockets[0].getsockname()[1]
        request = carrier()
        await request.initialize()
        url = f"http://127.0.0.1:{port}/bot"
        bot: ExtBot[None] = ExtBot(
            TOKEN, base_url=url, request=request, get_updates_request=request
        )
        try:
            await deed(bot, server)
        finally:
            await request.shutdown()
            door.close()

    asyncio.run(act())


HELLO: dict[str, object] = {"chat_id": 5, "text": "Å & Ö +1=%2B;\n#?"}
HELLO_SENT = [("chat_id", "5"), ("text", "Å & Ö +1=%2B;\n#?")]


async def says(bot: ExtBot[None], more: Mapping[str, object] | None = None) -> object:
    """Send a message as the outbox's sender does."""
    said = await Workbench().filled(HELLO | dict(more or {}))
    return await call(cast("Bot", bot), "sendMessage", said)


async def failure(bot: ExtBot[None], **limits: float) -> NetworkError:
    """Send something that does not go well, and give what was raised."""
    with pytest.raises(NetworkError) as raised:
        await bot.do_api_request(
            "sendMessage_",
            api_kwargs=dict(HELLO),
            read_timeout=limits.get("read", 0.3),
            connect_timeout=limits.get("connect", 1.0),
            pool_timeout=limits.get("connect", 1.0),
        )
    return raised.value


carriers = pytest.mark.parametrize("carrier", [quick, usual])


@carriers
def test_a_call_arrives_whole_and_its_answer_comes_back(carrier: Callable[[], BaseRequest]) -> None:
    """Swedish letters, signs and nested parameters travel as a form, on one kept connection."""

    async def deed(bot: ExtBot[None], server: Server) -> None:
        keyboard: dict[str, object] = {"inline_keyboard": []}
        assert await says(bot, {"reply_markup": keyboard}) == {"message_id": 7}
        assert await says(bot) == {"message_id": 7}
        assert server.heard[0].startswith(b"POST /bot42:SECRET/sendMessage HTTP/1.1\r\n")
        form = parse_qsl(server.heard[0].partition(b"\r\n\r\n")[2].decode("ascii"))
        assert form == [*HELLO_SENT, ("reply_markup", '{"inline_keyboard": []}')]

    with_server(carrier, answers, deed)


@carriers
def test_a_file_travels_beside_its_words(carrier: Callable[[], BaseRequest]) -> None:
    """A document arrives with its name, its kind and every byte."""

    async def deed(bot: ExtBot[None], server: Server) -> None:
        file = {"base64": "AAEC/w==", "name": "träff.ics", "kind": "text/calendar"}
        await says(bot, {"document": file})
        assert b"\x00\x01\x02\xff" in server.heard[0]
        assert b"text/calendar" in server.heard[0]
        assert "Å & Ö +1=%2B;\n#?".encode() in server.heard[0]

    with_server(carrier, answers, deed)


@carriers
def test_b1_nobody_at_home_means_that_nothing_left_us(carrier: Callable[[], BaseRequest]) -> None:
    """A refused connection may be tried again without any doubt."""

    async def deed(bot: ExtBot[None], _: Server) -> None:
        bot._base_url = f"http://127.0.0.1:9/bot{TOKEN}"  # noqa: SLF001  (a port nobody serves)
        verdict = classify(await failure(bot), {})
        assert isinstance(verdict.outcome, Undelivered)
        assert verdict.is_cut_off

    with_server(carrier, answers, deed)


@carriers
@pytest.mark.parametrize("reply", [is_silent, hangs_up])
def test_b2_a_lost_answer_is_a_doubt(carrier: Callable[[], BaseRequest], reply: Reply) -> None:
    """What was heard and never answered may have arrived; the token is not in the words."""

    async def deed(bot: ExtBot[None], server: Server) -> None:
        error = await failure(bot)
        assert isinstance(classify(error, {}).outcome, Doubtful)
        assert isinstance(error, TimedOut) == (reply is is_silent)
        assert len(server.heard) == 1
        assert "SECRET" not in str(error)

    with_server(carrier, reply, deed)


@carriers
def test_b10_no_free_connection_means_that_nothing_left_us(
    carrier: Callable[[], BaseRequest],
) -> None:
    """A call that never got a connection may go again, while the one before it is in doubt."""

    async def deed(bot: ExtBot[None], server: Server) -> None:
        first, second = await asyncio.gather(failure(bot, read=0.6), failure(bot, connect=0.2))
        assert isinstance(classify(first, {}).outcome, Doubtful)
        assert isinstance(classify(second, {}).outcome, Undelivered)
        assert len(server.heard) == 1

    with_server(carrier, is_silent, deed)


@carriers
def test_c6_a_line_laid_anew_works(carrier: Callable[[], BaseRequest]) -> None:
    """After closing, a call says plainly that the line is closed; after opening it goes."""

    async def deed(bot: ExtBot[None], _: Server) -> None:
        request = bot._request[1]  # noqa: SLF001  (the library shows no way to it)
        await request.shutdown()
        await request.shutdown()
        assert isinstance((await failure(bot)).__cause__, RuntimeError)
        await request.initialize()
        assert await says(bot) == {"message_id": 7}

    with_server(carrier, answers, deed)


AFAR = "http://telegram.example/bot"


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of what the machine itself is told."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("no_proxies")
@pytest.mark.parametrize("name", ["http_proxy", "ALL_PROXY"])
def test_a_call_goes_by_the_proxy_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A proxy is asked for the whole address, and told who asks."""

    async def act() -> None:
        proxy = Server(answers)
        async with await asyncio.start_server(proxy.serve, "127.0.0.1", 0) as door:
            port = door.sockets[0].getsockname()[1]
            monkeypatch.setenv(name, f"http://karin:hemligt@127.0.0.1:{port}")
            async with AiohttpRequest(pool=1, read_timeout=0.3, proxy=proxy_to(AFAR)) as request:
                assert await request.do_request(f"{AFAR}{TOKEN}/getMe", "GET") == (200, DONE)
        assert proxy.heard[0].startswith(b"GET http://telegram.example/bot42:SECRET/getMe HTTP")
        assert b"Proxy-Authorization: Basic a2FyaW46aGVtbGlndA==\r\n" in proxy.heard[0]

    asyncio.run(act())


@pytest.mark.usefixtures("no_proxies")
def test_loopback_and_what_is_excepted_are_reached_straight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy is not asked for this machine, nor for what the environment leaves out."""
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    assert proxy_to(AFAR) == "http://proxy.example:3128"
    monkeypatch.setenv("no_proxy", "telegram.example")

    asked = (AFAR, "http://127.0.0.1:8081/bot", "http://localhost:8081/bot", "http://[::1]/bot")
    assert [proxy_to(address) for address in asked] == [None] * 4
