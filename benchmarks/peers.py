"""The same work done by the libraries as their guides suggest; nothing of it is stored.

Run as `python -m benchmarks.peers NAME URL COUNT`. Taps are answered with a message only.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from benchmarks.contender import BUTTONS, FIRST, TEXT, TOKEN, contend


def _http() -> Any:  # noqa: ANN401  (imported when used: each contender pays for its own library)
    from telegram.request import HTTPXRequest

    return HTTPXRequest(connection_pool_size=256, httpx_kwargs={"trust_env": False})


def _builder(url: str) -> Any:  # noqa: ANN401  (the library's own type has six parameters)
    from telegram.ext import ApplicationBuilder

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot")
    return builder.request(_http()).get_updates_request(_http())


def _keyboard() -> Any:  # noqa: ANN401  (imported when used)
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    (button,) = BUTTONS["inline_keyboard"][0]
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button["text"], callback_data=button["callback_data"])]]
    )


async def _with_taps(app: Any, tell_all: Callable[[Any], Awaitable[None]]) -> None:  # noqa: ANN401
    from telegram.ext import CallbackQueryHandler

    async def tapped(update: Any, _: Any) -> None:  # noqa: ANN401
        await app.bot.send_message(update.callback_query.from_user.id, "Du är anmäld")

    async def act() -> None:
        await tell_all(app.bot)

    app.add_handler(CallbackQueryHandler(tapped))
    async with app:
        await app.start()
        await app.updater.start_polling(allowed_updates=["callback_query"], poll_interval=0)
        await contend(act)
        await app.updater.stop()
        await app.stop()


async def ptb_loop(url: str, count: int) -> None:
    """One `send_message` after another, waiting as long as a refusal says."""
    from telegram.error import RetryAfter

    keyboard = _keyboard()

    async def tell_all(bot: Any) -> None:  # noqa: ANN401
        for chat in range(FIRST, FIRST + count):
            while True:
                try:
                    await bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)
                    break
                except RetryAfter as error:
                    wait = error.retry_after
                    seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait
                    await asyncio.sleep(seconds)

    await _with_taps(_builder(url).build(), tell_all)


async def ptb_limiter(url: str, count: int) -> None:
    """All at once with `gather`, behind the library's own limiter."""
    from telegram.ext import AIORateLimiter

    keyboard = _keyboard()

    async def tell_all(bot: Any) -> None:  # noqa: ANN401
        await asyncio.gather(
            *(
                bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)
                for chat in range(FIRST, FIRST + count)
            )
        )

    limiter = AIORateLimiter(max_retries=5)
    await _with_taps(_builder(url).rate_limiter(limiter).build(), tell_all)


async def ptb_echo(url: str, count: int) -> None:
    """Answer each text with itself."""
    from telegram.ext import MessageHandler, filters

    done, left = asyncio.Event(), [count]

    async def echo(update: Any, _: Any) -> None:  # noqa: ANN401
        await update.message.reply_text(update.message.text)
        left[0] -= 1
        if not left[0]:
            done.set()

    async def act() -> None:
        await app.updater.start_polling(allowed_updates=["message"], poll_interval=0)
        await done.wait()

    app = _builder(url).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    async with app:
        await app.start()
        await contend(act)
        await app.updater.stop()
        await app.stop()


async def aiogram_loop(url: str, count: int) -> None:
    """One message, then the twentieth of a second its guide suggests."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.exceptions import TelegramRetryAfter
    from aiogram.types import CallbackQuery, InlineKeyboardMarkup

    keyboard = InlineKeyboardMarkup.model_validate(BUTTONS)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        await bot.send_message(query.from_user.id, "Du är anmäld")

    async def act() -> None:
        for chat in range(FIRST, FIRST + count):
            while True:
                try:
                    await bot.send_message(chat, TEXT, parse_mode="HTML", reply_markup=keyboard)
                    break
                except TelegramRetryAfter as error:
                    await asyncio.sleep(error.retry_after)
            await asyncio.sleep(0.05)

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await contend(act)
    await dispatcher.stop_polling()
    await polling


PEERS = {
    "ptb-loop": ptb_loop,
    "ptb-limiter": ptb_limiter,
    "ptb-echo": ptb_echo,
    "aiogram-loop": aiogram_loop,
}

if __name__ == "__main__":
    asyncio.run(PEERS[sys.argv[1]](sys.argv[2], int(sys.argv[3])))
