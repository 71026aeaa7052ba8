"""A stage: our bot and our Telegram in one process, and a clock that is moved by hand.

The bot is the real one on a real database and the library is the real one. The scripted story and
the tests play here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot.app import App
from bot.clock import MovableClock
from bot.config import Settings
from bot.deeds import admitting
from bot.records.admission import AdmissionKind
from bot.simulator.api import Api
from bot.simulator.cast import Cast
from bot.simulator.world import World
from bot.store import organisations, schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.turn import Turn
from bot.wires.inprocess import InProcessRequest

T = TypeVar("T")
PATIENCE = 10.0
"""Seconds the bot may take to say all it has to say; our own pace makes it wait between."""


class Stage:
    """Where a story is played; `restarts` ends the bot's process without a word."""

    def __init__(self, folder: Path, settings: Settings, world: World, clock: MovableClock) -> None:
        """Build the stage in a folder that is empty or was played in before."""
        self.settings, self.telegram, self.clock = settings, world, clock
        self._folder = folder
        self.patience = PATIENCE
        self._runner = asyncio.Runner()
        self._api = Api(world)
        self.cast = Cast(world, self.settle)
        self._open()

    def _open(self) -> None:
        self.store = self.database()
        schema.migrate(self.store)
        self.keys = KeyRing(self._folder / "stage.keys")
        self.app = App(self.settings, self.store, self.keys, self.clock)
        self.run(self.app.open(InProcessRequest(self._api)))

    def database(self) -> Store:
        """Open the stage's database; after a restart it is the same one."""
        return Store(f"sqlite:///{self._folder / 'stage.db'}", is_durable=False)

    def restarts(self) -> None:
        """End the process without a word and start a new one on the same files."""
        self.run(self.app.close())
        self.store.close()
        self._open()
        self.settle()

    def close(self) -> None:
        """Put the lights out."""
        self.run(self.app.close())
        self.store.close()
        self._runner.close()

    def run(self, deed: Coroutine[object, object, T]) -> T:
        """Let one thing happen to its end."""
        return self._runner.run(deed)

    def settle(self) -> None:
        """Let the bot do all it wants at the present hour, and what it only waits seconds for."""
        self.run(self._settle())

    async def _settle(self) -> None:
        while await self._acts():
            pass

    async def _acts(self) -> bool:
        """Let the bot hear, do what is due and speak; whether anyone has answered meanwhile."""
        end = self.clock.mono() + self.patience
        await self._hears()
        await self.app.tick()
        while True:
            pause = await self.app.sender.send_due()
            if self.telegram.updates:
                return True
            if pause is None or self.clock.mono() + pause > end:
                return False
            self.clock.advance(max(pause, 0.01))

    async def _hears(self) -> None:
        """Take in all that people have done, and confirm it."""
        while await self.app.intake.poll_once(0) + await self.app.intake.handle_waiting():
            await self.app.desk.work()
            await self.app.filing.work()

    def moves_to(self, when: datetime) -> None:
        """Let time pass, stopping wherever something falls due."""
        while (stop := self.app.next_hour()) is not None and stop < when:
            self.clock.jump_to(max(stop, self.clock.now()) + timedelta(seconds=1))
            self.settle()
        self.clock.jump_to(when)
        self.settle()

    def moves(self, **length: float) -> None:
        """Let so much time pass, as timedelta counts it."""
        self.moves_to(self.clock.now() + timedelta(**length))

    def link(self, kind: AdmissionKind) -> str:
        """Make a link that lets people in; once, unless it is for members."""
        with self.store.transaction() as session:
            turn = Turn(session, self.app.house, self.clock.now())
            uses = None if kind == AdmissionKind.MEMBER else 1
            return self.app.house.link(admitting.make_link(turn, kind, uses, None))

    def registers(self, *names: str) -> None:
        """Write associations into the register."""
        with self.store.transaction() as session:
            for name in names:
                organisations.add(session, name, None, self.clock.now())
