"""Inserts that leave alone what is already there. Knows how each database says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.dialects.sqlite import Insert
from sqlmodel import Session, SQLModel

from bot.store.engine import rowcount


def insert_new(
    session: Session,
    table: type[SQLModel],
    rows: Sequence[Mapping[str, object]],
    *,
    key: str,
) -> int:
    """Insert the rows whose `key` is not there; give their number. `rows` must not be empty."""
    insert = _insert(session, table)
    # Not one statement with many values: that would be put together anew for each number of rows.
    written = session.connection().execute(
        insert.on_conflict_do_nothing(index_elements=[key]), list(rows)
    )
    return rowcount(written)


def insert_or_replace(
    session: Session, table: type[SQLModel], row: Mapping[str, object], *, key: str
) -> None:
    """Insert the row, or give the one with its `key` these values."""
    insert = _insert(session, table)
    session.execute(
        insert.values(**row).on_conflict_do_update(index_elements=[key], set_=dict(row))
    )


def _insert(session: Session, table: type[SQLModel]) -> Insert:
    """Begin an insert that may meet what is there; both databases have the same words for it."""
    if session.get_bind().dialect.name == "sqlite":
        return Insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415  (most networks never need it)

    return postgresql.insert(table)  # type: ignore[return-value]  # the same methods, apart
