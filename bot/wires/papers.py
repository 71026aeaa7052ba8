"""Fetches the files that organisers send and has them read, one at a time, beside everything else.

Knows files and their words; what becomes of the words is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session

from bot.clock import Clock
from bot.invitation import extraction
from bot.invitation.extraction import Unreadable
from bot.records.paper import Paper
from bot.store import papers
from bot.store.engine import Store
from bot.wires.calling import Bot
from bot.wires.desk import Desk
from bot.wires.files import NotFetched, fetched

Read = Callable[[Session, Paper, str | None], None]
"""Takes a file's words, None when it could not be read, in the transaction that removes it."""


class ReadingDesk(Desk):
    """Reads what waits; a file that could not be fetched is tried once more."""

    def __init__(self, bot: Bot, store: Store, clock: Clock, read: Read) -> None:
        """Wire up."""
        super().__init__(clock)
        self._bot, self._store, self._read = bot, store, read

    async def work(self) -> int:
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
            return NotFetched(is_final=True)
        content = await fetched(self._bot, paper.file_id)
        if isinstance(content, NotFetched):
            return content
        return await extraction.text_of(paper.name, content)
