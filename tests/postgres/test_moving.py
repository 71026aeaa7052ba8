"""`samklang move`: from a file to PostgreSQL and back, with plain words when it cannot be done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import typer
from sqlmodel import select
from typer.testing import CliRunner

from bot import moving
from bot.records.chore import Chore
from bot.store import baton, schema
from bot.store.engine import Store

TODAY = date(2026, 11, 23)
OK, FAILED, MISCONFIGURED = 0, 1, 2


@dataclass(frozen=True)
class House:
    """A folder with settings and a database."""

    folder: Path
    url: str

    def moves(self, to: str, *more: str) -> tuple[int, str]:
        """Run the command; give the exit code and what was said."""
        config = self.folder / "config.toml"
        config.write_text(f'[database]\nurl = "{self.url}"\n', encoding="utf-8")
        app = typer.Typer()
        app.command()(moving.move)
        done = CliRunner().invoke(app, ["--to", to, "--config", str(config), *more])
        return done.exit_code, done.output


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Give a house with one row in a SQLite file."""
    house = House(tmp_path, f"sqlite:///{tmp_path / 'samklang.db'}")
    store = Store(house.url)
    schema.migrate(store)
    with store.transaction() as session:
        session.add(Chore(name="städning", done_on=TODAY))
    store.close()
    return house


def address(store: Store) -> str:
    """Where the test's PostgreSQL is."""
    return store.url.render_as_string(hide_password=False)


def chores(url: str) -> list[str]:
    """What stands in a database."""
    store = Store(url)
    with store.reading() as session:
        found = list(session.exec(select(Chore.name)))
    store.close()
    return found


def test_there_and_back_again(house: House, store: Store) -> None:
    """The network moves to PostgreSQL, and from there to a new file; nothing is removed."""
    code, said = house.moves(address(store))
    assert (code, chores(address(store)), chores(house.url)) == (OK, ["städning"], ["städning"])
    assert "1 rad är kopierad" in said
    assert "Behåll nyckelfilen samklang.keys" in said

    back = f"sqlite:///{house.folder / 'back.db'}"
    code, said = House(house.folder, address(store)).moves(back, "--json")

    told = json.loads(said)
    assert (code, told["rows"], chores(back)) == (OK, 1, ["städning"])
    assert {one["table"] for one in told["tables"] if one["rows"]} == {"chore"}


def test_two_networks_are_not_mixed(house: House, store: Store) -> None:
    """A database with rows is refused."""
    assert house.moves(address(store))[0] == OK

    code, said = house.moves(address(store))

    assert code == FAILED
    assert "inte tom: tabellen chore" in said


def test_a_running_bot_is_not_moved(house: House, store: Store) -> None:
    """What is written while one copies would be lost."""
    running = Store(house.url)
    running.lock()

    code, said = house.moves(address(store))

    running.close()
    assert code == FAILED
    assert "Stoppa den först" in said


def test_a_bot_that_runs_on_postgresql_is_not_moved(house: House, store: Store) -> None:
    """There the baton tells that someone runs."""
    with store.engine.connect() as running:
        running.exec_driver_sql(f"SELECT pg_advisory_lock({baton.LOCK})")
        code, said = House(house.folder, address(store)).moves(house.url)

    assert code == FAILED
    assert "Stoppa den först" in said


@pytest.mark.parametrize(
    ("to", "code", "words"),
    [
        ("mysql://nej", MISCONFIGURED, "postgresql://"),
        ("postgresql://ingen:hemligt@127.0.0.1:1/x", FAILED, "nya databasen går inte"),
        ("SAME", MISCONFIGURED, "redan använder"),
    ],
)
def test_a_wrong_target_is_told_in_plain_words(
    house: House, to: str, code: int, words: str
) -> None:
    """Nothing is copied, and no password is shown."""
    ended, said = house.moves(house.url if to == "SAME" else to)

    assert ended == code
    assert words in said
    assert "hemligt" not in said


def test_a_wrong_source_is_told_in_plain_words(house: House, store: Store) -> None:
    """No database, one of another version, one that does not answer, settings that are wrong."""
    nowhere = House(house.folder, f"sqlite:///{house.folder / 'none.db'}")
    silent = House(house.folder, "postgresql://ingen@127.0.0.1:1/x")
    empty = Store(f"sqlite:///{house.folder / 'empty.db'}")
    empty.engine.connect().close()
    empty.close()
    outdated = House(house.folder, f"sqlite:///{house.folder / 'empty.db'}")
    wrong = House(house.folder, "oracle://nej")

    assert "ingen databas" in nowhere.moves(address(store))[1]
    assert "gamla databasen går inte" in silent.moves(address(store))[1]
    assert "en annan version" in outdated.moves(address(store))[1]
    assert wrong.moves(address(store))[0] == MISCONFIGURED
