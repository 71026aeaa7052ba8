"""How SQLite is opened: settings of each connection, and when a transaction begins.

Whoever holds the file's lock (`store.lock`) keeps a write-ahead log and is its only connection;
without the lock a database with such a log is only read. That is what makes the log safe in every
version: before 3.51.3 it could be damaged, but only "if two or more connections are open on the
same file, in different threads or processes, and they attempt to write or checkpoint at the same
instant": a second checkpoint has begun when another connection's commit starts the log anew
(sqlite.org/wal.html, "The WAL-reset bug"). Our checkpoints are made by the connection that
commits, after its commit. One who only reads makes none, except the last to close the file, and
that takes SQLite's exclusive lock on it, which nobody gets while we have it open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

_BUSY_SECONDS = 5.0


def file_of(url: URL) -> Path | None:
    """Name the file of a database; None in memory and on a server."""
    name = url.database
    is_file = url.get_backend_name() == "sqlite" and name not in {None, "", ":memory:"}
    return Path(name) if is_file and name else None


def opened(
    url: URL, given: dict[str, object], is_ours: Callable[[], bool], *, is_durable: bool
) -> Engine:
    """Make an engine on a file that only the bot's own user may read, or in memory.

    `is_ours` says, when a connection is made, whether we hold the file's lock and so are alone.
    """
    file = file_of(url)
    if file:
        _make_private(file)
    else:
        given = given | {"poolclass": StaticPool}
    given = given | {"connect_args": {"timeout": _BUSY_SECONDS, "check_same_thread": False}}
    engine = create_engine(url, **given)

    def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        _prepare(connection, "FULL" if is_durable else "OFF", is_ours=is_ours())

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def empty_log(engine: Engine) -> None:
    """Carry the log into the file and cut it off, so that what was erased is in neither."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _make_private(path: Path) -> None:
    """Let only the bot's own user read the file; SQLite gives its companions the same rights."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        # One that is there is not opened: closing it would let go of what SQLite has locked.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _prepare(connection: DBAPIConnection, synchronous: str, *, is_ours: bool) -> None:
    # Without this the driver begins transactions by itself, and too late: not before a SELECT.
    connection.isolation_level = None
    with closing(connection.cursor()) as cursor:
        cursor.execute(f"PRAGMA synchronous = {synchronous}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("PRAGMA journal_mode = WAL" if is_ours else "PRAGMA journal_mode")
        [(journal,)] = cursor.fetchall()
        if journal == "wal" and not is_ours:
            cursor.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")
