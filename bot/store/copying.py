"""Copies a whole network from one database to another, of either kind, and proves that it did.

Knows tables and numbers, never what the rows mean.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Row, Table, func, select, text
from sqlmodel import Session, SQLModel

import bot.records  # noqa: F401  (makes every table known)
from bot.store.engine import Store

_SLICE = 500
"""Rows read and written at a time, so that memory stays flat."""

Tell = Callable[[str, int], None]
"""Hears how many more rows of a table are copied."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a table holds: how many rows, and a fingerprint of all of them in any order."""

    table: str
    rows: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class NotEmpty:
    """The target holds rows already; nothing was copied."""

    table: str


@dataclass(frozen=True, slots=True)
class Differs:
    """What was read back is not what was written; nothing is kept."""

    table: str


class _DiffersError(Exception):
    """Undoes the transaction."""


def tables() -> list[Table]:
    """Every table, those that others refer to first."""
    return list(SQLModel.metadata.sorted_tables)


def size(store: Store) -> int:
    """Count all rows."""
    with store.reading() as session:
        return sum(_count(session, table) for table in tables())


def copy(source: Store, target: Store, tell: Tell) -> list[Account] | NotEmpty | Differs:
    """Copy every row into a migrated target, all or nothing, and read it back to compare.

    Numbers go on where they were, so that none is ever given to two.
    """
    try:
        with source.reading() as old, target.transaction() as new:
            full = next((table for table in tables() if _count(new, table)), None)
            if full is not None:
                return NotEmpty(full.name)
            accounts = [_copied(old, new, table, tell) for table in tables()]
            _go_on(new, _numbers(old))
            return accounts
    except _DiffersError as differs:
        return Differs(str(differs))


def _copied(old: Session, new: Session, table: Table, tell: Tell) -> Account:
    """Copy a table, and raise _DiffersError when it does not read as it was."""

    def written() -> Iterator[Row[tuple[object, ...]]]:
        for rows in _slices(old, table):
            new.execute(table.insert(), [dict(row._mapping) for row in rows])  # noqa: SLF001
            tell(table.name, len(rows))
            yield from rows

    account = _account(table, written())
    kept = _account(table, (row for rows in _slices(new, table) for row in rows))
    if kept != account:
        raise _DiffersError(table.name)
    return account


def _slices(session: Session, table: Table) -> Iterator[list[Row[tuple[object, ...]]]]:
    asked = select(table).order_by(*table.primary_key.columns)
    found = session.execute(asked, execution_options={"yield_per": _SLICE})
    for rows in found.partitions():
        yield list(rows)


def _account(table: Table, rows: Iterable[Row[tuple[object, ...]]]) -> Account:
    """Add the rows' fingerprints up, since two databases may sort words differently."""
    count, total = 0, 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(_written(row)).digest())
    return Account(table.name, count, f"{total % 2**256:064x}")


def _written(row: Row[tuple[object, ...]]) -> bytes:
    return json.dumps(list(row), sort_keys=True, default=_as_text).encode()


def _as_text(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _count(session: Session, table: Table) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def _numbered() -> list[Table]:
    return [table for table in tables() if "id" in table.primary_key.columns]


def _numbers(session: Session) -> Mapping[str, int]:
    """The highest number that each table has ever given, also to rows that are gone."""
    given = {table.name: session.scalar(select(func.max(table.c.id))) or 0 for table in _numbered()}
    remembered = _of_sqlite if session.get_bind().dialect.name == "sqlite" else _of_postgres
    for name, number in remembered(session):
        given[name] = max(given.get(name, 0), number)
    return given


def _of_sqlite(session: Session) -> Iterator[tuple[str, int]]:
    for name, number in session.execute(text("SELECT name, seq FROM sqlite_sequence")):
        yield str(name), int(number)


def _of_postgres(session: Session) -> Iterator[tuple[str, int]]:
    for table in _numbered():
        asked = text("SELECT pg_sequence_last_value(CAST(:name AS regclass))")
        number = session.scalar(asked, {"name": _sequence(table.name)})
        yield table.name, int(number or 0)


def _sequence(table: str) -> str:
    return f'"{table}_id_seq"'


def _go_on(session: Session, numbers: Mapping[str, int]) -> None:
    """Let each table go on numbering after the highest number ever given."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    for table, number in numbers.items():
        if number and is_sqlite:
            # Only tables that never give a number twice stand there.
            session.execute(text(_BEGUN), {"name": table})
            session.execute(text(_GONE_ON), {"name": table, "number": number})
        elif number:
            asked = text("SELECT setval(CAST(:name AS regclass), :number)")
            session.execute(asked, {"name": _sequence(table), "number": number})


_GONE_ON = "UPDATE sqlite_sequence SET seq = max(seq, :number) WHERE name = :name"
_BEGUN = """
INSERT INTO sqlite_sequence (name, seq)
SELECT :name, 0 FROM sqlite_master
WHERE type = 'table' AND name = :name AND sql LIKE '%AUTOINCREMENT%'
AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :name)
"""
