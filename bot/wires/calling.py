"""Calls the Bot API by method name. Knows the library's ways around it, no rows."""

from __future__ import annotations

from collections.abc import Mapping

from telegram.ext import ExtBot

from bot.wires.limiter import Pass

Bot = ExtBot[Pass]


class TokenRefusedError(Exception):
    """Telegram does not accept the bot's token; nothing works until there is a new one."""


async def call(
    bot: Bot,
    method: str,
    parameters: Mapping[str, object],
    *,
    paid: Pass | None = None,
    patience: float = 20.0,
) -> object:
    """Do the request and give Telegram's result; raises what the library raises.

    `patience` is how long to wait for the answer, in seconds. `paid` is a place in the limiter's
    line that the caller already has.
    """
    # The library warns when a method it knows is called by name; with an underscore at the end
    # it does not recognise the name, and sends the right one.
    result: object = await bot.do_api_request(
        f"{method}_",
        api_kwargs=dict(parameters),
        rate_limit_args=paid,
        read_timeout=patience,
    )
    return result


async def renew_polling(bot: Bot) -> None:
    """Throw away the connections that fetch updates, which may hang without a word."""
    polling = bot._request[0]  # noqa: SLF001  (the library shows only its other request)
    await polling.shutdown()
    await polling.initialize()
