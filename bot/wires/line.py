"""The line to Telegram: python-telegram-bot's bot, with our pace and no updater.

Knows httpx's habits: it logs addresses, which hold the token, and asks proxies even for loopback.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.secrecy import hidden
from bot.wires.calling import TokenRefusedError
from bot.wires.limiter import Limiter, Pass
from bot.wires.way_out import is_loopback, proxy_to

try:
    from bot.wires.carrier import AiohttpRequest
except ImportError:  # a machine for which aiohttp has no wheel
    AiohttpRequest = None  # type: ignore[assignment,misc]  # its absence is what we test for

Carrier: TypeAlias = BaseRequest
"""What carries a call; so named that the wiring need not know the library."""

_PATIENCE = 20.0
"""Seconds to wait for an answer."""
_POOL = 40
"""Connections for sending; more than the sender ever has on the wire."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the Bot API answers, up to and including "/bot", and the token to use there."""

    token: str
    base_url: str


def lay(address: Address, limiter: Limiter, request: BaseRequest | None = None) -> ExtBot[Pass]:
    """Lay a line; `request` replaces HTTP altogether, as tests do."""
    return ExtBot(
        address.token,
        base_url=address.base_url,
        base_file_url=_file_url(address.base_url),
        request=request or _http(address.base_url, _POOL),
        get_updates_request=request or _http(address.base_url, 1),
        rate_limiter=limiter,
    )


class LineError(Exception):
    """Telegram could not be reached; the words hold no token."""


async def ring_up(bot: ExtBot[Pass]) -> str:
    """Learn the bot's own @name; raises LineError, or TokenRefusedError for a bad token."""
    try:
        await bot.initialize()
    except InvalidToken as error:
        raise TokenRefusedError from error
    except TelegramError as error:
        raise LineError(hidden(str(error))) from error
    return bot.username


def _file_url(base_url: str) -> str:
    """Files lie beside the methods: ".../bot" becomes ".../file/bot"."""
    return base_url.removesuffix("/bot") + "/file/bot"


def _http(base_url: str, pool: int) -> BaseRequest:
    """Make an HTTP client, the quicker one if it is there; loopback is reached without proxies."""
    if AiohttpRequest is not None:
        return AiohttpRequest(pool=pool, read_timeout=_PATIENCE, proxy=proxy_to(base_url))
    own = {"trust_env": False} if is_loopback(base_url) else {}
    return HTTPXRequest(connection_pool_size=pool, read_timeout=_PATIENCE, httpx_kwargs=own)
