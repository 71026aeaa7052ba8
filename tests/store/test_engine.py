"""What is written stays, all of it or nothing, and one process at a time writes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from bot.records.chore import Chore
from bot.records.group import Group
from bot.records.meeting import Meeting
from bot.store import meetings
from bot.store.engine import Store, StoreTroubleError
from bot.store.lock import Taken

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SEATS = 1


def group(chat_id: int) -> Group:
    """A group to write down."""
    return Group(chat_id=chat_id, title="x", linked_by=1, created_at=NOW)


def test_all_or_nothing(store: Store) -> None:
    """What fails half-way leaves nothing behind."""

    def fails() -> None:
        with store.transaction() as session:
            session.add(group(-1))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()

    with store.reading() as session:
        assert session.exec(select(Group)).all() == []


def test_reading_keeps_nothing(store: Store) -> None:
    """There is one way to write, and reading is not it."""
    with store.reading() as session:
        session.add(group(-1))
        session.flush()

    with store.reading() as session:
        assert session.exec(select(Group)).all() == []


def test_a_session_in_a_session_is_a_mistake(store: Store) -> None:
    """Two sessions at once would wait for each other; we hear of it at once instead."""
    with store.transaction(), pytest.raises(RuntimeError), store.reading():
        pass
    with store.transaction() as session:
        session.add(group(-1))


def test_i3_ids_of_telegram_fit(store: Store) -> None:
    """Every id Telegram may give comes back as it was."""
    ids = [2**31, 2**33, 2**52 - 1, -(10**12) - 2**40]
    with store.transaction() as session:
        session.add_all([group(number) for number in ids])

    with store.reading() as session:
        assert sorted(session.exec(select(Group.chat_id))) == sorted(ids)


def test_e1_the_last_seat_is_taken_once(store: Store) -> None:
    """Eight threads that lock the meeting, read and then write take one seat."""
    assert race(store, meetings.locked) == SEATS


def test_e1_without_our_lock_the_seat_is_taken_twice(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: when nothing is held while one decides, the same race overbooks or breaks."""
    if store.is_sqlite:
        monkeypatch.setattr(Store, "transaction", late_writing)

    assert race(store, meetings.get) != SEATS


@contextmanager
def late_writing(store: Store) -> Iterator[Session]:
    """Write as a driver does that is left to itself: a transaction begins at the first INSERT."""
    engine = create_engine(store.engine.url)
    with Session(engine) as session:
        yield session
        session.commit()
    engine.dispose()


def race(store: Store, find: Callable[[Session, int], Meeting | None]) -> int:
    """Let eight people try for one seat; give the number of those who got it."""
    start, decided = threading.Barrier(8), threading.Barrier(2)
    with store.transaction() as session:
        session.add(Meeting(secret="m", created_by=1, created_at=NOW))

    def tries(number: int) -> None:
        start.wait(5)
        with store.transaction() as session:
            find(session, 1)
            taken = session.exec(select(func.count(col(Chore.name)))).one()
            if taken < SEATS:
                # Where nothing is held somebody else comes as far; otherwise nobody can.
                with suppress(threading.BrokenBarrierError):
                    decided.wait(1)
                session.add(Chore(name=f"person {number}", done_on=NOW.date()))

    with ThreadPoolExecutor(8) as people:
        list(people.map(tries, range(8)))
    with store.reading() as session:
        return session.exec(select(func.count(col(Chore.name)))).one()


def test_e8_what_was_read_before_the_lock_is_read_anew(store: Store) -> None:
    """Whoever has waited for a meeting decides on what stands now, not on what stood then."""
    with store.transaction() as session:
        session.add(Meeting(secret="m", title="old", created_by=1, created_at=NOW))
        session.add(group(-1))
    with store.transaction() as session:
        meeting, seen = session.get_one(Meeting, 1), session.get_one(Group, 1)
        meeting.place, session.autoflush = "hallen", False
        change_elsewhere(store)

        locked = meetings.locked(session, 1)

        assert locked is meeting
        assert (meeting.place, meeting.seats) == ("hallen", None if store.is_sqlite else 7)
        assert seen.title == ("x" if store.is_sqlite else "new")


def change_elsewhere(store: Store) -> None:
    """Let another process write, where another process can."""
    if not store.is_sqlite:
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE meeting SET seats = 7"))
            connection.execute(text("UPDATE \"group\" SET title = 'new'"))


def test_h8_a_second_process_is_refused(file_store: Store) -> None:
    """Another process on the same file learns that it is taken, and by whom it was not."""
    assert file_store.path
    script = (
        "import sys; from bot.store.engine import Store; store = Store(sys.argv[1]);"
        "print(store.lock() is None, flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, f"sqlite:///{file_store.path}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "True\n"

        taken = file_store.lock()
        other.kill()

    assert taken == Taken(Path(f"{file_store.path}.lock"), other.pid)
    assert file_store.lock() is None


def test_h1_a_locked_database_is_trouble_not_a_bug(file_store: Store) -> None:
    """When someone else keeps the file locked, the caller hears that later may be better."""
    assert file_store.path
    other = Store(f"sqlite:///{file_store.path}")
    with other.transaction() as writing, file_store.engine.connect() as connection:
        writing.add(group(-2))
        writing.flush()
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 1")
        cursor.close()
        connection.close()
        with pytest.raises(StoreTroubleError), file_store.transaction() as session:
            session.add(group(-1))
    other.close()


def test_h2_a_full_disk_is_trouble_and_passes(file_store: Store) -> None:
    """Nothing half is kept when the disk is full, and all goes on when there is room."""
    with file_store.engine.connect() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreTroubleError), file_store.transaction() as session:
        session.add_all([group(-number) for number in range(1, 3000)])

    with file_store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with file_store.transaction() as session:
        session.add(group(-1))

    with file_store.reading() as session:
        assert session.exec(select(func.count(col(Group.id)))).one() == 1


def test_errors_quote_no_one(store: Store) -> None:
    """What a failed statement was to write stands in no error, and so in no log."""
    twins = [Group(chat_id=7_007, title="hemligt", linked_by=1, created_at=NOW) for _ in range(2)]
    with pytest.raises(IntegrityError) as refused, store.transaction() as session:
        session.add_all(twins)

    said = f"{refused.value} {refused.value.orig}"
    assert "hemligt" not in said
    assert "7007" not in said
    assert "unique" in said.lower()
