"""A town whose bot can die between any two steps, and is then started anew on what lay on disk."""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session
from telegram.request import BaseRequest, RequestData

from bot.app import App
from bot.records.outgoing import Outgoing
from bot.simulator.api import Api
from bot.simulator.watcher import button_called, plain
from bot.stage import PATIENCE
from bot.store import schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.wires.inprocess import InProcessRequest
from tests.compiled import sharing
from tests.crashes.fate import Died, Fate
from tests.crashes.hasty import HastyCast
from tests.town import Town

_FILES = ("stage.db", "stage.keys")


class MortalStore(Store):
    """A database whose process may die right after a commit."""

    def __init__(self, url: str, fate: Fate) -> None:
        """Open a database under this fate."""
        super().__init__(url, is_durable=False)
        sharing(self)
        self._fate = fate
        # A forked child may roll back what its parent goes on with, and must not take its journal.
        event.listen(self.engine, "connect", _keep_journal_in_memory)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write as ever; a commit that wrote something is a step."""
        self._fate.lives()
        with super().transaction() as session:
            before = self._writes(session)
            session.info["fate"] = self._fate
            yield session
            session.flush()
            self._fate.lives()
            has_written = self._writes(session) > before
        if has_written:
            self._fate.step("after a commit")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read as ever, unless dead."""
        self._fate.lives()
        with super().reading() as session:
            yield session

    @staticmethod
    def _writes(session: Session) -> int:
        """How many rows this connection has ever changed (sqlite3_total_changes)."""
        changes = session.connection().connection.driver_connection
        return int(changes.total_changes) if changes else 0


