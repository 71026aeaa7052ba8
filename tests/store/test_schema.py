"""The tables as migrated are the tables the code knows."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from datetime import date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, DateTime, MetaData, text
from sqlmodel import SQLModel

from bot.records.chore import Chore
from bot.store import inbox, schema
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
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that fails at its very end leaves the database as it was before."""
    store = own_store

    def fails(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("alembic.ddl.impl.DefaultImpl.emit_commit", fails)
        patched.setattr("alembic.operations.batch.BatchOperationsImpl.flush", fails)
        with pytest.raises(KeyboardInterrupt):
            schema.migrate(store)

    assert schema.revision(store) is None
    assert schema.migrate(store) is None


def test_only_we_may_read_the_file(file_store: Store) -> None:
    """What members tell us is not for other users of the machine."""
    assert file_store.path
    assert stat.S_IMODE(file_store.path.stat().st_mode) == 0o600


def test_h6_a_newer_step_keeps_what_is_written(
    own_store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A step written from changed records is applied once and loses no row."""
    store, steps = own_store, tmp_path / "migrations"
    schema.migrate(store)
    shutil.copytree(schema.STEPS, steps)
    monkeypatch.setattr(schema, "STEPS", steps)
    monkeypatch.setattr(schema, "LATEST", "0002")
    with store.transaction() as session:
        session.add(Chore(name="purge", done_on=date(2026, 11, 23)))
    with monkeypatch.context() as changed:
        later = Column("later", DateTime(), nullable=True)
        changed.setattr(SQLModel, "metadata", with_column("chore", later))
        schema.write_step("chores have an hour")

    assert schema.migrate(store) is None

    assert "0002_chores_have_an_hour" in capsys.readouterr().out
    assert schema.revision(store) == "0002"
    with store.reading() as session:
        assert session.execute(text("SELECT name, later FROM chore")).all() == [("purge", None)]


def with_column(table: str, column: Column[datetime]) -> MetaData:
    """A copy of our tables, one of them with one more column."""
    changed = MetaData(naming_convention=SQLModel.metadata.naming_convention)
    for known in SQLModel.metadata.sorted_tables:
        known.to_metadata(changed)
    changed.tables[table].append_column(column)
    return changed


def test_the_same_store_in_memory() -> None:
    """Without a file there is nothing to lock and nothing to protect, and all else is the same."""
    store = Store("sqlite://")
    schema.migrate(store)

    assert (store.path, store.lock(), schema.revision(store)) == (None, None, schema.LATEST)
    with store.reading() as session:
        assert inbox.count_waiting(session) == 0
    store.close()


def test_a_file_of_another_kind_is_not_ours(tmp_path: Path) -> None:
    """References that lead nowhere stop a migration before it is kept."""
    path = tmp_path / "broken.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        raw.execute("CREATE TABLE child (id INTEGER REFERENCES parent)")
        raw.execute("INSERT INTO child VALUES (7)")
    raw.close()
    store = Store(f"sqlite:///{path}")

    with pytest.raises(RuntimeError, match="lead nowhere"):
        schema.migrate(store)

    assert schema.revision(store) is None
    store.close()
