"""How the bot presents itself to Telegram: its token, its name, its descriptions, its commands.

Knows python-telegram-bot; the words are handed in.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.config import Network
from bot.secrecy import hidden
from bot.words.views.profile import Commands, Profile, profiles

_PATIENCE = 10.0  # seconds


@dataclass(frozen=True)
class BotName:
    """The bot that a token opens."""

    bot_id: int
    username: str
    """Without the @."""
    name: str
    is_inline: bool = False
    """Whether BotFather lets people share its cards into any chat (getMe)."""


@dataclass(frozen=True)
class Refused:
    """Telegram does not know the token."""


@dataclass(frozen=True)
class Unreachable:
    """Telegram did not answer; `reason` holds no token."""

    reason: str


@dataclass
class Introduction:
    """What was told to Telegram, and what it would not hear, as names of Bot API methods."""

    changed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


async def check(
    token: str, base_url: str, request: BaseRequest | None = None
) -> BotName | Refused | Unreachable:
    """Ask Telegram who the token belongs to (getMe)."""
    try:
        async with Bot(token, base_url, request=request, get_updates_request=request) as bot:
            is_inline = bool(bot.supports_inline_queries)
            return BotName(bot.id, bot.username, bot.first_name, is_inline)
    except InvalidToken:
        return Refused()
    except TelegramError as error:
        return Unreachable(hidden(str(error)))


async def server_hour(base_url: str) -> datetime | None:
    """Read the hour in Telegram's Date header; None if there is no answer."""
    address = urlsplit(base_url)
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE) as client:
            answer = await client.head(f"{address.scheme}://{address.netloc}/")
        return parsedate_to_datetime(answer.headers["Date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return None


async def introduce(bot: Bot, profiles: Iterable[Profile]) -> Introduction:
    """Give name, descriptions and commands in each language; what is already so is not sent.

    Telegram allows few changes of these a day, so one it refuses is noted and left for next time.
    """
    told = Introduction()
    for profile in profiles:
        for method, change in _changes(bot, profile):
            await _note(told, method, change)
    return told


async def give_commands(bot: Bot, chat_id: int, profiles: Iterable[Profile]) -> Introduction:
    """Show an organiser, in the private chat, the commands that only organisers have use for."""
    told = Introduction()
    for profile in profiles:
        change = _commands(bot, BotCommandScopeChat(chat_id), profile.language, profile.organiser)
        await _note(told, "setMyCommands", change)
    return told


_Change = Callable[[], Awaitable[bool]]
"""Makes the change if it is needed, and tells whether it was."""


async def _note(told: Introduction, method: str, change: _Change) -> None:
    try:
        if await change():
            told.changed.append(method)
    except TelegramError:
        told.refused.append(method)


def _changes(bot: Bot, profile: Profile) -> Iterable[tuple[str, _Change]]:
    """List every part of a profile with the method that changes it."""
    yield "setMyName", lambda: _name(bot, profile)
    yield "setMyDescription", lambda: _description(bot, profile)
    yield "setMyShortDescription", lambda: _short_description(bot, profile)
    for scope, commands in (
        (BotCommandScopeDefault(), profile.private),
        (BotCommandScopeAllPrivateChats(), profile.private),
        (BotCommandScopeAllGroupChats(), profile.group),
    ):
        yield "setMyCommands", _commands(bot, scope, profile.language, commands)


async def _name(bot: Bot, profile: Profile) -> bool:
    if (await bot.get_my_name(profile.language)).name == profile.name:
        return False
    return await bot.set_my_name(profile.name, profile.language)


async def _description(bot: Bot, profile: Profile) -> bool:
    if (await bot.get_my_description(profile.language)).description == profile.description:
        return False
    return await bot.set_my_description(profile.description, profile.language)


async def _short_description(bot: Bot, profile: Profile) -> bool:
    standing = await bot.get_my_short_description(profile.language)
    if standing.short_description == profile.short_description:
        return False
    return await bot.set_my_short_description(profile.short_description, profile.language)


def _commands(bot: Bot, scope: BotCommandScope, language: str, commands: Commands) -> _Change:
    wanted = tuple(BotCommand(command, text) for command, text in commands)

    async def change() -> bool:
        if await bot.get_my_commands(scope, language) == wanted:
            return False
        return await bot.set_my_commands(wanted, scope, language)

    return change


_AGAIN = 60.0
"""Seconds between looks for new organisers, who have more commands than members."""


async def keep(
    bot: Bot, network: Network, clock: Clock, organisers: Callable[[], frozenset[int]]
) -> None:
    """Introduce the bot, and give each organiser her commands, until cancelled."""
    shown = profiles(network)
    await introduce(bot, shown)
    given: set[int] = set()
    while True:
        for chat_id in sorted(organisers() - given):
            await give_commands(bot, chat_id, shown)
            given.add(chat_id)
        await clock.sleep(_AGAIN)
