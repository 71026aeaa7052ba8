"""The bot tells Telegram who it is, and only what Telegram does not know already."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, TypeVar

import pytest
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)

from bot.clock import MovableClock
from bot.simulator.api import Api
from bot.simulator.world import World
from bot.wires import profile
from bot.wires.inprocess import InProcessRequest
from bot.words.views.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from telegram.request import BaseRequest

T = TypeVar("T")
ADDRESS = "https://api.telegram.org/bot"
STRANGE_TOKEN = "7999999999:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
SWEDISH = Profile(
    language="sv",
    name="Kulturnätet",
    description="Här får du inbjudningar.",
    short_description="Inbjudningar",
    private=(("moten", "Möten"), ("hjalp", "Hjälp")),
    group=(("moten", "Möten"),),
    organiser=(("ny", "Nytt möte"), ("moten", "Möten")),
)


@pytest.fixture
def world() -> World:
    """A world where the bot has not said who it is."""
    return World(MovableClock(datetime(2026, 9, 1, tzinfo=UTC), runs=False), is_fair=True)


def with_bot(world: World, deed: Callable[[Bot], Coroutine[None, None, T]]) -> T:
    """Let the bot do one thing in the world."""

    async def done() -> T:
        request = InProcessRequest(Api(world))
        async with Bot(world.token, request=request, get_updates_request=request) as bot:
            return await deed(bot)

    return asyncio.run(done())


def checked(world: World, token: str) -> profile.BotName | profile.Refused | profile.Unreachable:
    """Ask the world who the token belongs to."""

    async def asked() -> profile.BotName | profile.Refused | profile.Unreachable:
        request: BaseRequest = InProcessRequest(Api(world))
        return await profile.check(token, ADDRESS, request)

    return asyncio.run(asked())


def test_a_good_token_gives_the_bot_s_name(world: World) -> None:
    """Whoever pastes the token sees at once which bot it opens."""
    known = checked(world, world.token)
    world.inline_mode = False
    without = checked(world, world.token)

    assert profile.BotName(world.bot.id, "samklang_bot", "Samklang", is_inline=True) == known
    assert profile.BotName(world.bot.id, "samklang_bot", "Samklang") == without


@pytest.mark.parametrize("token", [STRANGE_TOKEN, ""])
def test_a_strange_token_is_refused(world: World, token: str) -> None:
    """A token that Telegram does not know is an answer, not an error."""
    assert profile.Refused() == checked(world, token)


def test_no_answer_is_told_without_the_token(world: World) -> None:
    """When Telegram cannot be reached, that is what is said, and the token is not."""
    world.faults.add("getMe", "refused_connection")
    found = checked(world, world.token)

    assert isinstance(found, profile.Unreachable)
    assert "refused" in found.reason
    assert world.token not in found.reason


def test_the_bot_presents_itself_in_a_language(world: World) -> None:
    """Name, descriptions and the right commands in the right place."""

    async def seen(bot: Bot) -> tuple[str, str, str]:
        await profile.introduce(bot, [SWEDISH])
        return (
            (await bot.get_my_name("sv")).name,
            (await bot.get_my_description("sv")).description,
            (await bot.get_my_short_description("sv")).short_description,
        )

    assert ("Kulturnätet", "Här får du inbjudningar.", "Inbjudningar") == with_bot(world, seen)


def test_groups_see_fewer_commands_and_organisers_more(world: World) -> None:
    """What can be done depends on where one is and who one is."""

    async def seen(bot: Bot) -> list[list[str]]:
        await profile.introduce(bot, [SWEDISH])
        await profile.give_commands(bot, 42, [SWEDISH])
        scopes = (
            BotCommandScopeDefault(),
            BotCommandScopeAllPrivateChats(),
            BotCommandScopeAllGroupChats(),
            BotCommandScopeChat(42),
        )
        shown = [await bot.get_my_commands(scope, "sv") for scope in scopes]
        return [[command.command for command in commands] for commands in shown]

    assert [["moten", "hjalp"], ["moten", "hjalp"], ["moten"], ["ny", "moten"]] == with_bot(
        world, seen
    )


def test_what_is_already_so_is_not_sent_again(world: World) -> None:
    """Telegram allows few changes a day, so a second start changes nothing."""

    async def twice(bot: Bot) -> tuple[profile.Introduction, profile.Introduction]:
        return await profile.introduce(bot, [SWEDISH]), await profile.introduce(bot, [SWEDISH])

    first, second = with_bot(world, twice)

    assert 3 + 3 == len(first.changed)
    assert profile.Introduction() == second


def test_one_that_telegram_refuses_does_not_stop_the_rest(world: World) -> None:
    """A flooded name change is noted, and the descriptions still get there."""
    world.faults.add("setMyName", "flood:3600")

    async def once(bot: Bot) -> profile.Introduction:
        return await profile.introduce(bot, [SWEDISH])

    told = with_bot(world, once)

    assert told.refused == ["setMyName"]
    assert "setMyDescription" in told.changed


class _Server(BaseHTTPRequestHandler):
    """Answers everything with its own hour in the Date header."""

    def do_HEAD(self) -> None:
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A web server on this machine."""
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_telegram_s_hour_is_in_every_answer(
    server: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a refusal carries the hour."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    hour = asyncio.run(profile.server_hour(f"http://127.0.0.1:{server.server_port}/bot"))

    assert hour is not None
    assert abs(datetime.now(UTC) - hour) < timedelta(seconds=10)


def test_no_server_gives_no_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an answer there is nothing to compare with."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    assert asyncio.run(profile.server_hour("http://127.0.0.1:1/bot")) is None
