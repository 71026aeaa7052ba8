"""Whoever holds the file's lock keeps a write-ahead log, and is the only one to write in it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import delete, text
from sqlalchemy.pool import QueuePool

from bot.records.group import Group
from bot.store import schema
from bot.store.engine import Store, StoreTroubleError
from tests import databases
from tests.store.test_engine import group

SECRET = "Karin är allergisk mot nötter"


def journal(store: Store) -> object:
    """How this connection keeps its journal."""
    with store.reading() as session:
        return session.scalar(text("PRAGMA journal_mode"))


def test_the_lock_brings_a_log_and_nothing_less_durable(tmp_path: Path) -> None:
    """A store as the bot opens it waits for the disk at each commit, log or not."""
    store = Store(f"sqlite:///{tmp_path / 'samklang.db'}")
    before = journal(store)

    assert store.lock() is None
    with store.reading() as session:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "query_only")
        settings = [session.scalar(text(f"PRAGMA {name}")) for name in names]
    store.close()

    assert before == "delete"
    assert settings == ["wal", 2, 1, 1, 0]


def test_without_the_lock_a_log_is_only_read(file_store: Store) -> None:
    """Two connections that write could damage a log before SQLite 3.51.3, so the second may not."""
    assert file_store.lock() is None
    with file_store.transaction() as session:
        session.add(group(-1))
    other = databases.sqlite(file_store.path or Path())

    with other.reading() as session:
        assert session.scalars(text("SELECT chat_id FROM 'group'")).all() == [-1]
    assert schema.revision(other) == schema.LATEST
    with pytest.raises(StoreTroubleError, match="read-only"):
        _writes(other)
    other.close()


def _writes(store: Store) -> None:
    with store.transaction() as session:
        session.add(group(-2))


def test_with_the_lock_there_is_one_connection(file_store: Store) -> None:
    """Threads take turns, whether they write or read; nobody opens a second connection."""
    assert file_store.lock() is None

    def works(number: int) -> None:
        with file_store.transaction() as session:
            session.add(group(-number))
        with file_store.reading() as session:
            session.get(Group, number)

    with ThreadPoolExecutor(8) as people:
        list(people.map(works, range(1, 33)))
    pool = file_store.engine.pool
    assert isinstance(pool, QueuePool)

    assert (pool.checkedin(), pool.checkedout()) == (1, 0)
    with file_store.reading() as session:
        assert len(session.scalars(text("SELECT id FROM 'group'")).all()) == 32


def test_j_what_was_erased_is_in_no_file(file_store: Store) -> None:
    """After a while neither the database nor its log holds what a person took back."""
    assert file_store.lock() is None
    with file_store.transaction() as session:
        session.add(group(-1))
        session.flush()
        session.get_one(Group, 1).title = SECRET
    with file_store.transaction() as session:
        session.connection().execute(delete(Group))
    lingered = _is_somewhere(file_store)

    file_store.tidy()

    assert lingered
    assert not _is_somewhere(file_store)


def _is_somewhere(store: Store) -> bool:
    assert store.path
    files = store.path.parent.glob(f"{store.path.name}*")
    return any(SECRET.encode() in file.read_bytes() for file in files)


def test_the_log_is_gone_when_the_bot_has_stopped(file_store: Store) -> None:
    """Whoever copies the one file of a bot that is stopped has everything."""
    assert file_store.lock() is None
    with file_store.transaction() as session:
        session.add(group(-1))
    file_store.close()

    assert file_store.path
    assert {one.name for one in file_store.path.parent.glob("samklang.db*")} == {
        "samklang.db",
        "samklang.db.lock",
    }
