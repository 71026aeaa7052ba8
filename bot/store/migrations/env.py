"""Runs the steps on the connection `bot.store.schema` hands over. Alembic loads this by path."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from bot.records.columns import Choice


def render(
    _kind: str,
    item: Any,  # noqa: ANN401  (Alembic hands over any schema item)
    written: AutogenContext,
) -> str | Literal[False]:
    """Write our column types so that a step does not need our records."""
    if isinstance(item, UTCDateTime):
        written.imports.add("from sqlmodel.sql.sqltypes import UTCDateTime")
        return "UTCDateTime()"
    return "sa.String()" if isinstance(item, (AutoString, Choice)) else False


def share_conditions() -> None:
    """Let an index hold the same rows on PostgreSQL as on SQLite.

    A record that named PostgreSQL would fetch two megabytes of its dialect at every start.
    """
    for index in (one for table in SQLModel.metadata.tables.values() for one in table.indexes):
        rows = index.dialect_options["sqlite"]["where"]
        if rows is not None:
            index.dialect_options["postgresql"]["where"] = rows


share_conditions()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_item=render,
    # SQLite cannot change a column: Alembic copies the table instead.
    render_as_batch=True,
    # SQLite can undo a table's making, although Alembic believes it cannot.
    transactional_ddl=True,
)
context.run_migrations()
