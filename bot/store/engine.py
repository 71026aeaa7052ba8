"""How the database is opened and written to. The only place that knows SQLite from PostgreSQL.

There is one way to write, `transaction()`, and one way to only read, `reading()`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import CursorResult, Engine, Result, create_engine, event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool
from sqlmodel import Session

from bot.store.lock import FileLock, Taken

# Older versions may damage a write-ahead log (sqlite.org/wal.html, "the WAL-reset bug").
_WAL_IS_SAFE_SINCE = (3, 51, 3)
_BUSY_SECONDS = 5.0
# Result codes about the disk, not about the statement (sqlite.org/rescode.html).
_TROUBLES = {5: "busy", 6: "locked", 8: "read-only", 10: "disk", 11: "damaged", 13: "full"}


class StoreTroubleError(Exception):
    """The database could not do its work now: disk full, locked, read-only, gone. Try later."""


class Store:
    """One database; safe to use from several threads, one session at a time in each."""

    def __init__(self, url: str, *, is_durable: bool = True) -> None:
        """Open `url` (SQLAlchemy's form). Without `is_durable` a power cut may lose commits."""
        self._url = make_url(url)
        self._open = threading.local()
        self._lock: FileLock | None = None
        if self.path:
            _make_private(self.path)
        self.engine = self._engine(is_durable=is_durable)
        self._readers = self.engine.execution_options(only_reads=True)

    @property
    def path(self) -> Path | None:
        """The SQLite file; None in memory and on PostgreSQL."""
        name = self._url.database
        is_file = self._url.get_backend_name() == "sqlite" and name not in {None, "", ":memory:"}
        return Path(name) if is_file and name else None

    @property
    def is_sqlite(self) -> bool:
        """Whether the rows lie in one file, used by one process."""
        return self._url.get_backend_name() == "sqlite"

    def _engine(self, *, is_durable: bool) -> Engine:
        given: dict[str, object] = {"json_serializer": _dumps, "hide_parameters": True}
        if self.is_sqlite and not self.path:
            given["poolclass"] = StaticPool
        if self.is_sqlite:
            given["connect_args"] = {"timeout": _BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(self._url, **given)
        if self.is_sqlite:
            event.listen(engine, "connect", _durable if is_durable else _hasty)
            event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write: all of it or nothing. Raises StoreTroubleError when the disk or server says no.

        Begins IMMEDIATE on SQLite, so that what was read still holds when it is written.
        Never await inside.
        """
        with self._session(self.engine) as session:
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read one consistent state; nothing is kept of what is written here."""
        with self._session(self._readers) as session:
            yield session

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        if getattr(self._open, "is_open", False):
            raise RuntimeError("a session is already open: hand it on instead of opening another")
        self._open.is_open = True
        try:
            with Session(engine, expire_on_commit=False) as session:
                yield session
        except DBAPIError as error:
            if trouble := _trouble(error):
                raise StoreTroubleError(trouble) from error
            raise
        finally:
            self._open.is_open = False

    def lock(self) -> Taken | None:
        """Keep every other process from running on the same SQLite file; held until `close`."""
        if self.path and not self._lock:
            lock = FileLock(Path(f"{self.path}.lock"))
            if taken := lock.take():
                return taken
            self._lock = lock
        return None

    def close(self) -> None:
        """Let go of the connections and the lock."""
        self.engine.dispose()
        if self._lock:
            self._lock.let_go()
            self._lock = None


def rowcount(done: Result[tuple[object, ...]]) -> int:
    """How many rows a statement changed."""
    return done.rowcount if isinstance(done, CursorResult) else 0


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _make_private(path: Path) -> None:
    """Let only the bot's own user read the file; SQLite gives its companions the same rights."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _durable(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    _prepare(connection, synchronous="FULL")


def _hasty(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    _prepare(connection, synchronous="OFF")


def _prepare(connection: DBAPIConnection, *, synchronous: str) -> None:
    # Without this the driver begins transactions by itself, and too late: not before a SELECT.
    connection.isolation_level = None
    is_wal_safe = sqlite3.sqlite_version_info >= _WAL_IS_SAFE_SINCE
    cursor = connection.cursor()
    for setting in (
        f"journal_mode = {'WAL' if is_wal_safe else 'DELETE'}",
        f"synchronous = {synchronous}",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _trouble(error: DBAPIError) -> str:
    """Say what is wrong with the disk or server; "" when the statement itself was wrong."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _TROUBLES.get(code & 0xFF, "")
    return "connection lost" if error.connection_invalidated else ""