def _keep_journal_in_memory(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = MEMORY")
    cursor.close()


class MortalKeys(KeyRing):
    """Keys whose process may die when they are on disk and their reason is not yet."""

    def __init__(self, path: Path, fate: Fate) -> None:
        """Keep keys under this fate."""
        super().__init__(path)
        self._fate = fate

    def seal(self, meeting_id: int, text: str) -> bytes:
        """Seal as ever, and pass a step before the sealed text is written."""
        sealed = super().seal(meeting_id, text)
        self._fate.step("after a key was kept")
        return sealed

    def destroy(self, meeting_id: int) -> None:
        """Destroy as ever, and pass a step before it is noted."""
        super().destroy(meeting_id)
        self._fate.step("after a key was destroyed")


class MortalRequest(InProcessRequest):
    """A line whose process may die just before a request arrives, and just after."""

    def __init__(self, api: Api, fate: Fate) -> None:
        """Carry calls to one simulator under this fate."""
        super().__init__(api)
        self._fate = fate

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Answer one call, if the process lives to make it and to read the answer."""
        del read_timeout, write_timeout, connect_timeout, pool_timeout
        name = url.rpartition("/")[2].rstrip("_")
        self._fate.step_if_new(f"before {name} arrives")
        answer = await super().do_request(url, method, request_data)
        # Who only asks changes nothing there, but for the updates that are confirmed by asking.
        passes = self._fate.step_if_new if name.startswith("get") else self._fate.step
        passes(f"after {name} arrived")
        return answer


class MortalTown(Town):
    """A town under a fate. `settle` starts a dead bot anew, on the files as they lay when it died.

    Nothing of the old process is cleaned up: its loop is never run again, its tasks are never
    resumed, its connections are never used. The new one gets copies of the files.
    """

    def __init__(
        self,
        folder: Path,
        fate: Fate,
        *,
        looks: bool,
        flood_limits: bool = False,
        seed: int | None = None,
        **sections: Mapping[str, object],
    ) -> None:
        """Build a town; without `looks` its people act but assert nothing."""
        self.fate = fate
        self.left: list[list[tuple[object, ...]]] = []
        self._graves: list[tuple[asyncio.Runner, Store]] = []
        self._kept: Path | None = None
        self._lives: list[Path] = []
        self.has_asked = False
        self.lost: list[int] = []
        """The chats of calls whose answers were lost."""
        super().__init__(folder, flood_limits=flood_limits, seed=seed, **sections)
        if self.telegram.luck:
            self.telegram.luck.strikes = self._hears_of
        if not looks:
            self.cast = HastyCast(self.telegram, self.settle)

    def _open(self) -> None:
        self._runner.get_loop().set_exception_handler(_but_the_end)
        self.store = MortalStore(f"sqlite:///{self._folder / 'stage.db'}", self.fate)
        schema.migrate(self.store)
        self.keys = MortalKeys(self._folder / "stage.keys", self.fate)
        self.app = App(self.settings, self.store, self.keys, self.clock)
        self.run(self.app.open(MortalRequest(self._api, self.fate)))

    def settle(self) -> None:
        """Let the bot do all it wants, in as many lives as it takes; they share its patience."""
        begun, self.patience = self.clock.mono(), PATIENCE
        while True:
            try:
                with self.fate.watching(self):
                    super().settle()
                self.fate.lives()
            except Died:
                self._rises()
                self.patience = max(0.0, PATIENCE - (self.clock.mono() - begun))
            else:
                if not ((self.left or self.lost) and self._sends_again()):
                    return

    def _hears_of(self, fault: str, chat_id: int | None) -> None:
        if fault == "lost_reply" and chat_id is not None:
            self.lost.append(chat_id)

    def _sends_again(self) -> bool:
        """Let an organiser who is asked look in the group, and send what is missing there."""
        for chat in [one for one in self.telegram.chats.values() if one.is_private]:
            found = button_called(self.telegram.history(chat), "Skicka igen")
            if found is None:
                continue
            self.has_asked = True
            if not self._stands_in_its_group(int((found[1].callback_data or "").split(":")[1])):
                self.telegram.taps(chat.person(chat.id), *found)
                return True
        return False

    def _stands_in_its_group(self, row_id: int) -> bool:
        with self.store.reading() as session:
            row = session.get_one(Outgoing, row_id)
            text = html.unescape(re.sub(r"<[^>]+>", "", str(row.content["text"])))
            there = [one.text for one in self.telegram.history(self.telegram.chats[row.chat_id])]
        return any(plain(text) == plain(one) for one in there)

    def _rises(self) -> None:
        while True:
            self._buries()
            try:
                with self.fate.watching(self):
                    self._open()
                    # The desks look when they begin; otherwise they are only woken by what comes.
                    self.run(self.app.desk.work())
                    self.run(self.app.filing.work())
            except Died:
                continue
            return

    def restarts(self) -> None:
        """End the process in order; the new one is as mortal."""
        self.run(self.app.close())
        self.store.close()
        try:
            with self.fate.watching(self):
                self._open()
        except Died:
            self._rises()
        self.settle()

    def _buries(self) -> None:
        """Take the files and leave everything else where it fell."""
        # Kept, so that no finaliser of the old life does anything either.
        self._graves.append((self._runner, self.store))
        if self._kept is None:
            self.keeps()
        self._folder, self._kept = self._kept or self._folder, None
        self._lives.append(self._folder)
        self._runner = asyncio.Runner()
        self.fate.rises()
        self.left.append(on_the_wire(self._folder / "stage.db"))

    def close(self) -> None:
        """Leave the lights on when the story is over: the judge comes after it."""

    def puts_out(self) -> None:
        """Put the lights out, in the graves too; whatever stirs there does nothing."""
        super().close()
        self.fate.is_over = True
        for runner, store in self._graves:
            runner.close()
            store.close()
        self.fate.is_over = False

    def clears(self) -> None:
        """Remove what the later lives have left on disk."""
        for folder in self._lives:
            shutil.rmtree(folder)

    def outside(self) -> object:
        """The hour, and the updates that wait."""
        waiting = self.telegram.updates.pending(100)
        return self.clock.mono(), len(waiting), waiting[:1]

    def keeps(self) -> None:
        """Copy the files as they lie, for the next life."""
        self._kept = self._folder.with_name(f"life-{os.getpid()}-{len(self.fate.steps)}")
        self._kept.mkdir()
        for name in _FILES:
            shutil.copy(self._folder / name, self._kept)


def _but_the_end(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Tell what a task let slip, unless it is that the process has ended."""
    if not isinstance(context.get("exception"), Died):
        loop.default_exception_handler(context)


def on_the_wire(path: Path) -> list[tuple[object, ...]]:
    """Read what a dead process had claimed and not settled: chat, method, on_doubt, attempts."""
    store = Store(f"sqlite:///{path}", is_durable=False)
    asked = "SELECT chat_id, method, on_doubt, attempts, id FROM outgoing WHERE status = 'sending'"
    with store.reading() as session:
        rows = [tuple(row) for row in session.connection().exec_driver_sql(asked)]
    store.close()
    return rows
