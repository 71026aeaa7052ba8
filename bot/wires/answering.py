"""Answers to taps, shown at once and beside everything else. Knows one call, no rows."""

from __future__ import annotations

import asyncio
import logging

from bot.events import Answer
from bot.wires.calling import Bot, call

_log = logging.getLogger("samklang.intake")


class Answering:
    """Answers those who tapped; too late or lost makes no difference to what was done."""

    def __init__(self, bot: Bot) -> None:
        """Answer by this line."""
        self._bot = bot
        self._under_way: set[asyncio.Task[None]] = set()

    def answer(self, query_id: str, answer: Answer | None) -> None:
        """Begin to show an answer; without words it only stops the button from waiting."""
        task = asyncio.create_task(self._say(query_id, answer or Answer()))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def rest(self) -> None:
        """Wait until everyone who tapped has been answered."""
        if self._under_way:
            await asyncio.wait(self._under_way)

    async def _say(self, query_id: str, answer: Answer) -> None:
        said: dict[str, object] = {"callback_query_id": query_id}
        said |= {"text": answer.text} if answer.text else {}
        said |= {"show_alert": True} if answer.is_alert else {}
        said |= {"url": answer.url} if answer.url else {}
        try:
            await call(self._bot, "answerCallbackQuery", said)
        except Exception as error:  # noqa: BLE001  (the effect is stored; this was a courtesy)
            _log.info("a tap was not answered: %s", type(error).__name__)
