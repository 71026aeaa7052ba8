"""The databases that tests are run on: a SQLite file each, or a PostgreSQL that is wiped between.

Making the tables of a SQLite file takes longer than many a test, so it is done once and copied.
Making a PostgreSQL database takes longer still, so one is used by all; between two tests its rows
are removed and its numbers begin anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

import bot.records  # noqa: F401  (makes every table known)
from bot.store import organisations, schema
from bot.store.engine import Store
from tests.compiled import sharing
from tests.postgres import server
from tests.postgres.server import Server

Open = Callable[[Path], Store]
"""Opens the test's database with its tables, `path` being where a file would be."""

NONE = "PostgreSQL is not installed, so what needs it was not tried (Debian: postgresql)."
_started: list[Server] = []


def may_be_missing() -> bool:
    """Whether there is no PostgreSQL to be had, and that is allowed."""
    is_compulsory = os.environ.get("SAMKLANG_REQUIRE_POSTGRES")
    return not (is_compulsory or os.environ.get(server.NAMED) or server.binaries())


def the_server() -> Server:
    """The one server of all tests; fails where there is none."""
    if not _started and (one := server.found()):
        _started.append(one)
    if not _started:
        pytest.fail(NONE, pytrace=False)
    return _started[0]


def stop() -> None:
    """Stop the server, if one was started."""
    while _started:
        _started.pop().stop()


def sqlite(path: Path) -> Store:
    """Open a SQLite file."""
    return Store(f"sqlite:///{path}", is_durable=False)


def migrated(path: Path) -> Store:
    """Open a SQLite file that has all tables, and use what others have compiled."""
    if not path.exists():
        path.write_bytes(_tables())
    return sharing(sqlite(path))


@cache
def _tables() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tables.db"
        store = sqlite(path)
        schema.migrate(store)
        store.close()
        return path.read_bytes()


def postgres(_path: Path) -> Store:
    """Open the shared PostgreSQL database as the last test left it."""
    return shared_postgres()


def shared_postgres() -> Store:
    """Open the shared PostgreSQL database."""
    return Store(_shared(), is_durable=False)


def furnish() -> None:
    """Write down what every town begins with: a register of associations."""
    from tests import town  # noqa: PLC0415  (a town is more than most tests need)

    store = shared_postgres()
    with store.transaction() as session:
        for name in town.ASSOCIATIONS:
            organisations.add(session, name, None, town.MONDAY_MORNING)
    store.close()


def own_postgres(_path: Path) -> Store:
    """Open a new, empty PostgreSQL database, for a test that changes tables."""
    url = the_server().database().render_as_string(hide_password=False)
    return Store(url, is_durable=False)


@cache
def _shared() -> str:
    """Make the database that is wiped between tests."""
    url = the_server().database().render_as_string(hide_password=False)
    store = Store(url, is_durable=False)
    schema.migrate(store)
    store.close()
    return url


def wipe() -> None:
    """Remove every row of the shared database and let its numbers begin anew."""
    store = Store(_shared(), is_durable=False)
    names = [f'"{table.name}"' for table in SQLModel.metadata.sorted_tables]
    with store.engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = '5s'"))
        for name in reversed(names):
            connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608  (our own tables)
        for (sequence,) in connection.execute(
            text("SELECT quote_ident(sequencename) FROM pg_sequences")
        ).all():
            connection.execute(text(f"ALTER SEQUENCE {sequence} RESTART"))
        connection.execute(
            text("UPDATE alembic_version SET version_num = :latest"), {"latest": schema.LATEST}
        )
    store.close()
