"""Fetches the files that are a meeting's minutes, so that they can be handed over one day.

Knows files; which of them are kept is decided where minutes are sent. Nobody waits for it, so
nobody rings: it looks every half minute.
"""

from __future__ import annotations

from bot.clock import Clock
from bot.records.minutes_file import MinutesFile
from bot.store import minutes_files
from bot.store.engine import Store
from bot.wires.calling import Bot
from bot.wires.desk import Desk
from bot.wires.files import NotFetched, fetched


class FilingDesk(Desk):
    """Keeps what is awaited; a file that Telegram refuses to give is named and not kept."""

    def __init__(self, bot: Bot, store: Store, clock: Clock) -> None:
        """Wire up."""
        super().__init__(clock)
        self._bot, self._store = bot, store

    async def work(self) -> int:
        """Fetch every file that is awaited; while Telegram is out of reach, the rest waits."""
        count = 0
        while (one := self._next()) is not None:
            content = await fetched(self._bot, one.file_id)
            if isinstance(content, NotFetched):
                is_over = content.is_final or one.attempts >= minutes_files.ATTEMPTS
                self._keep(one, None, is_awaited=not is_over)
                if not is_over:
                    break
            else:
                self._keep(one, content, is_awaited=False)
                count += 1
        return count

    def _next(self) -> MinutesFile | None:
        with self._store.transaction() as session:
            return minutes_files.next_one(session)

    def _keep(self, one: MinutesFile, content: bytes | None, *, is_awaited: bool) -> None:
        with self._store.transaction() as session:
            minutes_files.keep(session, one.id, content, is_awaited=is_awaited)
