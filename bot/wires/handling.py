"""What comes in takes effect: several updates in one commit while all goes well, else singly.

Knows the inbox and its order; never what an update means. A commit waits for the disk, so the
fewer there are, the sooner everyone is answered:

    kept and handled at once    when nothing waits and the process has proved itself
    a group of what is kept     when more has come than one commit should hold
    each by itself (`singly`)   when one of a group went wrong, or may have ended the process
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import takewhile

from sqlmodel import Session
from telegram import Update

from bot.events import Reply
from bot.records.incoming import Incoming
from bot.store import inbox
from bot.store.engine import StoreTroubleError
from bot.wires.reading import update_as_event
from bot.wires.singly import Hall, Singly

_log = logging.getLogger("samklang.intake")

Raw = Mapping[str, object]
Board = Callable[[Session], Callable[[], object]]
"""Takes what may leave, in a turn's own transaction; what it gives is called after the commit."""

_PAGE = 100
_SHARED_PAGE = 8
"""When others take from the same inbox a longer list would soon be old."""
_GROUP = 40
_SUSPECTS = 8
"""So many are counted together before they are tried, and tried again singly if we die."""
_SPELL, _LONG_SPELL = 0.02, 0.04
"""Seconds of handling after which a group is committed, because others wait meanwhile.

A disk that is slow gets larger groups: handling goes on for as long as the last commit took.
"""


class _OneWentWrongError(Exception):
    """An update of several could not be handled, so none of them is."""


@dataclass(slots=True)
class _Effects:
    """What a group has come to: who is handled, and what those who tapped are answered."""

    done: list[int] = field(default_factory=list)
    answers: list[tuple[Update, Reply | None]] = field(default_factory=list)


