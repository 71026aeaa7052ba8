"""Updates come in: kept first, and confirmed to Telegram only then.

Knows the library's poll; how they take effect is `handling`'s, what they mean is nobody's here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence

from telegram.error import Conflict, EndPointNotFound, InvalidToken

from bot.clock import Clock
from bot.store.engine import Store, StoreTroubleError
from bot.wires.answering import Answering
from bot.wires.bell import Bell, first
from bot.wires.calling import Bot, TokenRefusedError, call, renew_polling
from bot.wires.handling import Board, Handling
from bot.wires.patience import Patience
from bot.wires.singly import Hall, Handle, Mishap

_log = logging.getLogger("samklang.intake")

WANTED = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "inline_query",
    "chosen_inline_result",
)
_LONG_POLL = 50.0
_STALLED = 90.0
"""Seconds without a poll that went well, after which the line is laid anew."""
_TWO_POLLERS = 60.0
"""Seconds; a shorter conflict is our own earlier process going away."""
_BATCH = 100
_SHARED_LOOK = 0.5
"""Seconds; what a process that died had begun must not wait for the next update."""


class TwoPollersError(Exception):
    """Another process fetches this bot's updates; only one may."""


class Intake:
    """Fetches, keeps and handles updates; each takes effect once, whenever we are killed."""

    def __init__(
        self, bot: Bot, store: Store, clock: Clock, handle: Handle, mishap: Mishap
    ) -> None:
        """Wire up; `handle` and `mishap` run inside a transaction and must not wait."""
        self._bot, self._store, self._clock = bot, store, clock
        self._answering = Answering(bot)
        hall = Hall(bot, store, clock, handle, mishap, self._answering)
        self._handling = Handling(hall)
        self._bell = Bell(clock)
        self._patience = Patience(clock)
        self._offset = 0
        self._conflict_at: float | None = None
        self._watch = clock
        self._excuse = ""
        self.pulse = clock.mono()

    def is_timed_by(self, watch: Clock) -> None:
        """Tell whether the line stands still by `watch`, when `clock` may be moved by hand."""
        self._watch, self.pulse = watch, watch.mono()

    def excuses_itself(self, text: str) -> None:
        """Show `text` to those whose taps must wait because the database is in trouble."""
        self._excuse = text

    def shares_commits(self, board: Board) -> None:
        """Let messages leave by way of `board` in the transactions that write them."""
        self._handling.board = board

    async def run(self) -> None:
        """Poll and handle until cancelled; raises TokenRefusedError and TwoPollersError."""
        tasks = [asyncio.create_task(self._poll()), asyncio.create_task(self.run_handling())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for task in done:
            task.result()

    async def poll_once(self, timeout: float) -> int:  # noqa: ASYNC109  (Telegram waits, not we)
        """Fetch at most a hundred updates and keep them; give the number of new ones.

        They are handled in the same commit when that can be done, otherwise by `handle_waiting`.
        Waits up to `timeout` seconds for the first. Trouble on the line gives 0. What a call
        keeps is confirmed by the next one.
        """
        try:
            updates = await self._fetch(timeout)
            new = self._take(updates) if updates else 0
        except (InvalidToken, EndPointNotFound) as error:
            raise TokenRefusedError from error
        except Conflict:
            self._note_conflict()
            return 0
        except Exception as error:  # noqa: BLE001  (whatever it is, we ask again)
            _log.info("no updates: %s", type(error).__name__)
            self._patience.is_troubled()
            return 0
        self._note_success(updates)
        if self._handling.is_behind:
            self._bell.ring()
        return new

    def _take(self, updates: Sequence[Mapping[str, object]]) -> int:
        try:
            return self._handling.take(updates)
        except StoreTroubleError:
            if self._excuse:
                self._answering.excuse(updates, self._excuse)
            raise

    def receive(self, updates: Sequence[Mapping[str, object]]) -> int:
        """Keep updates in one commit and wake the handling; give the number of new ones.

        Raises StoreTroubleError, and then they must not be confirmed.
        """
        if not updates:
            return 0
        new = self._handling.keep(updates)
        self._bell.ring()
        return new

    async def handle_waiting(self) -> int:
        """Handle all that is kept, and wait for the answers to taps; give the number handled.

        Raises StoreTroubleError; what is not handled stays.
        """
        handled = await self._handling.handle_kept()
        await self._answering.rest()
        return handled

    async def run_handling(self) -> None:
        """Handle what is kept until cancelled; for the webhook this is all there is to run."""
        while True:
            pause = None if self._store.is_sqlite else _SHARED_LOOK
            try:
                await self._handling.handle_kept()
            except StoreTroubleError as trouble:
                _log.warning("updates wait, the database is in trouble: %s", trouble)
                pause = 1.0
            await self._bell.rest(pause)

    async def _poll(self) -> None:
        while True:
            poll = asyncio.create_task(self._poll_and_forget())
            try:
                await first([self._watch.sleep(_STALLED)], (poll,))
            finally:
                poll.cancel()
            if poll.done():
                poll.result()
            else:
                await asyncio.gather(poll, return_exceptions=True)
            if self._watch.mono() - self.pulse > _STALLED:
                await self._lay_anew()
            if pause := self._patience.left():
                await self._clock.sleep(pause)

    async def _poll_and_forget(self) -> None:
        await self.poll_once(_LONG_POLL)

    async def _fetch(self, wait: float) -> list[Mapping[str, object]]:
        wanted: dict[str, object] = {
            "timeout": int(wait),
            "limit": _BATCH,
            "allowed_updates": list(WANTED),
        }
        if self._offset:
            wanted["offset"] = self._offset
        result = await call(self._bot, "getUpdates", wanted, patience=wait + 10.0)
        updates = result if isinstance(result, list) else []
        return [update for update in updates if isinstance(update, Mapping)]

    def _note_success(self, updates: Sequence[Mapping[str, object]]) -> None:
        """Remember what to confirm, once: Telegram may begin its numbers anew after a pause."""
        numbers = [number for one in updates if isinstance(number := one.get("update_id"), int)]
        self._offset = max(numbers) + 1 if numbers else 0
        self._conflict_at = None
        self._patience.is_well()
        self.pulse = self._watch.mono()

    def _note_conflict(self) -> None:
        now = self._watch.mono()
        self._conflict_at = self._conflict_at if self._conflict_at is not None else now
        if now - self._conflict_at > _TWO_POLLERS:
            raise TwoPollersError
        _log.warning("another process fetches this bot's updates")
        self._patience.is_troubled()

    async def _lay_anew(self) -> None:
        _log.warning("no poll has gone well for %s seconds; laying the line anew", _STALLED)
        await renew_polling(self._bot)
        self.pulse = self._watch.mono()
