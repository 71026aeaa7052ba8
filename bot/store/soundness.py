"""Whether the database's file can be trusted: whole, and still the one we opened. SQLite only."""

from __future__ import annotations

from sqlalchemy.exc import DatabaseError

from bot.store.engine import Store, StoreTroubleError


class DatabaseGoneError(Exception):
    """The file was removed or replaced under us: what is written now would be lost."""


def damage(store: Store) -> str:
    """Say what is wrong with the file; empty when it is whole (sqlite.org, PRAGMA quick_check)."""
    if not store.is_sqlite:
        return ""
    try:
        with store.reading() as session:
            said = session.connection().exec_driver_sql("PRAGMA quick_check(1)").scalar()
    except (DatabaseError, StoreTroubleError) as error:
        return str(getattr(error, "orig", None) or error)
    return "" if said == "ok" else str(said).splitlines()[-1]


def identity(store: Store) -> tuple[int, int] | None:
    """Tell the file from any other that may take its name; None where there is no file."""
    if store.path is None:
        return None
    try:
        found = store.path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
