"""H9 and H1: what a server may do to a transaction, and what becomes of it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select

from bot.records.chore import Chore
from bot.records.meeting import Meeting
from bot.store import meetings, postgres, schema
from bot.store.engine import Store
from bot.store.retrying import TIMES, again
from bot.store.trouble import StoreConflictError, StoreDoubtError, StoreTroubleError
from tests import databases
from tests.postgres.cable import COMMIT, Cable
from tests.postgres.server import OwnServer

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def chore(name: str) -> Chore:
    """Something to write down once."""
    return Chore(name=name, done_on=NOW.date())


def written(store: Store) -> int:
    """How much has been written down."""
    with store.reading() as session:
        return session.exec(select(func.count(col(Chore.name)))).one()


def announce(store: Store, *titles: str) -> None:
    """Write meetings down."""
    with store.transaction() as session:
        for title in titles:
            session.add(Meeting(secret=title, title=title, created_by=1, created_at=NOW))


def test_h9_a_deadlock_is_repeated_and_both_take_effect(store: Store) -> None:
    """Two that wait for each other: the server undoes one, and the whole of it is done anew."""
    announce(store, "a", "b")
    both = threading.Barrier(2)
    tries: list[int] = []

    def crosses(first: int, second: int) -> None:
        def deed() -> None:
            tries.append(first)
            with store.transaction() as session:
                meetings.locked(session, first)
                if len(tries) <= 2:
                    both.wait(5)
                meetings.locked(session, second)
                session.add(chore(f"from {first}"))

        again(deed)

    with ThreadPoolExecutor(2) as people:
        list(people.map(crosses, (1, 2), (2, 1)))

    assert (len(tries), written(store)) == (3, 2)


def test_h9_a_serialisation_failure_is_repeated(store: Store) -> None:
    """What rested on a row that someone else changed meanwhile is done anew on what stands now."""
    announce(store, "a")
    seen: list[str | None] = []

    def deed() -> None:
        with store.transaction() as session:
            session.rollback()
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            meeting = session.get_one(Meeting, 1)
            seen.append(meeting.title)
            if len(seen) == 1:
                with store.engine.begin() as other:
                    other.execute(text("UPDATE meeting SET title = 'b'"))
            meeting.place = "hallen"

    again(deed)

    assert seen == ["a", "b"]


def test_h9_the_same_key_from_two_processes_is_not_a_mistake(store: Store) -> None:
    """Whoever comes second finds the key at the next try."""
    tries: list[str] = []

    def deed() -> None:
        with store.transaction() as session:
            tries.append("try")
            if session.get(Chore, "same") is None:
                if len(tries) == 1:
                    with store.engine.begin() as other:
                        other.execute(text("INSERT INTO chore VALUES ('same', '2026-11-23')"))
                session.add(chore("same"))

    again(deed)

    assert (len(tries), written(store)) == (2, 1)


class SameKeyError(Exception):
    """What the driver says when a key is there already."""

    sqlstate = "23505"


@pytest.mark.parametrize(
    "error", [StoreConflictError("deadlock"), IntegrityError("", {}, SameKeyError())]
)
def test_h9_three_times_is_enough(error: Exception) -> None:
    """What conflicts every time is trouble, and whoever asked hears of it."""
    tries: list[int] = []

    def deed() -> None:
        tries.append(1)
        raise error

    with pytest.raises(type(error)):
        again(deed)

    assert len(tries) == TIMES


def test_h9_a_connection_cut_before_the_commit_keeps_nothing(
    far_store: Store, store: Store, cable: Cable
) -> None:
    """The whole is repeated, because it is certain that nothing was kept."""
    tries: list[int] = []

    def deed() -> None:
        tries.append(1)
        with far_store.transaction() as session:
            session.add(chore(f"try {len(tries)}"))
            if len(tries) == 1:
                cable.cuts(COMMIT, is_delivered=False)

    again(deed)

    assert (len(tries), written(store)) == (2, 1)


def test_h9_a_commit_whose_answer_was_lost_is_read_again(
    far_store: Store, store: Store, cable: Cable
) -> None:
    """The server knows that it was kept, so it is not done twice and nobody hears of trouble."""
    tries: list[int] = []

    def deed() -> None:
        tries.append(1)
        with far_store.transaction() as session:
            session.add(chore(f"try {len(tries)}"))
            cable.cuts(COMMIT, is_delivered=True)

    again(deed)

    assert (len(tries), written(store)) == (1, 1)


def test_h9_doubt_is_told_when_the_server_stays_away(
    far_store: Store, cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a server to ask nobody can tell, and a doubtful transaction is never repeated."""
    monkeypatch.setattr(postgres, "_LOOKS", 2)
    tries: list[int] = []

    def deed() -> None:
        tries.append(1)
        with far_store.transaction() as session:
            session.add(chore("once"))
            cable.cuts(COMMIT, is_delivered=True)
            cable.close()

    with pytest.raises(StoreDoubtError):
        again(deed)

    assert len(tries) == 1


def test_h9_a_server_that_comes_back_is_used_again(own_server: OwnServer) -> None:
    """Killed between two transactions it is not noticed; in the middle of one, all is repeated."""
    store = Store(own_server.url.render_as_string(hide_password=False))
    schema.migrate(store)
    with store.transaction() as session:
        session.add(chore("before"))
    restart(own_server)
    with store.transaction() as session:
        session.add(chore("after"))
    tries: list[int] = []

    def deed() -> None:
        tries.append(1)
        with store.transaction() as session:
            session.add(chore("during"))
            session.flush()
            if len(tries) == 1:
                restart(own_server)

    again(deed)

    assert (len(tries), written(store)) == (2, 3)
    own_server.kill()
    with pytest.raises(StoreTroubleError), store.reading():
        pass
    own_server.start()
    assert written(store) == 3
    store.close()


def restart(server: OwnServer) -> None:
    """Kill the server and start it again."""
    server.kill()
    server.start()


def test_h1_a_long_wait_for_a_row_is_trouble_and_passes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits too long hears that later may be better, and has changed nothing."""
    announce(store, "a")
    monkeypatch.setitem(postgres._SERVER_SETTINGS, "lock_timeout", "100ms")  # noqa: SLF001
    hasty = databases.postgres(Path())
    with store.engine.begin() as other:
        other.execute(text("SELECT * FROM meeting FOR UPDATE"))
        with pytest.raises(StoreTroubleError, match="busy"):
            take(hasty)

    assert written(store) == 0
    with hasty.transaction() as session:
        assert meetings.locked(session, 1)
    hasty.close()


def take(store: Store) -> None:
    """Write something down, and then wait for the meeting."""
    with store.transaction() as session:
        session.add(chore("first"))
        meetings.locked(session, 1)


def test_without_a_server_the_trouble_is_told(store: Store) -> None:
    """A wrong address is a word to the person who runs the bot, not a crash."""
    nowhere = Store(store.url.set(port=1).render_as_string(hide_password=False))

    with pytest.raises(StoreTroubleError):
        schema.migrate(nowhere)
    with pytest.raises(StoreTroubleError), nowhere.transaction():
        pass


def test_reading_sees_one_state(store: Store) -> None:
    """Two questions in one reading get answers of the same moment."""
    with store.reading() as session:
        before = session.exec(select(func.count(col(Chore.name)))).one()
        with store.engine.begin() as other:
            other.execute(text("INSERT INTO chore VALUES ('new', '2026-11-23')"))
        after = session.exec(select(func.count(col(Chore.name)))).one()

    assert (before, after, written(store)) == (0, 0, 1)
