"""How SQLite is opened: settings of each connection, and when a transaction begins."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

# Older versions may damage a write-ahead log (sqlite.org/wal.html, "the WAL-reset bug").
_WAL_IS_SAFE_SINCE = (3, 51, 3)
_BUSY_SECONDS = 5.0


def file_of(url: URL) -> Path | None:
    """Name the file of a database; None in memory and on a server."""
    name = url.database
    is_file = url.get_backend_name() == "sqlite" and name not in {None, "", ":memory:"}
    return Path(name) if is_file and name else None


def opened(url: URL, given: dict[str, object], *, is_durable: bool) -> Engine:
    """Make an engine on a file that only the bot's own user may read, or in memory."""
    file = file_of(url)
    if file:
        _make_private(file)
    else:
        given = given | {"poolclass": StaticPool}
    given = given | {"connect_args": {"timeout": _BUSY_SECONDS, "check_same_thread": False}}
    engine = create_engine(url, **given)
    event.listen(engine, "connect", _durable if is_durable else _hasty)
    event.listen(engine, "begin", _begin)
    return engine


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
