"""How the database is opened and written to. The only place that knows SQLite from PostgreSQL.

There is one way to write, `transaction()`, and one way to only read, `reading()`.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import CursorResult, Engine, Result
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.store import postgres, sqlite
from bot.store.lock import FileLock, Taken
from bot.store.trouble import FlushFailedError, StoreTroubleError, translated

__all__ = ["FlushFailedError", "Store", "StoreTroubleError", "rowcount", "trouble_as_ours"]


class Store:
    """One database; safe to use from several threads, one session at a time in each."""

    def __init__(self, url: str, *, is_durable: bool = True) -> None:
        """Open `url` (SQLAlchemy's form). Without `is_durable` a power cut may lose commits.

        Raises StoreTroubleError when the database's driver is not installed.
        """
        self.url = make_url(url)
        self._open = threading.local()
        self._lock: FileLock | None = None
        self._alone = threading.Lock()
        self._has_failed = False
        given: dict[str, object] = {"json_serializer": _dumps, "hide_parameters": True}
        self._readers: Engine
        if self.is_sqlite:
            self.engine = sqlite.opened(self.url, given, self._is_ours, is_durable=is_durable)
            self._readers = self.engine.execution_options(only_reads=True)
        else:
            self.engine = postgres.opened(self.url, given, is_durable=is_durable)
            self._readers = postgres.readers(self.engine)

    @property
    def path(self) -> Path | None:
        """The SQLite file; None in memory and on PostgreSQL."""
        return sqlite.file_of(self.url)

    @property
    def is_sqlite(self) -> bool:
        """Whether the rows lie in one file, used by one process."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write: all of it or nothing. Raises StoreTroubleError when the disk or server says no.

        On SQLite nothing else is written between its beginning and its end; on PostgreSQL lock
        the rows that a decision rests on. A commit whose answer is lost is looked up, and
        StoreDoubtError is raised only when that fails. Never await inside.
        """
        with self._session(self.engine) as session:
            mark = None if self.is_sqlite else postgres.begin(session, writes=True)
            yield session
            self._commit(session, mark)

    def _commit(self, session: Session, mark: postgres.Mark | None) -> None:
        try:
            session.commit()
        except DBAPIError as error:
            is_lost = mark is not None and error.connection_invalidated
            if not (is_lost and mark and postgres.was_kept(self.engine, mark)):
                raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read one consistent state; nothing is kept of what is written here."""
        with self._session(self._readers) as session:
            if not self.is_sqlite:
                postgres.begin(session, writes=False)
            yield session

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        if getattr(self._open, "is_open", False):
            raise RuntimeError("a session is already open: hand it on instead of opening another")
        self._open.is_open = True
        try:
            with (
                self._alone if self._lock else nullcontext(),
                self._once_failed_for_ever(),
                trouble_as_ours(),
                Session(engine, expire_on_commit=False) as session,
            ):
                yield session
        finally:
            self._open.is_open = False

    @contextmanager
    def _once_failed_for_ever(self) -> Iterator[None]:
        """Raise FlushFailedError from the first time on that the disk did not keep something."""
        if self._has_failed:
            raise FlushFailedError
        try:
            yield
        except FlushFailedError:
            self._has_failed = True
            raise

    def lock(self) -> Taken | None:
        """Keep every other process from writing to the same SQLite file; held until `close`.

        Gives who has the lock if it cannot be had. From here on there is one connection, and one
        session at a time; what was opened before is closed.
        """
        if self.path and not self._lock:
            lock = FileLock(Path(f"{self.path}.lock"))
            if taken := lock.take():
                return taken
            self._lock = lock
            self.engine.dispose()
        return None

    def _is_ours(self) -> bool:
        return self._lock is not None

    def tidy(self) -> None:
        """Let nothing that was erased linger in a log; waits for the disk a few times."""
        if self._lock:
            with self._alone, self._once_failed_for_ever(), trouble_as_ours():
                sqlite.empty_log(self.engine)

    def close(self) -> None:
        """Let go of the connections and the lock."""
        self.engine.dispose()
        if self._lock:
            self._lock.let_go()
            self._lock = None


@contextmanager
def trouble_as_ours() -> Iterator[None]:
    """Raise StoreTroubleError for what is the disk's or the server's fault.

    FlushFailedError is the one fault after which nothing may be tried again.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if trouble := translated(error):
            raise trouble from error
        raise


def rowcount(done: Result[tuple[object, ...]]) -> int:
    """How many rows a statement changed."""
    return done.rowcount if isinstance(done, CursorResult) else 0


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
