"""Mishaps look to the bot as they do on a real line, with and without a network."""

from __future__ import annotations

import asyncio
import io

import httpx
import pytest
import telegram
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.wires.inprocess import InProcessRequest
from tests.simulator.desk import Desk

_MISHAPS: list[tuple[str, type[TelegramError], type[BaseException] | None, int]] = [
    ("lost_reply", TimedOut, httpx.ReadTimeout, 1),
    ("refused_connection", NetworkError, httpx.ConnectError, 0),
    ("connection_cut", NetworkError, httpx.ReadError, 0),
    ("flood:35", RetryAfter, None, 0),
    ("forbidden", Forbidden, None, 0),
    ("server_error", NetworkError, None, 0),
    ("bad_json", TelegramError, ValueError, 1),
]


async def _say(desk: Desk) -> telegram.Message:
    line = InProcessRequest(desk.api)
    bot = telegram.Bot(desk.world.token, request=line, get_updates_request=line)
    async with bot:
        return await bot.send_message(desk.karin.id, "Hej")


@pytest.mark.parametrize(("fault", "error", "cause", "posted"), _MISHAPS)
@pytest.mark.filterwarnings("ignore:In a future major version:DeprecationWarning")
def test_a_mishap_is_told_as_the_library_tells_it(
    fault: str, error: type[TelegramError], cause: type[BaseException] | None, posted: int
) -> None:
    """The error, its cause and whether the message was posted are those of a real line."""
    desk = Desk()
    desk.world.faults.add("sendMessage", fault)
    before = len(desk.world.history(desk.karin))

    with pytest.raises(error) as told:
        asyncio.run(_say(desk))

    assert not isinstance(told.value, BadRequest)
    assert (told.value.__cause__ is None) == (cause is None)
    assert cause is None or isinstance(told.value.__cause__, cause)
    assert len(desk.world.history(desk.karin)) - before == posted


def test_a_mishap_happens_as_often_as_told() -> None:
    """After its last time a fault is over, and it hits only its own chat."""
    desk = Desk()
    desk.world.faults.add("sendMessage", "server_error", times=2, chat=desk.karin.id)

    statuses = [
        desk.asks("sendMessage", chat_id=user.id, text="Hej")[0]
        for user in (desk.karin, desk.sara, desk.karin, desk.karin)
    ]

    assert statuses == [500, 200, 500, 200]


def test_an_unknown_mishap_is_refused() -> None:
    """A misspelt fault would test nothing."""
    with pytest.raises(ValueError, match="no fault is called 'earthquake'"):
        Desk().world.faults.add("*", "earthquake")


@pytest.mark.parametrize(("seconds", "patient"), [(3, True), (60, False)])
def test_a_slow_answer_is_awaited_five_seconds(*, seconds: int, patient: bool) -> None:
    """The library waits five seconds of the world's clock, then gives up not knowing."""
    desk = Desk()
    desk.world.faults.add("sendMessage", f"slow:{seconds}")

    async def story() -> telegram.Message:
        saying = asyncio.create_task(_say(desk))
        await asyncio.sleep(0.01)
        desk.clock.advance(seconds if patient else 6)
        return await saying

    if patient:
        assert asyncio.run(story()).text == "Hej"
    else:
        with pytest.raises(TimedOut):
            asyncio.run(story())


def test_a_mishap_for_all_methods_spares_the_polls() -> None:
    """A star hits whatever the bot does next, but not its waiting."""
    desk = Desk()
    desk.world.faults.add("*", "server_error", times=9)

    assert desk.result("getUpdates") == []
    assert desk.asks("getMe")[0] == 500
    desk.world.faults.clear()
    assert desk.asks("getMe")[0] == 200


def test_a_file_goes_up_in_process() -> None:
    """Uploads need no network either, from bytes or from an open file."""
    desk = Desk()

    async def story() -> None:
        line = InProcessRequest(desk.api)
        assert line.read_timeout == 5
        async with telegram.Bot(desk.world.token, request=line, get_updates_request=line) as bot:
            await bot.send_document(desk.karin.id, b"A", filename="a.ics")
            await bot.send_document(desk.karin.id, io.BytesIO(b"B"), filename="b.ics")

    asyncio.run(story())

    documents = [message.document for message in desk.world.history(desk.karin)[-2:]]
    assert [(d.name, d.content) for d in documents if d] == [("a.ics", b"A"), ("b.ics", b"B")]


def test_a_file_can_be_fetched_in_process() -> None:
    """Downloads need no network either; a wrong address finds nothing."""
    desk = Desk()
    sent = desk.world.sends(desk.karin, desk.karin, "document", file=b"%PDF")
    assert sent.document is not None
    file_id = sent.document.file_id

    async def story() -> tuple[bytes, int]:
        line = InProcessRequest(desk.api)
        async with telegram.Bot(desk.world.token, request=line, get_updates_request=line) as bot:
            file = await bot.get_file(file_id)
            content = bytes(await file.download_as_bytearray())
        status, _ = await line.do_request("https://x/file/bot1:x/documents/file1", "GET")
        return content, status

    assert asyncio.run(story()) == (b"%PDF", 404)
