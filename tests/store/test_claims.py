"""Looking in the outbox costs the same however much waits there."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from bot.records.outgoing import Lane, Outgoing
from bot.store import claims, outbox
from tests import databases

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LANE = Lane.BROADCAST
SLOTS = {Lane.PERSON: 3, Lane.NOTICE: 3, Lane.BROADCAST: 3}


def effort(folder: Path, waiting: int) -> int:
    """How many hundred steps SQLite takes to claim three rows of so many that wait."""
    store = databases.migrated(folder / f"{waiting}.db")
    rows = [
        Outgoing(chat_id=n, method="sendMessage", not_before=NOW, created_at=NOW, lane=LANE)
        for n in range(1, waiting + 1)
    ]
    with store.transaction() as session:
        outbox.queue_many(session, rows)
    with store.transaction() as session:
        steps = _counted(session)
        assert len(claims.claim(session, NOW, SLOTS, busy=[]).rows) == 3
        claims.next_at(session, NOW)
    store.close()
    return len(steps)


def _counted(session: Session) -> list[int]:
    steps: list[int] = []
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.set_progress_handler(lambda: steps.append(1), 100)
    return steps


def test_a_look_reads_the_first_few_and_not_all_that_wait(tmp_path: Path) -> None:
    """A hundred times more people waiting make a look no dearer."""
    assert effort(tmp_path, 4000) <= effort(tmp_path, 40) + 2
