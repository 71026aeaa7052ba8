"""Writes a row about a person into any table, with values that can be recognised anywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count

from sqlalchemy import BigInteger, Column, Table, insert, select
from sqlmodel import Session, SQLModel

from bot.records.columns import Choice
from bot.rules.traces import TRACES, Fate

NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)
_numbers = count(10_000)
PLAIN: dict[type, object] = {
    bool: False,
    datetime: NOON,
    date: date(2026, 12, 5),
    time: time(10),
    float: 1.5,
    object: {},
    dict: {},
    bytes: b"sealed",
}


def leave_traces(session: Session, person_id: int, telegram_id: int, word: str) -> None:
    """Write a row into every table that can point at her; what is about her holds the word."""
    for trace in TRACES:
        table = SQLModel.metadata.tables[trace.table]
        if trace.table == "person" or trace.fate == Fate.KEPT:
            continue
        number = telegram_id if trace.by_telegram else person_id
        words = word if trace.fate == Fate.REMOVED else "made"
        session.execute(insert(table).values(_row(session, table, {trace.column: number}, words)))


def _row(session: Session, table: Table, given: dict[str, object], word: str) -> dict[str, object]:
    needed = (one for one in table.c if not one.primary_key)
    return {one.name: _value(session, one, word) for one in needed} | given


def _value(session: Session, column: Column[object], word: str) -> object:
    for key in column.foreign_keys:
        return None if column.nullable else _somebody(session, key.column.table)
    if isinstance(column.type, Choice):
        # The last word is the one with which nothing more is done.
        return list(column.type.kind)[-1]
    # A decorated type says what it is made of; JSON may be anything.
    kind = getattr(column.type, "impl_instance", column.type).python_type
    if column.nullable and kind is not str:
        return None
    if kind is int:
        return next(_numbers) if isinstance(column.type, BigInteger) else 9
    if kind in PLAIN:
        return PLAIN[kind]
    return f"{word}-{column.name}-{next(_numbers)}"


def _somebody(session: Session, table: Table) -> object:
    """Give the id of a row that stands there, or of one that is made."""
    number = next(iter(table.primary_key))
    found = session.execute(select(number).order_by(number.desc())).scalars().first()
    if found is not None and table.name not in {"registration", "meeting"}:
        return found
    adding = insert(table).values(_row(session, table, {}, "made")).returning(number)
    return session.execute(adding).scalar_one()


def everything(session: Session) -> str:
    """Write out every value of every table."""
    tables = SQLModel.metadata.sorted_tables
    rows = (row for table in tables for row in session.execute(select(table)))
    return "\n".join(repr(tuple(row)) for row in rows)
