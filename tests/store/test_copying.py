"""A network that moves arrives whole, in either direction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.records.chore import Chore
from bot.records.meeting import Form, Meeting
from bot.records.need import Need, NeedKind
from bot.records.outgoing import Lane, Outgoing
from bot.records.person import Person, Role
from bot.records.registration import Registration, Standing
from bot.store import copying
from bot.store.copying import Account, Differs, NotEmpty
from bot.store.engine import Store
from tests import databases

NOW = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)
MANY = 1203


@pytest.fixture(params=["sqlite-postgres", "postgres-sqlite", "sqlite-sqlite"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Give an old database and a new one, both with tables."""
    made = []
    for number, kind in enumerate(request.param.split("-")):
        is_file = kind == "sqlite"
        if not is_file:
            databases.the_server()
            databases.wipe()
        path = tmp_path / f"{number}.db"
        made.append(databases.migrated(path) if is_file else databases.postgres(path))
    yield made[0], made[1]
    for store in made:
        store.close()


def fill(session: Session) -> None:
    """Write down something of every kind of value."""
    session.add(Person(telegram_id=2**52 - 1, name="Åsa Öst", role=Role.OWNER, created_at=NOW))
    session.add(Person(telegram_id=2**33 + 1, name="bort", created_at=NOW))
    session.add(
        Meeting(
            secret="m",
            title="Dialog – »kultur« 🎭",
            day=date(2026, 12, 5),
            start=time(18, 30),
            form=Form.HYBRID,
            waived=["seats"],
            doubts={"day": {"options": ["5 december", None], "sure": False, "n": 1.5}},
            created_by=1,
            created_at=NOW,
        )
    )
    session.flush()
    session.add(
        Registration(
            meeting_id=1, person_id=1, standing=Standing.GOING, created_at=NOW, changed_at=NOW
        )
    )
    session.flush()
    need = Need(registration_id=1, meeting_id=1, kind=NeedKind.FOOD, answered_at=NOW)
    need.sealed = b"\x00\xff"
    session.add(need)
    session.add_all(
        Outgoing(
            chat_id=-(10**12) - number,
            method="sendMessage",
            content={"text": f"nr {number}"},
            key=f"invite:{number}",
            lane=Lane.BROADCAST,
            not_before=NOW,
            created_at=NOW,
        )
        for number in range(MANY)
    )
    session.add_all(Chore(name=name, done_on=NOW.date()) for name in ("ö", "a", "Z", "å", "_"))
    session.flush()
    session.delete(session.get_one(Person, 2))


def test_everything_arrives_and_numbers_go_on(stores: tuple[Store, Store]) -> None:
    """Every row reads the same, and no number is given that was ever given before."""
    old, new = stores
    with old.transaction() as session:
        fill(session)
    told: Counter[str] = Counter()

    accounts = copying.copy(old, new, lambda table, rows: told.update({table: rows}))

    assert isinstance(accounts, list)
    assert told["outgoing"] == MANY
    assert copying.size(old) == copying.size(new) == sum(one.rows for one in accounts)
    assert rows_of(old) == rows_of(new)
    with new.transaction() as session:
        later = Person(telegram_id=5, created_at=NOW)
        session.add(later)
        session.flush()
        assert later.id == 3


def rows_of(store: Store) -> list[object]:
    """What the bot would read."""
    with store.reading() as session:
        first = session.exec(select(Outgoing).where(Outgoing.chat_id == -(10**12))).one()
        kept = [session.get_one(kind, 1) for kind in (Person, Meeting, Need)]
        return [
            repr(sorted((n, getattr(row, n)) for n in type(row).model_fields))
            for row in (*kept, first)
        ]


def test_a_target_with_rows_is_left_alone(stores: tuple[Store, Store]) -> None:
    """Two networks are never mixed."""
    old, new = stores
    with new.transaction() as session:
        session.add(Chore(name="x", done_on=NOW.date()))

    assert copying.copy(old, new, lambda *_: None) == NotEmpty("chore")
    assert copying.size(new) == 1


def test_what_reads_otherwise_is_not_kept(stores: tuple[Store, Store]) -> None:
    """A database that changes what is written is found out, and stays empty."""
    old, new = stores
    with old.transaction() as session:
        session.add(Chore(name="x", done_on=NOW.date()))
    with new.engine.begin() as connection:
        connection.execute(text(_LIAR["sqlite" if new.is_sqlite else "postgres"]))

    try:
        assert copying.copy(old, new, lambda *_: None) == Differs("chore")
        assert copying.size(new) == 0
    finally:
        with new.engine.begin() as connection:
            on = "" if new.is_sqlite else "ON chore"
            connection.execute(text(f"DROP TRIGGER liar {on}"))


_LIAR = {
    "sqlite": "CREATE TRIGGER liar AFTER INSERT ON chore"
    " BEGIN UPDATE chore SET done_on = '1999-01-01'; END",
    "postgres": "CREATE OR REPLACE FUNCTION lie() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN NEW.done_on := '1999-01-01'; RETURN NEW; END $$;"
    " CREATE TRIGGER liar BEFORE INSERT ON chore FOR EACH ROW EXECUTE FUNCTION lie()",
}


def test_an_empty_network_may_move_too(stores: tuple[Store, Store]) -> None:
    """Nothing becomes nothing."""
    old, new = stores

    accounts = copying.copy(old, new, lambda *_: None)

    assert isinstance(accounts, list)
    assert {Account(one.table, 0, "0" * 64) for one in accounts} == set(accounts)
