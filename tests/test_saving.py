"""`samklang backup` and `samklang restore`, as the one who runs the bot meets them."""

from __future__ import annotations

import json
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import typer
from sqlmodel import select
from typer.testing import CliRunner

from bot import backing_up, restoring
from bot.records.chore import Chore
from bot.store import schema
from bot.store.engine import Store

OK, FAILED, MISCONFIGURED = 0, 1, 2


@dataclass(frozen=True)
class House:
    """A folder with settings and a database."""

    folder: Path
    url: str

    def backs_up(self, *given: str) -> tuple[int, str]:
        """Run the command; give the exit code and what was said."""
        return self._runs(backing_up.back_up, *given)

    def restores(self, *given: str) -> tuple[int, str]:
        """Run the command; give the exit code and what was said."""
        return self._runs(restoring.restore, *given)

    def _runs(self, command: object, *given: str) -> tuple[int, str]:
        config = self.folder / "config.toml"
        config.write_text(f'[database]\nurl = "{self.url}"\n', encoding="utf-8")
        app = typer.Typer()
        app.command()(command)  # type: ignore[type-var]
        done = CliRunner().invoke(app, ["--config", str(config), *given])
        return done.exit_code, done.output

    def writes(self, chore: str) -> None:
        """Write a row."""
        store = Store(self.url)
        schema.migrate(store)
        with store.transaction() as session:
            session.add(Chore(name=chore, done_on=date(2026, 11, 22)))
        store.close()

    def holds(self) -> list[str]:
        """Read the rows."""
        store = Store(self.url)
        with store.reading() as session:
            found = sorted(session.exec(select(Chore.name)))
        store.close()
        return found


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """Give a house with one row."""
    monkeypatch.chdir(tmp_path)
    house = House(tmp_path, f"sqlite:///{tmp_path / 'samklang.db'}")
    house.writes("städning")
    return house


def test_there_and_back_again_h7(house: House) -> None:
    """What was there when the copy was made is there again, and what came after is kept aside."""
    code, said = house.backs_up("copy.db")
    assert code == OK
    assert "samklang.keys ingår inte" in said
    house.writes("gallring")

    code, said = house.restores("copy.db", "--until", "now", "--yes")

    assert (code, house.holds()) == (OK, ["städning"])
    assert "samklang.db.before-restore" in said
    kept = House(house.folder, f"sqlite:///{house.folder / 'samklang.db.before-restore'}")
    assert kept.holds() == ["gallring", "städning"]


def test_a_copy_holds_what_stands_in_the_log_h7(house: House) -> None:
    """While the bot runs, the newest rows are in the log beside the file, and still in the copy."""
    running = Store(house.url)
    running.lock()
    with running.transaction() as session:
        session.add(Chore(name="nyss", done_on=date(2026, 11, 22)))
    assert (house.folder / "samklang.db-wal").stat().st_size > 0

    code, _ = house.backs_up("copy.db")
    running.close()

    assert code == OK
    assert House(house.folder, "sqlite:///copy.db").holds() == ["nyss", "städning"]


def test_only_its_owner_may_read_a_copy(house: House) -> None:
    """It holds names and addresses."""
    house.backs_up("copy.db")

    assert stat.S_IMODE((house.folder / "copy.db").stat().st_mode) == 0o600


def test_a_copy_is_named_after_the_hour(house: House) -> None:
    """So that no copy is written over another; a folder may be named."""
    (house.folder / "copies").mkdir()

    code, said = house.backs_up("copies", "--json")

    told = json.loads(said)
    assert code == OK
    assert Path(told["file"]).match("copies/samklang-20??-??-??-??????.db")
    assert told["bytes"] == Path(told["file"]).stat().st_size


def test_nothing_is_written_over(house: House) -> None:
    """A name that is taken is refused."""
    (house.folder / "copy.db").write_text("mitt", encoding="utf-8")

    code, said = house.backs_up("copy.db")

    assert (code, (house.folder / "copy.db").read_text("utf-8")) == (FAILED, "mitt")
    assert "finns redan" in said


def test_there_must_be_something_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address makes no empty copy, and no empty database."""
    monkeypatch.chdir(tmp_path)

    code, said = House(tmp_path, f"sqlite:///{tmp_path / 'none.db'}").backs_up("copy.db")

    assert code == FAILED
    assert "Det finns ingen databas" in said
    assert not list(tmp_path.glob("*.db"))


@pytest.mark.parametrize("content", [b"", b"hej", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_no_copy_is_refused(house: House, content: bytes) -> None:
    """The database stands as it stood."""
    (house.folder / "odd.db").write_bytes(content)

    code, said = house.restores("odd.db", "--until", "now", "--yes")

    assert (code, house.holds()) == (FAILED, ["städning"])
    assert "går att lägga tillbaka" in said


def test_a_copy_that_is_not_there_is_refused(house: House) -> None:
    """With its name."""
    code, said = house.restores("borta.db", "--until", "now", "--yes")

    assert (code, "borta.db" in said) == (FAILED, True)


def test_a_damaged_copy_is_refused_h4(house: House) -> None:
    """A page that was overwritten is found before anything is replaced."""
    house.backs_up("copy.db")
    copy = house.folder / "copy.db"
    whole = bytearray(copy.read_bytes())
    whole[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    copy.write_bytes(whole)

    code, said = house.restores("copy.db", "--until", "now", "--yes")

    assert code == FAILED
    assert "går att lägga tillbaka" in said


def test_a_running_bot_is_not_replaced_h8(house: House) -> None:
    """It must be stopped first."""
    house.backs_up("copy.db")
    running = Store(house.url)
    running.lock()

    code, said = house.restores("copy.db", "--until", "now", "--yes")
    running.close()

    assert code == FAILED
    assert "Stoppa den först" in said


def test_nobody_guesses_when_the_bot_last_worked_a14(house: House) -> None:
    """Without a person to ask it must be said, and in a form that can be read."""
    house.backs_up("copy.db")

    assert house.restores("copy.db", "--yes")[0] == MISCONFIGURED
    code, said = house.restores("copy.db", "--yes", "--until", "i går")
    assert (code, "Skriv så här: 2026-11-22 18.00" in said) == (MISCONFIGURED, True)


def test_without_a_yes_nothing_is_replaced(house: House) -> None:
    """Nobody sits at the terminal, so nobody has agreed."""
    house.backs_up("copy.db")
    house.writes("gallring")

    code, said = house.restores("copy.db", "--until", "now")

    assert (code, house.holds()) == (FAILED, ["gallring", "städning"])
    assert "Ingenting är ändrat" in said


def test_what_was_restored_can_be_read_by_a_programme(house: House) -> None:
    """As JSON."""
    house.backs_up("copy.db")

    code, said = house.restores("copy.db", "--until", "2026-11-22 18.00", "--yes", "--json")

    told = json.loads(said)
    assert code == OK
    assert told["not_sent"] == {"messages": 0, "broadcasts": 0, "occasions": 0}
    assert told["erased_again"] == 0


def test_a_copy_needs_no_log_beside_it_h7(house: House) -> None:
    """It can be moved as one file."""
    running = Store(house.url)
    running.lock()
    house.backs_up("copy.db")
    running.close()

    with closing(sqlite3.connect(house.folder / "copy.db")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
