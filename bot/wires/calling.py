"""Calls the Bot API by method name. Knows the library's ways around it, no rows."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from telegram import InputFile
from telegram.ext import ExtBot

from bot.exports import making
from bot.wires.limiter import Pass

Bot = ExtBot[Pass]


_BENCH = ThreadPoolExecutor(max_workers=1, thread_name_prefix="samklang-file")
"""Where files are made: one at a time, so that a crowd that wants some takes no more memory."""


class NotMadeError(Exception):
    """The file that was to be sent could not be made, so nothing has left us."""


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
    """Do the request and give Telegram's result; raises NotMadeError and what the library raises.

    `patience` is how long to wait for the answer, in seconds. `paid` is a place in the limiter's
    line that the caller already has.
    """
    ready = {name: await _as_upload(value) for name, value in parameters.items()}
    # The library warns when a method it knows is called by name; with an underscore at the end
    # it does not recognise the name, and sends the right one.
    result: object = await bot.do_api_request(
        f"{method}_",
        api_kwargs=ready,
        rate_limit_args=paid,
        read_timeout=patience,
    )
    return result


async def renew_polling(bot: Bot) -> None:
    """Throw away the connections that fetch updates, which may hang without a word."""
    polling = bot._request[0]  # noqa: SLF001  (the library shows only its other request)
    await polling.shutdown()
    await polling.initialize()


async def _as_upload(value: object) -> object:
    """Make a file out of what a row holds of it; some are made beside everything else."""
    if not isinstance(value, Mapping) or not {"base64", "make"} & value.keys():
        return value
    if "make" in value:
        content = await _made(value["make"])
    else:
        content = base64.b64decode(value["base64"])
    upload = InputFile(content, filename=str(value["name"]))
    upload.mimetype = str(value["kind"])
    return upload


async def _made(facts: Mapping[str, object]) -> bytes:
    """Make a file; whatever goes wrong, it would go wrong again."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_BENCH, making.made, facts)
    except Exception as error:
        raise NotMadeError(type(error).__name__) from error
