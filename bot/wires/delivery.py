"""The one door out: rows of the outbox become requests, and answers become facts in the rows.

Knows the outbox, the limiter and how to call; never what a message says.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.clock import Clock
from bot.records.outgoing import Lane, Outgoing
from bot.store import claims, outcomes
from bot.store.claims import Claim, Claimed
from bot.store.engine import Store, StoreTroubleError
from bot.store.outcomes import Delivered, GivenUp, Outcome, Settled
from bot.store.trouble import StoreDoubtError
from bot.wires.bell import Alarm
from bot.wires.calling import Bot, TokenRefusedError, call
from bot.wires.limiter import Limiter, Pass
from bot.wires.patience import Patience
from bot.wires.verdict import classify
from bot.wires.workbench import Workbench

_log = logging.getLogger("samklang.delivery")

Departure = Callable[[], float | None]
"""Lets fly what a commit has counted; gives the seconds until something more may leave."""

_WINDOW = {Lane.PERSON: 32, Lane.NOTICE: 7, Lane.BROADCAST: 6}
"""Requests on the wire at once. Of what nobody waits for, more would not be faster."""
_LEASE = timedelta(minutes=3)
"""Longer than any request can last, so that an older one has lost its process."""
_REST = 30.0
"""Seconds; we look at least so often, in case the wall clock was moved."""
_AFTER_DOUBT = 2.0
"""Seconds to leave a chat alone before a message that may have arrived goes again."""
_LINGER = 0.15
"""Seconds that an answer may wait to be noted in the same commit as the next departure."""
_SOON = 0.05
"""Seconds that a whole handful may wait, when the next departure is no further off."""
_HANDFUL = 4
"""Of what nobody waits for, so many go together where the pace allows: one commit for all."""


class Sender:
    """Sends what the outbox holds, in order within a chat, the waiting person first."""

    def __init__(
        self, bot: Bot, store: Store, clock: Clock, limiter: Limiter, given_up: GivenUp
    ) -> None:
        """Wire up; `given_up` is told in the transaction that gives a row up."""
        self._bot, self._store, self._clock, self._limiter = bot, store, clock, limiter
        self._told = given_up
        self._alarm = Alarm(clock)
        self._patience = Patience(clock)
        self._workbench = Workbench()
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._landed: list[Settled] = []
        self._boarded: list[Claimed] = []
        self._is_refused = False
        self._recovered_at: float | None = None
        self._is_full = False
        self.counts = Counter[str]()
        """How many requests ended in each way since we began."""
        self.pulse = clock.mono()

    def wake(self) -> None:
        """Look in the outbox now: someone has put something there."""
        self._is_called = True
        self._alarm.ring()

    async def send_due(self) -> float | None:
        """Send all that may leave now, and wait for the answers.

        Gives the seconds until something more may leave, None when nothing waits. Raises
        TokenRefusedError, and StoreTroubleError when the database cannot be written.
        """
        pause = self._turn()
        while self._flying:
            await asyncio.wait(self._flying.values(), return_when=asyncio.FIRST_COMPLETED)
            pause = self._turn()
        return pause

    async def run(self) -> None:
        """Send until cancelled; raises TokenRefusedError."""
        self._recovered_at = None
        while True:
            try:
                if self._only_notes():
                    self._note()
                else:
                    self._turn()
            except StoreTroubleError as trouble:
                _log.warning("the outbox cannot be written: %s", trouble)
                self._alarm.set(self._clock.mono() + 1.0)
            await self._alarm.rest()

    async def land(self, grace: float) -> None:
        """Wait at most `grace` real seconds for what is on the wire, and note what has landed."""
        if self._flying:
            await asyncio.wait(self._flying.values(), timeout=grace)
        for task in self._flying.values():
            task.cancel()
        with self._store.transaction() as session:
            self._settle(session, self._clock.now())
        self._landed.clear()

    def board(self, session: Session) -> Departure:
        """Note what has landed and take what may leave, in the caller's transaction.

        Call what is given right after the commit, with no wait between; without a commit, never.
        """
        now = self._clock.now()
        self._settle(session, now)
        self._recover(session, now)
        taken = claims.claim(session, now, self._slots(), self._limiter.busy())
        self._boarded = taken.rows
        outcomes.tell_stale(session, taken.stale, self._given_up)
        pause = self._pause(taken, claims.next_at(session, now), now)
        return partial(self._depart, taken.rows, pause)

    def _turn(self) -> float | None:
        """Note what has landed and take what may leave, in one commit; then let it fly."""
        try:
            with self._store.transaction() as session:
                depart = self.board(session)
        except StoreDoubtError:
            # If the rows were taken, they have not left: say so as soon as we can.
            stayed = outcomes.Undelivered("the commit was in doubt")
            self._landed += [Settled(row.id, stayed) for row in self._boarded]
            raise
        pause = depart()
        if self._is_refused and not self._flying:
            raise TokenRefusedError
        return pause

    def _only_notes(self) -> bool:
        """Whether we were rung for what has landed, and will look for more in a moment anyway."""
        left = self._alarm.at - self._clock.mono()
        return bool(self._landed) and not self._is_called and 0 < left <= _LINGER

    def _note(self) -> None:
        """Note what has landed, and leave the rest of the handful to come together."""
        with self._store.transaction() as session:
            self._settle(session, self._clock.now())
        self._landed.clear()

    def _depart(self, rows: list[Claimed], pause: float | None) -> float | None:
        """Let fly what a commit has counted; give the seconds until something more may leave."""
        self._landed.clear()
        self.pulse = self._clock.mono()
        for row in rows:
            paid = self._limiter.take(row.chat_id)
            self._flying[row.id] = asyncio.create_task(self._fly(row, paid))
        # Whoever rang meant rows that this commit has seen.
        self._is_called = False
        self._alarm.hush()
        self._alarm.set(self.pulse + min(pause if pause is not None else _REST, _REST))
        return pause

    def _settle(self, session: Session, now: datetime) -> None:
        outcomes.settle(session, self._landed, now, self._given_up)

    def _recover(self, session: Session, now: datetime) -> None:
        """Find rows whose process died: all of them when we begin, later those past their lease."""
        mono = self._clock.mono()
        is_first = self._recovered_at is None
        if self._recovered_at is None or mono - self._recovered_at > _LEASE.total_seconds() / 3:
            self._recovered_at = mono
            older_than = None if is_first else now - _LEASE
            own = outcomes.Own(frozenset(self._flying), older_than)
            outcomes.recover(session, now, own, self._given_up)

    def _given_up(self, session: Session, row: Outgoing, reason: str) -> None:
        """Tell of a lost row; when the telling goes wrong, the row is lost all the same.

        Otherwise the same row would end the process at every start.
        """
        try:
            with session.begin_nested():
                self._told(session, row, reason)
        except DBAPIError:
            raise
        except Exception as mistake:  # noqa: BLE001  (no telling may stop the sending)
            _log.error("row %s: %s, not told: %s", row.id, reason, type(mistake).__name__)

    def _slots(self) -> dict[Lane, int]:
        """How many more each lane may have on the wire."""
        if self._is_refused or self._patience.left():
            return {}
        flying = len(self._flying)
        return {
            lane: min(window - flying, self._limiter.room(lane)) for lane, window in _WINDOW.items()
        }

    def _pause(self, taken: Claim, next_at: datetime | None, now: datetime) -> float | None:
        """Seconds until another look is worth it; None when only a landing or the bell is."""
        waits = [] if next_at is None else [(next_at - now).total_seconds()]
        flying = len(self._flying) + len(taken.rows)
        free = [(chat, lane) for chat, lane in taken.left if flying < _WINDOW[lane]]
        self._is_full = len(free) < len(taken.left)
        quiet = self._patience.left()
        alike = Counter(lane for _, lane in free)
        for chat, lane in free:
            company = min(alike[lane], self._limiter.handful(lane, _HANDFUL)) - 1
            waits.append(max(quiet, self._limiter.wait(chat, lane, len(taken.rows) + company)))
        if not taken.is_all:
            # There is more than we looked at, and it may be able to leave earlier.
            waits.append(max(1.0, self._patience.left()))
        return min(waits, default=None)

    async def _fly(self, row: Claimed, paid: Pass) -> None:
        """Make the request, and keep what became of it until the next commit."""
        try:
            filled = await self._workbench.filled(_addressed(row))
            result = await call(self._bot, row.method, filled, paid=paid)
        except Exception as error:  # noqa: BLE001  (what we do not know counts as doubt)
            outcome = self._judge(row, error)
        else:
            self._patience.is_well()
            outcome = Delivered(_message_id(result))
        self.counts[type(outcome).__name__.lower()] += 1
        self._landed.append(Settled(row.id, outcome, has_card=row.card_id is not None))
        del self._flying[row.id]
        self._note_soon(row.lane, has_arrived=isinstance(outcome, Delivered))

    def _note_soon(self, lane: Lane, *, has_arrived: bool) -> None:
        """Look again soon; at once after a failure, or when half of a full line has landed.

        When the last of a handful has landed it is noted at once. Until then, whoever kills the
        process makes each of them come twice, and the next handful is long in coming.
        """
        left = self._alarm.at - self._clock.mono()
        if not has_arrived or (self._is_full and len(self._flying) <= len(self._landed)):
            self.wake()
        elif lane != Lane.PERSON and not self._flying and left > _SOON:
            self._alarm.ring()
        elif left > _LINGER:
            self._alarm.set(self._clock.mono() + _LINGER)

    def _judge(self, row: Claimed, error: Exception) -> Outcome:
        verdict = classify(error, row.content)
        is_ours = isinstance(verdict.outcome, outcomes.Unmade)
        level = logging.ERROR if is_ours else logging.INFO
        _log.log(level, "row %s %s: %r", row.id, row.method, verdict.outcome)
        if verdict.is_cut_off:
            self._patience.is_troubled()
        if isinstance(verdict.outcome, outcomes.Doubtful):
            self._patience.is_doubtful()
            self._limiter.rest(row.chat_id, _AFTER_DOUBT)
        self._is_refused |= verdict.is_token_refused
        return verdict.outcome


def _addressed(row: Claimed) -> Mapping[str, object]:
    """Say where it goes; a card that a person shared has a number of its own and no chat."""
    is_shared = "inline_message_id" in row.content
    return row.content if is_shared else {"chat_id": row.chat_id, **row.content}


def _message_id(result: object) -> int | None:
    return int(result["message_id"]) if isinstance(result, Mapping) else None
