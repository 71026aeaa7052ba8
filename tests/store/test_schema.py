"""The tables as migrated are the tables the code knows."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlmodel import SQLModel

from bot.store import schema
from bot.store.engine import Store
from bot.store.schema import SchemaTooNew


def test_migrated_tables_are_those_of_the_records(store: Store) -> None:
    """Upgrading from nothing gives exactly what the records say."""
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, SQLModel.metadata) == []


def test_latest_names_the_last_step() -> None:
    """The constant that spares us Alembic at start is kept in step with the files."""
    steps = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))

    assert steps.get_current_head() == schema.LATEST


def test_migrating_again_changes_nothing(store: Store) -> None:
    """Every start migrates, so the second time must be free of effect."""
    assert schema.migrate(store) is None
    assert schema.revision(store) == schema.LATEST


def test_h6_newer_schema_is_refused(store: Store) -> None:
    """A database made by a newer version is left alone, and we say which it is."""
    with store.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert schema.migrate(store) == SchemaTooNew("9999")


def test_a7_interrupted_migration_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that fails at its very end leaves the database as it was before."""
    store = Store(f"sqlite:///{tmp_path / 'samklang.db'}")

    def fails(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("alembic.ddl.impl.DefaultImpl.emit_commit", fails)
        patched.setattr("alembic.operations.batch.BatchOperationsImpl.flush", fails)
        with pytest.raises(KeyboardInterrupt):
            schema.migrate(store)

    assert schema.revision(store) is None
    assert schema.migrate(store) is None
    store.close()


def test_only_we_may_read_the_file(store: Store) -> None:
    """What members tell us is not for other users of the machine."""
    assert store.path
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_the_journal_suits_the_sqlite_at_hand(store: Store) -> None:
    """Write-ahead logging only where it cannot damage the file."""
    with store.reading() as session:
        journal = session.scalar(text("PRAGMA journal_mode"))
        keys = session.scalar(text("PRAGMA foreign_keys"))
        deletes = session.scalar(text("PRAGMA secure_delete"))

    assert journal == ("wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "delete")
    assert (keys, deletes) == (1, 1)
