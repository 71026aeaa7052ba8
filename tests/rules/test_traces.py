"""Every column that points at a person has its fate written down, and no other column does."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, LargeBinary, Table
from sqlmodel import SQLModel

from bot.rules import traces
from bot.rules.traces import TRACES, Fate, Trace

POINTING = ("person_id", "giver_id", "actor_id", "chat_id", "from_id", "telegram_id")
ELSEWHERE = {
    "person.telegram_id": "her own row",
    "group.chat_id": "a group's number",
    "incoming.from_id": "emptied when it is handled, and by leaving",
}
TABLES = SQLModel.metadata.tables
NOBODYS = {
    "absence", "agendaitem", "aim", "alias", "chore", "erasure", "hold", "inlinecard", "pulse",
    "themegroup", "thememember", "incoming",
}  # fmt: skip
"""Tables that hold nothing about anyone: numbers, hours and hashes."""
PAPERS = {"minutesfile"}
"""Documents as they were shown to others, kept as the minutes' own text is."""
THROUGH_HER_ANSWERS = {"need"}
"""Told and removed with the registration that they hang on."""


def _points(column: Column[object]) -> bool:
    to_person = any(key.column.table.name == "person" for key in column.foreign_keys)
    return to_person or column.name.endswith("_by") or column.name in POINTING


def test_every_column_that_points_at_a_person_has_its_fate_j1_j7() -> None:
    """A new one is refused until someone has decided what becomes of it."""
    pointing = {f"{t.name}.{c.name}" for t in TABLES.values() for c in t.c if _points(c)}

    assert pointing - set(ELSEWHERE) == {f"{one.table}.{one.column}" for one in TRACES}


def test_every_table_is_told_of_or_holds_nobody_j7() -> None:
    """A new table is refused until someone has decided whether it belongs in her file."""
    told = {one.table for one in TRACES} | {"person"} | THROUGH_HER_ANSWERS

    assert set(TABLES) == told | NOBODYS | PAPERS
    assert not told & NOBODYS


@pytest.mark.parametrize("trace", [one for one in TRACES if one.fate == Fate.LOOSENED])
def test_what_is_loosened_can_be_empty(trace: Trace) -> None:
    """A row stays without her only where its column may be NULL."""
    assert TABLES[trace.table].c[trace.column].nullable


def test_what_hangs_on_a_removed_row_is_removed_first() -> None:
    """Nothing that is removed has something left hanging on it, but what is known to."""
    removed = {one.table for one in TRACES if one.fate == Fate.REMOVED}
    hanging = {
        table.name
        for table in TABLES.values()
        for key in table.foreign_keys
        if key.column.table.name in removed
    }

    assert THROUGH_HER_ANSWERS == hanging


def _hidden(table: Table) -> set[str]:
    return {column.name for column in table.c if isinstance(column.type, LargeBinary)}


def test_nobody_else_is_told_of_and_nothing_of_ours_j7() -> None:
    """A row of hers is told whole but for whom else it points at; what she made, only briefly."""
    registration = TABLES["registration"]
    hers = next(one for one in TRACES if one.column == "person_id" and one.table == "registration")
    made = next(one for one in TRACES if one.column == "registered_by")
    columns = frozenset(registration.c.keys())

    assert {"standing", "attends", "created_at"} <= traces.told(hers, columns)
    assert not {"registered_by", "person_id"} & traces.told(hers, columns)
    assert {"id", "meeting_id", "standing", "created_at"} == traces.told(made, columns)
    for trace in TRACES:
        told = traces.told(trace, frozenset(TABLES[trace.table].c.keys()))
        assert not told & traces.NEVER_TOLD
        assert told - _hidden(TABLES[trace.table])
