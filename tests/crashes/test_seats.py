"""The last seat is one person's, however many reach for it at once.

Four processes on PostgreSQL are tried in `tests/postgres/test_seats.py`.
"""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import col, select

from bot import events
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.simulator.cast import Player
from bot.simulator.watcher import button_called
from bot.store import sqlite
from bot.store.engine import Store
from handlers import routes
from tests.crashes.conftest import Tally
from tests.crashes.rig import is_whole
from tests.town import Town

TRIALS = 500 if is_whole() else 20
CROWDS = (2, 3, 5, 10, 20, 35, 50) if is_whole() else (2, 9, 50)
_LONG_ENOUGH = 5.0


@pytest.mark.parametrize("crowd", CROWDS)
def test_e1_one_of_many_has_the_last_seat(town: Town, crowd: int) -> None:
    """All tap before the bot has read anything: the first has the seat, the rest stand in line."""
    players = [town.member(f"Person {number}") for number in range(crowd)]
    meeting = town.announces(town.organiser(), seats=1)
    for player in players:
        found = button_called(town.telegram.history(player.place), "Anmäl mig")
        assert found
        town.telegram.taps(player.user, *found)
    town.settle()

    with town.store.reading() as session:
        chosen = select(Registration).where(Registration.meeting_id == meeting.id)
        rows = session.exec(chosen.order_by(col(Registration.id))).all()
    assert [Standing.GOING] + [Standing.WAITING] * (crowd - 1) == [row.standing for row in rows]
    players[0].sees("Du är anmäld")
    for number, player in enumerate(players[1:], 1):
        player.sees(f"du står på reservlistan som nummer {number}")


class Unlocked(Store):
    """A database as Python's driver opens it: no transaction before the first write."""

    def __init__(self, url: str) -> None:
        """Open without the lock."""
        super().__init__(url, is_durable=False)
        event.remove(self.engine, "begin", sqlite._begin)  # noqa: SLF001  (that is the experiment)
        event.listen(self.engine, "connect", _as_python_does)


def _as_python_does(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = "DEFERRED"


def _overbooked(
    town: Town, opened: Callable[[str], Store], patience: float, monkeypatch: pytest.MonkeyPatch
) -> int:
    """Let two to eight people reach for a last seat, again and again; count where two got it.

    Everyone reads how many seats are left and then waits for the others, at most `patience`
    seconds, before taking one: the worst there can be.
    """
    chance = Random(20261122)  # noqa: S311  (repeatable)
    players = [town.member(f"Person {number}") for number in range(8)]
    karin, store, twice = town.organiser(), opened(f"sqlite:///{town.store.path}"), 0
    place, gates = registration.place, list[threading.Barrier]()

    def slow_place(*facts: object) -> object:
        found = place(*facts)  # type: ignore[arg-type]  # handed on as they came
        with contextlib.suppress(threading.BrokenBarrierError):
            gates[-1].wait(patience)
        return found

    monkeypatch.setattr(registration, "place", slow_place)
    for _ in range(TRIALS):
        meeting = town.drafts(karin, seats=1, status="announced")
        crowd = players[: chance.randint(2, len(players))]
        gates.append(threading.Barrier(len(crowd)))
        _reach(town, store, meeting.id, crowd)
        with town.store.reading() as session:
            mine = select(Registration.standing).where(Registration.meeting_id == meeting.id)
            standings = Counter(session.exec(mine))
        assert sum(standings.values()) == len(crowd)
        twice += standings[Standing.GOING] > 1
    store.close()
    return twice


def _reach(town: Town, store: Store, meeting_id: int, crowd: list[Player]) -> None:
    def taps(player: Player) -> None:
        who = events.Sender(player.user.id, player.user.first_name, "sv", is_someone=True)
        chat = events.Chat(player.user.id, is_private=True, title="")
        tap = events.Tapped(who, chat, None, f"come:{meeting_id}:yes")
        with store.transaction() as session:
            routes.handle(session, town.app.house, tap, town.clock.now())

    threads = [threading.Thread(target=taps, args=(player,)) for player in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _locked(url: str) -> Store:
    return Store(url, is_durable=False)


def test_e1_threads_cannot_overbook(
    town: Town, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """With our transactions nobody reads the seats before the one in front has taken hers."""
    twice = _overbooked(town, _locked, 0.01, monkeypatch)

    tally(f"last seat, one process: {twice} overbooked of {TRIALS}")
    assert 0 == twice


def test_e1_without_the_lock_they_do(
    town: Town, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """The control: the same trial with the driver's own transactions overbooks nearly always."""
    twice = _overbooked(town, Unlocked, _LONG_ENOUGH, monkeypatch)

    tally(f"last seat, one process, without the lock: {twice} overbooked of {TRIALS}")
    assert twice >= 0.95 * TRIALS
