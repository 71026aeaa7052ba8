"""One update at a time, each in its own transaction: the slow and sure way to take effect.

Knows attempts and quarantine; never what an update means.
"""

from __future__ import annotations

import contextlib
import json
import logging
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlmodel import Session
from telegram import Update

from bot.clock import Clock
from bot.events import Event, Reply
from bot.records.incoming import Incoming
from bot.store import inbox
from bot.store.engine import Store, StoreTroubleError
from bot.store.retrying import again
from bot.wires.answering import Answering
from bot.wires.calling import Bot
from bot.wires.reading import update_as_event

_log = logging.getLogger("samklang.intake")

Handle = Callable[[Session, Event, datetime], Reply | None]
Mishap = Callable[[Session, Event | None, datetime, str], None]


@dataclass(frozen=True, slots=True)
class Hall:
    """Where updates take effect; `handle` and `mishap` run in a transaction and must not wait."""

    bot: Bot
    store: Store
    clock: Clock
    handle: Handle
    mishap: Mishap
    answering: Answering


class Singly:
    """Handles an update, twice at most; then it is put aside, so that those behind it pass."""

    def __init__(self, hall: Hall) -> None:
        """Begin without suspicions."""
        self._hall, self._store, self._clock = hall, hall.store, hall.clock
        self._suspects: set[int] = set()
        self.has_looked = False
        """Whether what waited when we began is among the suspects."""

    def suspect(self, update_ids: Iterable[int]) -> None:
        """Count attempts at these before they are made: one of them may have ended us."""
        self._suspects |= set(update_ids)

    def is_suspect(self, row: Incoming) -> bool:
        """Whether handling this one may have ended the process before."""
        return row.update_id in self._suspects

    def handle(self, row: Incoming) -> bool:
        """Handle an update or put it aside; False when another process has it.

        Raises StoreTroubleError; then it waits, and the attempt is not counted.
        """
        event: Event | None = None
        error = "the process ended"
        for attempt in range(row.attempts + 1, inbox.ATTEMPTS + 1):
            self._count(row, attempt)
            try:
                update = self._update(row)
                event = update_as_event(update)
                return again(partial(self._take_effect, row, update, event))
            except StoreTroubleError:
                self.acquit(row)
                raise
            except Exception as mistake:  # noqa: BLE001  (one update must not stop the others)
                error = _place(mistake)
                with self._store.transaction() as session:
                    inbox.failed(session, row.update_id, attempt, error)
        self._put_aside(row, event, error)
        return True

    def acquit(self, row: Incoming) -> None:
        """Take a counted attempt back: a full disk is not the update's fault."""
        if self.is_suspect(row):
            self._suspects.discard(row.update_id)
            with (
                contextlib.suppress(StoreTroubleError),
                self._store.transaction() as session,
            ):
                inbox.failed(session, row.update_id, row.attempts, row.last_error)

    def _count(self, row: Incoming, attempt: int) -> None:
        """Count an attempt before it is made, when it may be the one that ends us."""
        if self.is_suspect(row):
            with self._store.transaction() as session:
                inbox.tried(session, row.update_id, attempt)

    def _take_effect(self, row: Incoming, update: Update, event: Event | None) -> bool:
        now, answer = self._clock.now(), None
        with self._store.transaction() as session:
            if not inbox.handled(session, row.update_id, now):
                return False
            if event is not None:
                answer = self._hall.handle(session, event, now)
        self._hall.answering.answer(update, answer)
        return True

    def _update(self, row: Incoming) -> Update:
        return Update.de_json(json.loads(row.body or "{}"), self._hall.bot)

    def _read(self, row: Incoming) -> Event | None:
        """Read who it is from, if that can be read at all."""
        with contextlib.suppress(Exception):
            return update_as_event(self._update(row))
        return None

    def _put_aside(self, row: Incoming, event: Event | None, error: str) -> None:
        """Let the others pass, and tell whoever should know; telling may fail too."""
        code = f"{row.update_id:06x}"[-6:].upper()
        _log.error("update %s is put aside, code %s: %s", row.update_id, code, error)
        with self._store.transaction() as session:
            inbox.put_aside(session, row.update_id)
        try:
            # What ended the process twice has not been read in this one. Put aside, it may be.
            told = event or self._read(row)
            with self._store.transaction() as session:
                self._hall.mishap(session, told, self._clock.now(), code)
        except StoreTroubleError:
            raise
        except Exception as mistake:  # noqa: BLE001  (an apology must not stop the others)
            _log.error("the mishap %s could not be told: %s", code, _place(mistake))


def _place(error: Exception) -> str:
    """Where it went wrong, without its words: they may quote what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames[-3:]]
    return f"{type(error).__name__} at {' < '.join(reversed(places))}"
