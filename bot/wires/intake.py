"""Updates come in: kept first, confirmed to Telegram then, and handled one by one.

Knows the library's poll and our inbox; never what an update means.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from sqlmodel import Session
from telegram import Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken

from bot.clock import Clock
from bot.events import Answer, Event
from bot.records.incoming import Incoming
from bot.store import inbox
from bot.store.engine import Store, StoreTroubleError
from bot.store.retrying import again
from bot.wires.bell import Bell, first
from bot.wires.calling import Bot, TokenRefusedError, call, renew_polling
from bot.wires.patience import Patience
from bot.wires.reading import update_as_event

_log = logging.getLogger("samklang.intake")

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
_LONG_POLL = 50.0
_STALLED = 90.0
"""Seconds without a poll that went well, after which the line is laid anew."""
_TWO_POLLERS = 60.0
"""Seconds; a shorter conflict is our own earlier process going away."""
_BATCH = 100
_SHARED_BATCH = 8
"""When others take from the same inbox a longer list would soon be old."""
_SHARED_LOOK = 0.5
"""Seconds; what a process that died had begun must not wait for the next update."""

Handle = Callable[[Session, Event, datetime], Answer | None]
Mishap = Callable[[Session, Event | None, datetime, str], None]


class TwoPollersError(Exception):
    """Another process fetches this bot's updates; only one may."""


