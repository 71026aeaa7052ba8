"""Several processes and one inbox: nothing twice, nothing out of turn, nothing left lying."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.store import inbox
from bot.store.engine import Store
from tests import databases
from tests.store.test_inbox import KARIN, SARA, message

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def another(store: Store) -> Iterator[Store]:
    """Give the same database to another process."""
    assert store
    another = databases.postgres(Path())
    yield another
    another.close()


@contextmanager
def at_work(store: Store, update_id: int) -> Iterator[Session]:
    """Have a process in the middle of handling an update."""
    with Session(store.engine) as session:
        assert inbox.handled(session, update_id, NOW)
        yield session


def takes(store: Store, update_id: int) -> bool:
    """Whether another process gets to handle an update now."""
    with store.transaction() as session:
        return inbox.handled(session, update_id, NOW)


def listed(store: Store) -> list[int]:
    """What a process would try to handle."""
    with store.reading() as session:
        return [one.update_id for one in inbox.waiting(session, 10)]


def test_what_another_process_handles_is_left_to_it(store: Store, another: Store) -> None:
    """It is neither waited for nor done twice; what someone else did meanwhile is free."""
    with store.transaction() as session:
        inbox.keep(session, [message(1, KARIN), message(2, SARA)], NOW)
    with at_work(another, 1) as theirs:
        assert not takes(store, 1)
        assert takes(store, 2)
        theirs.commit()

    assert not takes(store, 1)


def test_one_persons_deeds_keep_their_order(store: Store, another: Store) -> None:
    """While the first is in someone's hands the second waits, and then it may be anyone's."""
    with store.transaction() as session:
        inbox.keep(session, [message(1, KARIN), message(2, KARIN), message(3, SARA)], NOW)

    assert listed(store) == [1, 3]
    assert not takes(store, 2)
    with at_work(another, 1) as theirs:
        assert not takes(store, 2)
        theirs.commit()
    assert listed(store) == [2, 3]
    assert takes(store, 2)


def test_what_a_dead_process_held_is_free_at_once(store: Store, another: Store) -> None:
    """Nothing is noted for a process that ends in the middle, so the next one handles it."""
    with store.transaction() as session:
        inbox.keep(session, [message(1, KARIN)], NOW)
    with at_work(another, 1) as theirs:
        theirs.connection().connection.close()

    assert takes(store, 1)


def test_an_attempt_is_not_counted_on_what_others_handle(store: Store, another: Store) -> None:
    """A process that begins while another works must not blame its update."""
    with store.transaction() as session:
        inbox.keep(session, [message(1, KARIN)], NOW)
    with at_work(another, 1) as theirs:
        with store.transaction() as session:
            inbox.tried(session, 1, 1)
        theirs.rollback()

    with store.reading() as session:
        assert [one.attempts for one in inbox.waiting(session, 10)] == [0]
