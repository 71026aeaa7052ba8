"""Brings a database to the tables this code knows. Knows Alembic, no rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.store.engine import Store, trouble_as_ours

if TYPE_CHECKING:
    from alembic.config import Config

LATEST = "0001"
"""The last step in `migrations/versions`; asked first, because Alembic is slow to import."""

_CHANGING = 0x53_41_4D_4B_4C_01
"""The number of PostgreSQL's advisory lock around changes; any number that nobody else uses."""

STEPS = Path(__file__).parent / "migrations"
"""Where the steps lie."""


@dataclass(frozen=True, slots=True)
class SchemaTooNew:
    """The database was made by a newer version of the bot; this one must not touch it."""

    revision: str


def revision(store: Store) -> str | None:
    """Say which step the database stands at; None when it has no tables.

    Raises StoreTroubleError when the database cannot be reached.
    """
    reader = store.engine.execution_options(only_reads=True)
    with trouble_as_ours(), reader.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        standing = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return str(standing) if standing else None


def migrate(store: Store) -> SchemaTooNew | None:
    """Bring the tables up to date, all of it or nothing; may be asked any number of times."""
    standing = revision(store)
    if standing == LATEST:
        return None
    if standing is not None and standing not in _known():
        return SchemaTooNew(standing)
    from alembic import command  # noqa: PLC0415  (slow to import, and seldom needed)

    with _changing(store) as connection:
        command.upgrade(_config(connection), "head")
    return None


def write_step(what: str) -> None:
    """Write the step from the tables as migrated to the tables as the records say."""
    from alembic import command  # noqa: PLC0415  (slow to import, and seldom needed)

    store, known = Store("sqlite://"), _known()
    with _changing(store) as connection:
        if known:
            command.upgrade(_config(connection), "head")
        command.revision(
            _config(connection), what, autogenerate=True, rev_id=f"{len(known) + 1:04d}"
        )
    store.close()


@contextmanager
def _changing(store: Store) -> Iterator[Connection]:
    """One transaction in which tables may be copied and dropped under their references.

    Of several processes that start at once, one changes the tables and the others wait for it.
    """
    with trouble_as_ours(), store.engine.connect() as connection:
        if store.is_sqlite:
            _references(connection, "OFF")
        try:
            with connection.begin():
                if not store.is_sqlite:
                    _wait_for_others(connection)
                yield connection
                if store.is_sqlite and connection.execute(text("PRAGMA foreign_key_check")).first():
                    raise RuntimeError("a step left references that lead nowhere")
        finally:
            if store.is_sqlite:
                _references(connection, "ON")


def _wait_for_others(connection: Connection) -> None:
    connection.execute(text("SET LOCAL lock_timeout = '60s'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHANGING})


def _references(connection: Connection, word: str) -> None:
    # SQLite ignores this setting inside a transaction, so it goes past SQLAlchemy.
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys = {word}")
    cursor.close()


def _known() -> set[str]:
    return {path.name[:4] for path in (STEPS / "versions").glob("[0-9]*.py")}


def _config(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415  (slow to import, and seldom needed)

    config = Config()
    config.set_main_option("script_location", str(STEPS))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
