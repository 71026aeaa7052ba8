"""Who may send now: our own pace, and the pauses Telegram asks for. Knows the library's seam.

Three allowances apply to each request: the bot's, the chat's, and the pauses. The last places of
the bot's allowance are kept for people who wait for an answer, so a broadcast can fill the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.clock import Clock
from bot.records.outgoing import Lane
from bot.store import holds
from bot.store.engine import Store, StoreTroubleError
from bot.wires.bucket import NEARLY, Bucket
from bot.wires.gait import Gait

_log = logging.getLogger("samklang.limiter")

_FREE = frozenset({"answerCallbackQuery", "answerInlineQuery", "getUpdates"})
"""Telegram does not count these."""
_ALL = "all"
_MARGIN = 1.01
"""Two clocks never agree quite."""
_NEAR = 5.0
"""Refusals in two chats within so many seconds mean that the whole bot is too fast."""


@dataclass(frozen=True, slots=True)
class Pass:
    """A place in line that its holder has already been given."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Allowances: messages a second in all and per private chat, a minute per group.

    `burst` is how much of a second's allowance may go at once; together with the even pace it
    stays below Telegram's 30 a second however that second is cut.
    """

    per_second: float = 25.0
    burst: float = 0.2
    per_chat_per_second: float = 1.0
    group_per_minute: float = 18.0


class Limiter(BaseRateLimiter[Pass]):
    """Keeps all requests within the pace; the sender asks it, everyone else is made to wait."""

    def __init__(self, store: Store, clock: Clock, pace: Pace) -> None:
        """Begin with the pauses that an earlier process was asked for."""
        self._store, self._clock, self._pace = store, clock, pace
        self._places = max(1.0, pace.per_second * pace.burst)
        self._bot = Bucket(pace.per_second, self._places, clock.mono())
        self._chats: dict[int | str, Bucket] = {}
        self._held: dict[str, float] = {}
        self._gaits: dict[str, Gait] = {}
        self._refused: tuple[int | str, float] | None = None

    async def initialize(self) -> None:
        """Read the pauses that still last; the library calls this first."""
        now, mono = self._clock.now(), self._clock.mono()
        with self._store.reading() as session:
            for scope, until in holds.standing(session, now).items():
                self._held[scope] = mono + (until - now).total_seconds()

    async def shutdown(self) -> None:
        """Nothing to let go of; pauses are already stored."""

    def room(self, lane: Lane) -> int:
        """How many requests of this lane may leave at once, all chats together."""
        now = self._clock.mono()
        if self._pause(_ALL, now):
            return 0
        return max(0, int(self._bot.level(now) + NEARLY - self._kept_from(lane)))

    def handful(self, lane: Lane, most: int) -> int:
        """How many of a lane may gather without any place being wasted; people never wait."""
        spare = int(self._places - self._kept_from(lane)) - 1
        return 1 if lane == Lane.PERSON else max(1, min(most, spare))

    def busy(self) -> set[int]:
        """The chats that must wait for their own sake."""
        now = self._clock.mono()
        self._tidy(now)
        waiting = {chat for chat, bucket in self._chats.items() if bucket.wait(now)}
        held = {int(scope[5:]) for scope in self._held if scope.startswith("chat:")}
        return {chat for chat in waiting if isinstance(chat, int)} | held

    def wait(self, chat: int | str, lane: Lane, ahead: int = 0) -> float:
        """Seconds until a request to this chat may leave after `ahead` others; 0 when it may."""
        now = self._clock.mono()
        own = self._chats.get(chat)
        return max(
            self._pause(_ALL, now),
            self._pause(f"chat:{chat}", now),
            self._bot.wait(now, 1.0 + ahead + self._kept_from(lane)),
            own.wait(now) if own else 0.0,
        )

    def take(self, chat: int | str) -> Pass:
        """Use a place for one request; ask `wait` or `room` and `busy` first."""
        now = self._clock.mono()
        if self._gaits:
            self._walk(now)
        self._bot.take(now)
        if chat not in self._chats:
            self._chats[chat] = Bucket(*self._allowance(chat, now), now)
        self._chats[chat].take(now)
        return Pass()

    def hold(self, chat: int | str, seconds: float) -> None:
        """Obey a pause, and keep it for a restart; two chats refused at once hold everyone."""
        now = self._clock.mono()
        other = self._refused
        self._refused = (chat, now)
        is_all = other is not None and other[0] != chat and now - other[1] <= _NEAR
        scope = _ALL if is_all else f"chat:{chat}"
        self._held[scope] = max(self._held.get(scope, 0.0), now + seconds)
        self._gaits[scope] = self._gaits.get(scope, Gait()).refused(now)
        self._remember(scope, self._held[scope] - now)

    def rest(self, chat: int | str, seconds: float) -> None:
        """Leave a chat alone for a moment; a restart need not know of it."""
        scope, until = f"chat:{chat}", self._clock.mono() + seconds
        self._held[scope] = max(self._held.get(scope, 0.0), until)

    async def process_request(  # noqa: PLR0913, PLR0917  (the library's signature)
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401  (the library's signature)
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Pass | None,
    ) -> Any:  # noqa: ANN401  (the library's signature)
        """Let a request through when it may go; a refusal becomes a pause and is passed on."""
        chat = data.get("chat_id") or data.get("inline_message_id") or 0
        if endpoint not in _FREE and rate_limit_args is None:
            await self._line_up(chat)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            self.hold(chat, seconds_of(error))
            raise

    async def _line_up(self, chat: int | str) -> None:
        while (wait := self.wait(chat, Lane.PERSON)) > 0:
            await self._clock.sleep(wait)
        self.take(chat)

    def _remember(self, scope: str, seconds: float) -> None:
        now = self._clock.now()
        try:
            with self._store.transaction() as session:
                holds.keep(session, scope, now + timedelta(seconds=seconds))
                holds.forget(session, now)
        except StoreTroubleError as trouble:
            # We obey it all the same, as long as we live.
            _log.warning("a pause of %s s is not stored: %s", seconds, trouble)

    def _kept_from(self, lane: Lane) -> float:
        """The places a lane must leave for more urgent ones."""
        kept = min(3.0, (self._places - 1.0) / 2)
        return {Lane.PERSON: 0.0, Lane.NOTICE: kept / 3}.get(lane, kept)

    def pace_now(self) -> float:
        """Tell what share of the bot's whole pace refusals have left us."""
        return self._share(_ALL, self._clock.mono())

    def _walk(self, now: float) -> None:
        """Let everyone who was refused go slower, and little by little as before."""
        self._bot.turn(now, self._pace.per_second * self._share(_ALL, now))
        for chat, bucket in self._chats.items():
            if f"chat:{chat}" in self._gaits:
                bucket.turn(now, self._allowance(chat, now)[0])
        self._gaits = {scope: one for scope, one in self._gaits.items() if one.at(now) < 1.0}

    def _share(self, scope: str, now: float) -> float:
        gait = self._gaits.get(scope)
        return gait.at(now) if gait else 1.0

    def _allowance(self, chat: int | str, now: float) -> tuple[float, float]:
        """How many a second a chat takes from us, and how many at once."""
        share = self._share(f"chat:{chat}", now)
        if isinstance(chat, int) and chat > 0:
            return self._pace.per_chat_per_second / _MARGIN * share, 1.0
        # A quarter at once and the rest evenly: no minute, wherever it begins, has more than all.
        size = max(1.0, self._pace.group_per_minute / 4)
        return max(0.01, self._pace.group_per_minute - size) / 60 * share, size

    def _pause(self, scope: str, now: float) -> float:
        return max(0.0, self._held.get(scope, 0.0) - now)

    def _tidy(self, now: float) -> None:
        """Forget what no longer says anything, so that a broadcast leaves no memory behind."""
        self._held = {scope: until for scope, until in self._held.items() if until > now}
        for chat in [chat for chat, bucket in self._chats.items() if bucket.is_full(now)]:
            del self._chats[chat]


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks us to wait; the library gives a number or a duration."""
    wait: float | timedelta = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
