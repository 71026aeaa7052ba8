"""Fetches what Telegram keeps, by its handle. Knows no rows."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from telegram.error import BadRequest, TelegramError

from bot.wires.calling import Bot

_log = logging.getLogger("samklang.desk")


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Telegram did not give the file; unless it `is_final`, it may another time."""

    is_final: bool


async def fetched(bot: Bot, file_id: str) -> bytes | NotFetched:
    """Give a file's content; at most 20 MB can be fetched (Bot API, getFile)."""
    try:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        _log.info("a file could not be fetched: %s", type(error).__name__)
        return NotFetched(is_final=isinstance(error, BadRequest))