class Handling:
    """Gives each update its effect once, in order, whenever we are killed."""

    def __init__(self, hall: Hall) -> None:
        """Begin without knowing what waits."""
        self._hall, self._store, self._clock = hall, hall.store, hall.clock
        self._singly = Singly(hall)
        self._is_proved = False
        self._commit_took = 0.0
        self.is_behind = True
        """Whether something may wait to be handled."""
        self.board: Board = _nobody

    def keep(self, updates: Sequence[Raw]) -> int:
        """Keep updates in one commit, to be handled later; give the number of new ones.

        Raises StoreTroubleError, and then they must not be confirmed.
        """
        with self._store.transaction() as session:
            new = inbox.keep(session, updates, self._clock.now())
        self.is_behind = True
        return new

    def take(self, updates: Sequence[Raw]) -> int:
        """Keep updates, and handle them in the same commit if nothing waits before them.

        Gives the number of new ones. Raises StoreTroubleError as `keep` does. The first that come
        after a start are only kept: they may be what ended the process before.
        """
        if not self._is_proved:
            self._is_proved = True
            self._singly.suspect(n for u in updates if isinstance(n := u.get("update_id"), int))
        elif not self.is_behind and self._store.is_sqlite:
            with contextlib.suppress(_OneWentWrongError):
                return self._take_at_once(updates)
        return self.keep(updates)

    async def handle_kept(self) -> int:
        """Handle all that is kept; give the number handled. Raises StoreTroubleError."""
        handled, count = 0, 1
        while count and (rows := self._kept()):
            count = 0
            while rows:
                some = self._handle_together(rows) or self._handle_first(rows)
                count, rows = count + some.handled, rows[some.seen :]
                await asyncio.sleep(0)
            handled += count
        self.is_behind = False
        return handled

    def _kept(self) -> list[Incoming]:
        with self._store.reading() as session:
            rows = inbox.waiting(session, _PAGE if self._store.is_sqlite else _SHARED_PAGE)
            if not self._singly.has_looked:
                # What waits when we begin may be what killed us.
                self._singly.has_looked = True
                self._singly.suspect(inbox.waiting_numbers(session))
        return rows

    def _handle_first(self, rows: Sequence[Incoming]) -> _Seen:
        """Handle the first of the rows by itself, and those that went wrong together with it."""
        alone = self._group(rows) or rows[:1]
        return _Seen(len(alone), sum(self._singly.handle(row) for row in alone))

    def _handle_together(self, rows: Sequence[Incoming]) -> _Seen | None:
        """Handle as many of the first as one commit should hold; None when that cannot be done."""
        group = self._group(rows)
        if not group:
            return None
        try:
            return self._handle_group(group)
        except StoreTroubleError:
            for row in group:
                self._singly.acquit(row)
            raise
        except _OneWentWrongError:
            _log.info("one of %s updates went wrong; taking them singly", len(group))
            for row in group:
                row.attempts += self._singly.is_suspect(row)
            return None

    def _group(self, rows: Sequence[Incoming]) -> Sequence[Incoming]:
        """Choose those that may go together: none of them has failed, all are suspect or none."""
        if not self._store.is_sqlite:
            return ()
        suspect = self._singly.is_suspect
        first = suspect(rows[0])
        alike = takewhile(lambda row: not row.attempts and suspect(row) == first, rows)
        return list(alike)[: _SUSPECTS if first else _GROUP]

    def _handle_group(self, group: Sequence[Incoming]) -> _Seen:
        is_suspect = self._singly.is_suspect(group[0])
        numbers = [row.update_id for row in group]
        if is_suspect:
            with self._store.transaction() as session:
                inbox.all_tried(session, numbers)
        with self._whole() as session:
            waiting = inbox.still_waiting(session, numbers)
            # Read one by one as their turn comes: a spell may end long before the group does.
            bodies = (json.loads(row.body or "{}") for row in group if row.update_id in waiting)
            effects = self._take_effect(session, bodies, math.inf if is_suspect else self._spell())
            depart = self.board(session)
        self._follow(effects, depart)
        is_whole = len(effects.done) == len(waiting)
        return _Seen(len(group) if is_whole else len(effects.done), len(effects.done))

    def _take_at_once(self, updates: Sequence[Raw]) -> int:
        with self._whole() as session:
            before = inbox.known(session, updates)
            new = inbox.keep(session, updates, self._clock.now())
            fresh = [one for one in updates if one.get("update_id") not in before]
            effects = self._take_effect(session, fresh, self._spell())
            depart = self.board(session)
        self._follow(effects, depart)
        self.is_behind = len(effects.done) < new
        return new

    def _take_effect(self, session: Session, updates: Iterable[Raw], spell: float) -> _Effects:
        """Let one update after another have its effect, until so many seconds have passed."""
        now, until = self._clock.now(), self._clock.mono() + spell
        effects = _Effects()
        for raw in updates:
            update = Update.de_json(dict(raw), self._hall.bot)
            event = update_as_event(update)
            answer = self._hall.handle(session, event, now) if event is not None else None
            # Each turn reads the rows anew, as if it had a session of its own.
            session.flush()
            session.expunge_all()
            effects.done.append(update.update_id)
            effects.answers.append((update, answer))
            if self._clock.mono() >= until:
                break
        inbox.all_handled(session, effects.done, now)
        return effects

    def _spell(self) -> float:
        return min(_LONG_SPELL, max(_SPELL, self._commit_took))

    def _follow(self, effects: _Effects, depart: Callable[[], object]) -> None:
        """Do what a commit has made true: let messages leave, and answer those who tapped."""
        depart()
        for update, answer in effects.answers:
            self._hall.answering.answer(update, answer)

    @contextmanager
    def _whole(self) -> Iterator[Session]:
        """All of it or nothing; raises _OneWentWrongError when it is not the database's fault."""
        try:
            with self._store.transaction() as session:
                yield session
                done_at = self._clock.mono()
        except StoreTroubleError:
            raise
        except Exception as mistake:
            raise _OneWentWrongError from mistake
        self._commit_took = self._clock.mono() - done_at


@dataclass(frozen=True, slots=True)
class _Seen:
    """So many rows need not be looked at again, and so many of them were ours to handle."""

    seen: int
    handled: int


def _nobody(_: Session) -> Callable[[], object]:
    """Without a sender beside us nothing leaves in our commits."""
    return lambda: None
