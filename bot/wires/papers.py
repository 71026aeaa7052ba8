"""Fetches the files that organisers send and has them read, one at a time, beside everything else.

Knows files and their words; what becomes of the words is decided elsewhere.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session
from telegram.error import TelegramError

from bot.clock import Clock
from bot.invitation import extraction
from bot.invitation.extraction import Unreadable
from bot.records.paper import Paper
from bot.store import papers
from bot.store.engine import Store, StoreTroubleError
from bot.wires.bell import Bell
from bot.wires.calling import Bot

_log = logging.getLogger("samklang.desk")
_REST = 30.0

Read = Callable[[Session, Paper, str | None], None]
"""Takes a file's words, None when it could not be read, in the transaction that removes it."""


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Telegram did not give the file; it may another time."""


class ReadingDesk:
    """Reads what waits; a file that could not be fetched is tried once more."""

    def __init__(self, bot: Bot, store: Store, clock: Clock, read: Read) -> None:
        """Wire up."""
        self._bot, self._store, self._read = bot, store, read
        self._bell = Bell(clock)

    def wake(self) -> None:
        """Look now: a file has come."""
        self._bell.ring()

    async def run(self) -> None:
        """Read until cancelled."""
        while True:
            try:
                await self.read_waiting()
            except StoreTroubleError as trouble:
                _log.warning("files wait, the database is in trouble: %s", trouble)
            await self._bell.rest(_REST)

    async def read_waiting(self) -> int:
        """Read every file that waits; give how many. One that cannot be fetched waits a while."""
        count = 0
        while (paper := self._next()) is not None:
            text = await self._words(paper)
            if isinstance(text, NotFetched) and paper.attempts < papers.ATTEMPTS:
                break
            self._hand_over(paper, text if isinstance(text, str) else None)
            count += 1
        return count

    def _hand_over(self, paper: Paper, text: str | None) -> None:
        with self._store.transaction() as session:
            kept = session.get(Paper, paper.id)
            if kept is not None:
                self._read(session, kept, text)
                session.delete(kept)

    def _next(self) -> Paper | None:
        with self._store.transaction() as session:
            return papers.next_one(session)

    async def _words(self, paper: Paper) -> str | Unreadable | NotFetched:
        if paper.attempts > papers.ATTEMPTS:
            return NotFetched()
        try:
            file = await self._bot.get_file(paper.file_id)
            content = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            _log.info("a file could not be fetched: %s", type(error).__name__)
            return NotFetched()
        return await extraction.text_of(paper.name, content)
