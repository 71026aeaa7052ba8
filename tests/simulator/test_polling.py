"""Updates are fetched by long polls, in-process and over HTTP with the unmodified library."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import telegram
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.simulator.json_value import Json
from bot.simulator.server import Server
from tests.simulator.desk import Desk


def _numbers(updates: Json) -> list[int]:
    assert isinstance(updates, list)
    return [update["update_id"] for update in updates if isinstance(update, dict)]


def test_updates_stay_until_confirmed() -> None:
    """The same updates come again until an offset beyond them is given."""
    desk = Desk()
    for word in "abc":
        desk.world.writes(desk.karin, desk.karin, word)

    first = _numbers(desk.result("getUpdates"))
    again = _numbers(desk.result("getUpdates", limit=2))
    rest = _numbers(desk.result("getUpdates", offset=first[1]))

    assert first == sorted(first)
    assert again == first[:2]
    assert rest == first[1:]


def test_a_negative_offset_keeps_only_the_latest() -> None:
    """Counting from the end forgets everything before."""
    desk = Desk()
    for word in "abc":
        desk.world.writes(desk.karin, desk.karin, word)

    latest = _numbers(desk.result("getUpdates", offset=-1))

    assert len(latest) == 1
    assert _numbers(desk.result("getUpdates")) == latest


def test_allowed_updates_are_remembered_and_rule_at_creation() -> None:
    """Kinds not asked for are never made, and a poll that says nothing changes nothing."""
    desk = Desk()
    desk.result("getUpdates", allowed_updates=["message"])
    desk.result("getUpdates")

    desk.world.blocks(desk.karin)
    desk.result("getUpdates", allowed_updates=["message", "my_chat_member"])
    desk.world.unblocks(desk.karin)

    assert [set(u) - {"update_id"} for u in desk.updates()] == [{"my_chat_member"}]


def test_numbers_only_grow() -> None:
    """Emptying the queue does not start the numbers anew."""
    desk = Desk()
    desk.world.writes(desk.karin, desk.karin, "a")
    before = _numbers(desk.result("getUpdates"))
    desk.result("deleteWebhook", drop_pending_updates=True)
    desk.world.writes(desk.karin, desk.karin, "b")

    assert _numbers(desk.result("getUpdates"))[0] > before[-1]


def test_polling_conflicts_with_a_webhook() -> None:
    """A bot with a webhook may not poll; without it, it may again."""
    desk = Desk()
    desk.result("setWebhook", url="https://example.org/hook", secret_token="s")

    refusal = desk.refusal("getUpdates")
    info = desk.result("getWebhookInfo")
    desk.result("deleteWebhook")

    assert refusal.startswith("Conflict: can't use getUpdates method while webhook is active")
    assert isinstance(info, dict)
    assert info["url"] == "https://example.org/hook"
    assert desk.result("getUpdates") == []


@asynccontextmanager
async def _served(desk: Desk) -> AsyncIterator[str]:
    server = Server(desk.api)
    address = await server.start()
    try:
        yield address
    finally:
        await server.stop()


def _line() -> HTTPXRequest:
    return HTTPXRequest(httpx_kwargs={"trust_env": False})


@asynccontextmanager
async def _library(desk: Desk, address: str) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(
        desk.world.token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=_line(),
        get_updates_request=_line(),
    )
    async with bot:
        yield bot


async def _echo(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    assert update.effective_message.text is not None
    await update.effective_message.reply_html(f"<b>{update.effective_message.text}</b>")


def test_the_unmodified_library_polls_and_answers() -> None:
    """An ordinary bot, told only where to call, talks with people."""
    desk = Desk(runs=True)

    async def story() -> None:
        async with _served(desk) as address:
            application = (
                Application.builder()
                .token(desk.world.token)
                .base_url(f"{address}/bot")
                .request(_line())
                .get_updates_request(_line())
                .build()
            )
            application.add_handler(MessageHandler(filters.TEXT, _echo))
            async with application:
                assert application.updater is not None
                await application.updater.start_polling()
                await application.start()
                desk.world.writes(desk.karin, desk.karin, "Hej")
                await _until(desk, "Hej")
                await application.updater.stop()
                await application.stop()

    asyncio.run(story())

    answer = desk.world.history(desk.karin)[-1]
    assert answer.entities[0].type == "bold"
    assert desk.world.breaches == []


async def _until(desk: Desk, text: str) -> None:
    answered = asyncio.Event()
    bot = desk.world.bot
    desk.world.subscribe(
        lambda change: (
            answered.set()
            if change.message and change.message.sender is bot and change.message.text == text
            else None
        )
    )
    await asyncio.wait_for(answered.wait(), 5)


def test_a_held_poll_returns_when_something_happens() -> None:
    """A long poll ends the moment a person acts, and at once when the server stops."""
    desk = Desk(runs=True)

    async def story() -> tuple[int, float, int]:
        async with _served(desk) as address, _library(desk, address) as bot:
            poll = asyncio.create_task(bot.get_updates(timeout=20))
            await asyncio.sleep(0.05)
            began = time.monotonic()
            desk.world.writes(desk.karin, desk.karin, "Hej")
            updates = await poll
            took = time.monotonic() - began
            idle = asyncio.create_task(
                bot.get_updates(offset=updates[-1].update_id + 1, timeout=20)
            )
            await asyncio.sleep(0.05)
            desk.api.mailbox.release()
            return len(updates), took, len(await idle)

    came, took, left = asyncio.run(story())
    assert (came, left) == (1, 0)
    assert took < 1


def test_a_second_poll_ends_the_first() -> None:
    """Two copies of a bot are found out: the one that asked first gets a conflict."""
    desk = Desk(runs=True)

    async def story() -> None:
        async with _served(desk) as address, _library(desk, address) as bot:
            first = asyncio.create_task(bot.get_updates(timeout=20))
            await asyncio.sleep(0.05)
            second = asyncio.create_task(bot.get_updates(timeout=20))
            with pytest.raises(telegram.error.Conflict, match="terminated by other getUpdates"):
                await first
            desk.world.writes(desk.karin, desk.karin, "Hej")
            assert len(await second) == 1

    asyncio.run(story())


def test_files_travel_both_ways_over_http() -> None:
    """What the library uploads is what a person gets, and what a person sends can be fetched."""
    desk = Desk(runs=True)

    async def story() -> bytes:
        async with _served(desk) as address, _library(desk, address) as bot:
            await bot.send_document(desk.karin.id, b"BEGIN:VCALENDAR", filename="möte.ics")
            sent = desk.world.sends(desk.karin, desk.karin, "document", file=b"%PDF")
            assert sent.document is not None
            file = await bot.get_file(sent.document.file_id)
            return bytes(await file.download_as_bytearray())

    fetched = asyncio.run(story())
    document = desk.world.history(desk.karin)[-2].document

    assert fetched == b"%PDF"
    assert document is not None
    assert (document.name, document.content) == ("möte.ics", b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("fault", "error"), [("connection_cut", "NetworkError"), ("lost_reply", "TimedOut")]
)
def test_a_broken_line_is_broken_over_http_too(fault: str, error: str) -> None:
    """The connection is cut, or the answer held back until the caller gives up."""
    desk = Desk(runs=True)
    desk.world.faults.add("sendMessage", fault)

    async def story() -> None:
        async with _served(desk) as address, _library(desk, address) as bot:
            await bot.send_message(desk.karin.id, "Hej", read_timeout=0.2)

    with pytest.raises(telegram.error.NetworkError) as told:
        asyncio.run(story())

    assert type(told.value).__name__ == error


def test_calls_come_as_query_form_or_json() -> None:
    """All three ways of sending parameters are read alike."""
    desk = Desk(runs=True)
    say: dict[str, str] = {"chat_id": str(desk.karin.id), "text": "Hej"}

    async def story() -> list[int]:
        async with (
            _served(desk) as address,
            httpx.AsyncClient(
                base_url=f"{address}/bot{desk.world.token}", trust_env=False
            ) as client,
        ):
            answers = [
                await client.get("/sendMessage", params=say),
                await client.post("/sendMessage", data=say),
                await client.post("/sendMessage", json={**say, "chat_id": desk.karin.id}),
                await client.post("/sendMessage", json=[]),
                await client.get(f"{address}/file/bot{desk.world.token}/documents/none"),
                await client.post(
                    "/sendMessage", content=b"{", headers={"content-type": "application/json"}
                ),
            ]
            assert "server" not in answers[0].headers
            return [answer.status_code for answer in answers]

    assert asyncio.run(story()) == [200, 200, 200, 400, 404, 400]
    assert (
        json.dumps([m.text for m in desk.world.history(desk.karin)[-3:]]) == '["Hej", "Hej", "Hej"]'
    )
