"""A disk that fails, a file that is damaged or gone: nothing is believed that is not stored."""

from __future__ import annotations

import resource
import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from bot import service
from bot.records.chore import Chore
from bot.records.registration import Registration
from bot.simulator.changes import Change
from bot.store import schema, soundness
from bot.store.engine import Store, StoreTroubleError
from tests.settings_file import TOKEN
from tests.town import Town

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = datetime(2026, 11, 2, tzinfo=UTC).date()
PAGE = 4_096


def made(path: Path) -> Store:
    """Make a database with some pages in it."""
    store = Store(f"sqlite:///{path}")
    schema.migrate(store)
    with store.transaction() as session:
        session.add_all(Chore(name=f"{n:05}" + "x" * 200, done_on=TODAY) for n in range(500))
    return store


def damage(path: Path) -> None:
    """Write rubbish over a page that holds rows."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 6 * PAGE)
        file.write(b"\xff" * 4 * PAGE)


def test_a_damaged_page_is_found_at_the_start_h4(tmp_path: Path) -> None:
    """The bot refuses to run on it, changes nothing, and says where help is."""
    path = tmp_path / "bot.db"
    store = made(path)
    assert soundness.damage(store) == ""
    store.close()
    damage(path)
    before = path.read_bytes()
    said: list[str] = []

    assert service.run(settings(tmp_path, f"sqlite:///{path}"), said.append) == 1
    assert "Databasen är skadad" in said[-1]
    assert "Säkerhetskopior" in said[-1]
    # The first hundred bytes say which journal is used, and that is chosen when we open.
    assert before[100:] == path.read_bytes()[100:]


def settings(folder: Path, url: str) -> Path:
    """Write settings for a database."""
    file = folder / "config.toml"
    who = 'name = "K"\ncontroller = "K"\ncontact = "karin@example.se"'
    where = f'url = "{url}"\nkey_file = "{folder}/bot.keys"'
    file.write_text(f'[telegram]\ntoken = "{TOKEN}"\n[network]\n{who}\n[database]\n{where}\n')
    file.chmod(0o600)
    return file


def test_a_file_system_that_takes_no_file_is_told_h3(tmp_path: Path) -> None:
    """Where nothing can be written the bot ends with a sentence, not a traceback."""
    said: list[str] = []

    assert service.run(settings(tmp_path, "sqlite:////proc/samklang/bot.db"), said.append) == 1
    assert "Databasen går inte att använda" in said[-1]


@pytest.mark.parametrize("deed", ["removed", "replaced"])
def test_a_file_taken_away_is_noticed_h3(tmp_path: Path, deed: str) -> None:
    """What is written to a file without a name is lost, so the bot must see that it is gone."""
    store = made(tmp_path / "bot.db")
    before = soundness.identity(store)
    again = soundness.identity(store)
    (tmp_path / "bot.db").rename(tmp_path / "other.db")
    if deed == "replaced":
        (tmp_path / "bot.db").touch()

    assert before == again
    assert before != soundness.identity(store)
    store.close()


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """Let every write past so many bytes fail."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("pages", range(0, 24, 3))
def test_a_write_that_fails_loses_nothing_that_was_promised_h5(tmp_path: Path, pages: int) -> None:
    """Wherever the disk says no, what was committed is there, and the file is whole."""
    path = tmp_path / "bot.db"
    store = made(path)
    kept: list[str] = []

    def fills() -> None:
        for n in range(200):
            with store.transaction() as session:
                session.add(Chore(name=f"later {n}" + "y" * 1_000, done_on=TODAY))
            kept.append(f"later {n}" + "y" * 1_000)

    with no_file_over(pages * PAGE + path.stat().st_size), pytest.raises(StoreTroubleError):
        fills()
    with store.transaction() as session:
        session.add(Chore(name="when there is room again", done_on=TODAY))
    store.close()

    with closing(sqlite3.connect(path)) as opened:
        names = {name for (name,) in opened.execute("SELECT name FROM chore")}
        assert opened.execute("PRAGMA quick_check").fetchone() == ("ok",)
    assert {*kept, "when there is room again"} == {n for n in names if "x" * 200 not in n}


def test_nobody_is_told_of_a_seat_that_a_power_cut_would_take_a13(tmp_path: Path) -> None:
    """At every message the files, as they then lie on the disk, already hold the seat."""
    town = Town(tmp_path)
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    held: list[int] = []

    def copies(change: Change) -> None:
        if change.message is None or "Du är anmäld" not in change.message.text:
            return
        copy = tmp_path / f"copy{len(held)}"
        copy.mkdir()
        for file in tmp_path.glob("stage.db*"):
            (copy / file.name).write_bytes(file.read_bytes())
        with closing(sqlite3.connect(copy / "stage.db")) as opened:
            held.append(opened.execute("SELECT count(*) FROM registration").fetchone()[0])

    town.telegram.changes.subscribe(copies)
    sara.taps("Anmäl mig")

    with town.store.reading() as session:
        assert len(session.exec(select(Registration)).all()) == 1
    town.close()
    assert held
    assert set(held) == {1}


def test_a_commit_waits_for_the_disk_a13(tmp_path: Path) -> None:
    """What people are told rests on a commit that a power cut does not take back."""
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    with store.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA synchronous").scalar() == 2
    store.close()