class Intake:
    """Fetches, keeps and handles updates; each takes effect once, whenever we are killed."""

    def __init__(
        self, bot: Bot, store: Store, clock: Clock, handle: Handle, mishap: Mishap
    ) -> None:
        """Wire up; `handle` and `mishap` run inside a transaction and must not wait."""
        self._bot, self._store, self._clock = bot, store, clock
        self._handle, self._mishap = handle, mishap
        self._bell = Bell(clock)
        self._patience = Patience(clock)
        self._offset = 0
        self._conflict_at: float | None = None
        self._suspects: set[int] | None = None
        self._answering: set[asyncio.Task[None]] = set()
        self.pulse = clock.mono()

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

        Waits up to `timeout` seconds for the first. Trouble on the line gives 0. What a call
        keeps is confirmed by the next one.
        """
        try:
            updates = await self._fetch(timeout)
            new = self.receive(updates)
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
        return new

    def receive(self, updates: Sequence[Mapping[str, object]]) -> int:
        """Keep updates in one commit and wake the handling; give the number of new ones.

        Raises StoreTroubleError, and then they must not be confirmed.
        """
        if not updates:
            return 0
        with self._store.transaction() as session:
            new = inbox.keep(session, updates, self._clock.now())
        self._bell.ring()
        return new

    async def handle_waiting(self) -> int:
        """Handle all that is kept, and wait for the answers to taps; give the number handled.

        Raises StoreTroubleError; what is not handled stays.
        """
        handled = await self._handle_kept()
        if self._answering:
            await asyncio.wait(self._answering)
        return handled

    async def run_handling(self) -> None:
        """Handle what is kept until cancelled; for the webhook this is all there is to run."""
        while True:
            pause = None if self._store.is_sqlite else _SHARED_LOOK
            try:
                await self._handle_kept()
            except StoreTroubleError as trouble:
                _log.warning("updates wait, the database is in trouble: %s", trouble)
                pause = 1.0
            await self._bell.rest(pause)

    async def _poll(self) -> None:
        while True:
            poll = asyncio.create_task(self._poll_and_forget())
            try:
                await first([self._clock.sleep(_STALLED)], (poll,))
            finally:
                poll.cancel()
            if poll.done():
                poll.result()
            else:
                await asyncio.gather(poll, return_exceptions=True)
            if self._clock.mono() - self.pulse > _STALLED:
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
        self.pulse = self._clock.mono()

    def _note_conflict(self) -> None:
        now = self._clock.mono()
        self._conflict_at = self._conflict_at if self._conflict_at is not None else now
        if now - self._conflict_at > _TWO_POLLERS:
            raise TwoPollersError
        _log.warning("another process fetches this bot's updates")
        self._patience.is_troubled()

    async def _lay_anew(self) -> None:
        _log.warning("no poll has gone well for %s seconds; laying the line anew", _STALLED)
        await renew_polling(self._bot)
        self.pulse = self._clock.mono()

    async def _handle_kept(self) -> int:
        handled, is_new = 0, True
        while is_new and (rows := self._kept()):
            is_new = False
            for row in rows:
                if self._handle_one(row):
                    handled, is_new = handled + 1, True
                await asyncio.sleep(0)
        return handled

    def _kept(self) -> list[Incoming]:
        with self._store.reading() as session:
            rows = inbox.waiting(session, _BATCH if self._store.is_sqlite else _SHARED_BATCH)
            if self._suspects is None:
                # What waits when we begin may be what killed us.
                self._suspects = inbox.waiting_numbers(session)
        return rows

    def _handle_one(self, row: Incoming) -> bool:
        """Handle an update or put it aside; False when another process has it."""
        event: Event | None = None
        error = "the process ended"
        for attempt in range(row.attempts + 1, inbox.ATTEMPTS + 1):
            self._count(row, attempt)
            try:
                update = Update.de_json(json.loads(row.body or "{}"), self._bot)
                event = update_as_event(update)
                return again(partial(self._take_effect, row, update, event))
            except StoreTroubleError:
                self._acquit(row)
                raise
            except Exception as mistake:  # noqa: BLE001  (one update must not stop the others)
                error = _place(mistake)
                with self._store.transaction() as session:
                    inbox.failed(session, row.update_id, attempt, error)
        self._put_aside(row, event, error)
        return True

    def _count(self, row: Incoming, attempt: int) -> None:
        """Count an attempt before it is made, when it may be the one that ends us."""
        if self._suspects and row.update_id in self._suspects:
            with self._store.transaction() as session:
                inbox.tried(session, row.update_id, attempt)

    def _acquit(self, row: Incoming) -> None:
        """Take a counted attempt back: a full disk is not the update's fault."""
        if self._suspects and row.update_id in self._suspects:
            self._suspects.discard(row.update_id)
            with (
                contextlib.suppress(StoreTroubleError),
                self._store.transaction() as session,
            ):
                inbox.failed(session, row.update_id, row.attempts, row.last_error)

    def _take_effect(self, row: Incoming, update: Update, event: Event | None) -> bool:
        now, answer = self._clock.now(), None
        with self._store.transaction() as session:
            if not inbox.handled(session, row.update_id, now):
                return False
            if event is not None:
                answer = self._handle(session, event, now)
        if update.callback_query:
            self._answer(update.callback_query.id, answer or Answer())
        return True

    def _put_aside(self, row: Incoming, event: Event | None, error: str) -> None:
        """Let the others pass, and tell whoever should know; telling may fail too."""
        code = f"{row.update_id:06x}"[-6:].upper()
        _log.error("update %s is put aside, code %s: %s", row.update_id, code, error)
        with self._store.transaction() as session:
            inbox.put_aside(session, row.update_id)
        try:
            with self._store.transaction() as session:
                self._mishap(session, event, self._clock.now(), code)
        except StoreTroubleError:
            raise
        except Exception as mistake:  # noqa: BLE001  (an apology must not stop the others)
            _log.error("the mishap %s could not be told: %s", code, _place(mistake))

    def _answer(self, query_id: str, answer: Answer) -> None:
        task = asyncio.create_task(self._say(query_id, answer))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _say(self, query_id: str, answer: Answer) -> None:
        """Show the answer at once; too late or lost makes no difference to what was done."""
        said: dict[str, object] = {"callback_query_id": query_id}
        said |= {"text": answer.text} if answer.text else {}
        said |= {"show_alert": True} if answer.is_alert else {}
        said |= {"url": answer.url} if answer.url else {}
        try:
            await call(self._bot, "answerCallbackQuery", said)
        except Exception as error:  # noqa: BLE001  (the effect is stored; this was a courtesy)
            _log.info("a tap was not answered: %s", type(error).__name__)


def _place(error: Exception) -> str:
    """Where it went wrong, without its words: they may quote what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames[-3:]]
    return f"{type(error).__name__} at {' < '.join(reversed(places))}"
