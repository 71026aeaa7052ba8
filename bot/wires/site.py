"""The way in by webhook: where it is, how Telegram is told, who listens. Knows the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram.error import TelegramError

from bot.config import Telegram
from bot.secrecy import hidden
from bot.wires.calling import Bot, call
from bot.wires.intake import WANTED
from bot.wires.line import LineError
from bot.wires.supervisor import Heartbeat

if TYPE_CHECKING:
    from bot.wires.web import Receive


async def open_door(bot: Bot, telegram: Telegram) -> None:
    """Tell Telegram where to bring updates (Bot API, setWebhook)."""
    parameters: dict[str, object] = {
        "url": telegram.webhook_url,
        "secret_token": telegram.webhook_secret.get_secret_value(),
        "allowed_updates": list(WANTED),
    }
    await _said(bot, "setWebhook", parameters)


async def close_door(bot: Bot) -> None:
    """Tell Telegram that we fetch updates ourselves; what waits is kept (deleteWebhook)."""
    await _said(bot, "deleteWebhook", {"drop_pending_updates": False})


async def _said(bot: Bot, method: str, parameters: dict[str, object]) -> None:
    try:
        await call(bot, method, parameters)
    except TelegramError as error:
        raise LineError(hidden(str(error))) from error


async def serve(
    telegram: Telegram, receive: Receive, heartbeat: Heartbeat, measures: Callable[[], str] = str
) -> None:
    """Listen where the settings say until cancelled; raises OSError when the port is taken."""
    from bot.wires.listening import listen  # noqa: PLC0415  (those who poll need no web server)
    from bot.wires.web import Door, webhook  # noqa: PLC0415  (the same)

    # Nobody should be able to guess the path of the public address.
    path = urlsplit(telegram.webhook_url).path or "/"
    door = Door(path, telegram.webhook_secret.get_secret_value())
    await listen(telegram.webhook_listen, webhook(door, receive, heartbeat, measures))
