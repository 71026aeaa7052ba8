"""What setting a bot up asks of Telegram, before any bot runs."""

from __future__ import annotations

import asyncio
import os

from telegram import Bot

from bot.config import Settings
from bot.config_problem import variable_of
from bot.wires import profile
from bot.wires.profile import BotName, Introduction, Refused, Unreachable
from bot.words.views.profile import profiles


def base_url() -> str:
    """Where to ask: what the environment says, else Telegram itself; there is no file yet."""
    told = os.environ.get(variable_of("telegram.base_url"), "")
    return told or Settings().telegram.base_url


def check(token: str) -> BotName | Refused | Unreachable:
    """Ask Telegram whose a token is."""
    return asyncio.run(profile.check(token, base_url()))


def introduce(settings: Settings) -> Introduction:
    """Give the bot its name, descriptions and commands in every language."""
    return asyncio.run(_introduce(settings))


async def _introduce(settings: Settings) -> Introduction:
    telegram = settings.telegram
    async with Bot(telegram.token.get_secret_value(), telegram.base_url) as bot:
        return await profile.introduce(bot, profiles(settings.network))
