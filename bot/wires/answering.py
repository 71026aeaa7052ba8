"""Answers to taps and questions, shown at once and beside everything else. Knows no rows."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Coroutine, Iterable, Mapping

from telegram import Update

from bot.events import Answer, Offers, Reply
from bot.wires.calling import Bot, call

_log = logging.getLogger("samklang.intake")

_FRESH = 5
"""Seconds that Telegram may show the same cards again: long enough to write, no longer."""
_REMEMBERED = 1000
"""Taps that have been asked to wait, so that each is asked once while a trouble lasts."""


class Answering:
    """Answers those who tapped; too late or lost makes no difference to what was done."""

    def __init__(self, bot: Bot) -> None:
        """Answer by this line."""
        self._bot = bot
        self._under_way: set[asyncio.Task[None]] = set()
        self._excused: deque[str] = deque(maxlen=_REMEMBERED)

    def answer(self, update: Update, reply: Reply | None) -> None:
        """Begin to show an answer; without words it only stops a button from waiting."""
        if update.callback_query:
            given = reply if isinstance(reply, Answer) else Answer()
            self._begin(self._say(update.callback_query.id, given))
        elif update.inline_query:
            offers = reply if isinstance(reply, Offers) else Offers()
            self._begin(self._offer(update.inline_query.id, offers))

    def excuse(self, updates: Iterable[Mapping[str, object]], text: str) -> None:
        """Tell those who tapped, once for each tap, that what they asked for will take a while."""
        for update in updates:
            query = update.get("callback_query")
            query_id = query.get("id") if isinstance(query, Mapping) else None
            if isinstance(query_id, str) and query_id not in self._excused:
                self._excused.append(query_id)
                self._begin(self._say(query_id, Answer(text)))

    def _begin(self, saying: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(saying)
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
        await self._call("answerCallbackQuery", said)

    async def _offer(self, query_id: str, offers: Offers) -> None:
        said: dict[str, object] = {
            "inline_query_id": query_id,
            "results": list(offers.cards),
            "cache_time": _FRESH,
            "is_personal": True,
            "next_offset": offers.next_offset,
        }
        if offers.lead:
            said["button"] = {"text": offers.lead, "start_parameter": offers.parameter}
        await self._call("answerInlineQuery", said)

    async def _call(self, method: str, said: Mapping[str, object]) -> None:
        try:
            await call(self._bot, method, said)
        except Exception as error:  # noqa: BLE001  (the effect is stored; this was a courtesy)
            _log.info("%s did not get there: %s", method, type(error).__name__)
