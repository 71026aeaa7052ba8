"""`samklang demo`: our bot and a Telegram of our own in one process, tried in the browser.

Knows the simulator and the bot, only to connect them; nothing is kept afterwards.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import plot, story
from bot.app import App
from bot.clock import MovableClock, SystemClock
from bot.config import Network, Settings, Telegram
from bot.deeds import admitting
from bot.records.admission import AdmissionKind
from bot.simulator.api import Api
from bot.simulator.hooks import Demo
from bot.simulator.page import routes
from bot.simulator.server import Server
from bot.simulator.world import World
from bot.stage import Stage
from bot.store import claims, inbox, organisations, schema
from bot.store.engine import Store
from bot.store.sealing import KeyRing
from bot.turn import Turn
from bot.words.texts import FIRST, Texts
from bot.words.views import service as views

Say = Callable[[str], None]
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NETWORK = Network(
    name="Kulturnätet i bygden",
    controller="Region Storsjön",
    contact="kultur@region.example, 063-10 20 30",
)
MORNING = time_of_day(9)
FRIDAY = 4
_REAL = SystemClock()
_MOST_PATIENCE = 5.0
"""Real seconds a jump waits for the bot to say all it has to say."""


class Waiting(Mapping[int, str]):
    """The link that waits for each person: Karin's own, and the members' for everyone else."""

    def __init__(self, owner: int, owner_link: str, member_link: str) -> None:
        """Remember whose is whose."""
        self._owner, self._owner_link, self._member_link = owner, owner_link, member_link

    def __getitem__(self, user_id: int) -> str:
        """Give the link of whoever it is; people are invented as we go."""
        return self._owner_link if user_id == self._owner else self._member_link

    def __iter__(self) -> Iterator[int]:
        """Name the only one we know beforehand."""
        return iter((self._owner,))

    def __len__(self) -> int:
        """Count the ones we know beforehand."""
        return 1


def settings(token: str, base_url: str) -> Settings:
    """Give the settings of a bot in its own little world."""
    telegram = Telegram.model_validate({"token": token, "base_url": base_url, "local_server": True})
    return Settings(telegram=telegram, network=NETWORK)


def _working_morning() -> datetime:
    """Give nine o'clock this morning, or on Monday when it is the weekend."""
    today = _REAL.now().astimezone(STOCKHOLM).date()
    day = today + timedelta(days=max(0, 7 - today.weekday()) if today.weekday() > FRIDAY else 0)
    return datetime.combine(day, MORNING, tzinfo=STOCKHOLM)


class Demonstration:
    """The world, the page and the bot; `restart` ends the bot's process as far as one can."""

    def __init__(self, folder: Path, port: int) -> None:
        """Prepare a world on a working morning, with Karin, four members and a group."""
        self.clock = MovableClock(_working_morning(), runs=True)
        self.world = World(self.clock, is_fair=True)
        self._folder = folder
        self.page = Demo(
            self.clock,
            upcoming=self._upcoming,
            restart=self.restart,
            settle=self.settle,
            ready_texts=self._texts,
        )
        self._server = Server(Api(self.world), port=port, routes=routes(self.world, self.page))

    def _texts(self) -> Mapping[str, str]:
        """Offer an invitation to paste, dated by the clock as it stands."""
        today = self.clock.now().astimezone(STOCKHOLM).date()
        label = views.sample_invitation(Texts(FIRST))
        return {label: story.invitation(today, STOCKHOLM)}

    async def open(self) -> tuple[str, str]:
        """Serve the page and start the bot; give the page's address and Karin's link."""
        address = await self._server.start()
        self._settings = settings(self.world.token, f"{address}/bot")
        await self._start()
        people = [
            self.world.add_user(*name.split())
            for name in ("Karin Ek", "Sara Lind", "Ahmed Ali", "Märta Dahl", "Nils Berg")
        ]
        self.world.add_group("Kulturnätet i bygden", people, admins=people[:1])
        owner = self._link(AdmissionKind.OWNER)
        self.page.start_links = Waiting(people[0].id, owner, self._link(AdmissionKind.MEMBER))
        return address, owner

    def _link(self, kind: AdmissionKind) -> str:
        with self.app.store.transaction() as session:
            turn = Turn(session, self.app.house, self.clock.now())
            for name in story.ASSOCIATIONS:
                organisations.add(session, name, None, turn.now)
            uses = None if kind == AdmissionKind.MEMBER else 1
            return self.app.house.link(admitting.make_link(turn, kind, uses, None))

    async def _start(self) -> None:
        store = Store(f"sqlite:///{self._folder / 'demo.db'}")
        schema.migrate(store)
        keys = KeyRing(self._folder / "demo.keys")
        self.app = App(self._settings, store, keys, self.clock, _REAL)
        await self.app.open()
        self._stop = asyncio.Event()
        self._work = asyncio.create_task(self.app.run(self._stop))

    async def _end(self) -> None:
        self._stop.set()
        await self._work
        await self.app.close(1.0)
        self.app.store.close()

    async def restart(self) -> None:
        """End the bot and start it anew on the same files."""
        await self._end()
        await self._start()

    async def close(self) -> None:
        """Put the lights out."""
        await self._end()
        self.page.close()
        await self._server.stop()

    def _upcoming(self) -> list[tuple[datetime, str]]:
        return self.app.upcoming()

    async def settle(self) -> None:
        """Wait until the bot has done all it wants at this hour, or five seconds."""
        end = _REAL.mono() + _MOST_PATIENCE
        self.app.clockwork.wake()
        await asyncio.sleep(0.05)
        while _REAL.mono() < end and self._is_busy():  # noqa: ASYNC110  (rows ring no bell)
            await asyncio.sleep(0.05)

    def _is_busy(self) -> bool:
        with self.app.store.reading() as session:
            due = claims.due(session, self.clock.now(), 1)
            return bool(due) or inbox.count_waiting(session) > 0


async def _show(folder: Path, port: int, say: Say) -> None:
    demonstration = Demonstration(folder, port)
    address, link = await demonstration.open()
    say(views.demo_ready(Texts(FIRST), address, link))
    try:
        await asyncio.Event().wait()
    finally:
        await demonstration.close()


def show(port: int, say: Say) -> int:
    """Let a newcomer try the bot in the browser until Ctrl-C; give the exit code."""
    with tempfile.TemporaryDirectory(prefix="samklang-") as folder, suppress(KeyboardInterrupt):
        asyncio.run(_show(Path(folder), port, say))
    say(views.demo_over(Texts(FIRST)))
    return 0


def tell(say: Say) -> int:
    """Play the whole story and print what everyone saw; 0 only if every step happened."""
    began = _REAL.mono()
    try:
        for act in plot.ACTS:
            say(f"{act.heading}\n")
            say(f"\n{_seen(act, say)}\n")
    except AssertionError as broken:
        say(views.story_broke(Texts(FIRST), str(broken)))
        return 1
    steps = sum(len(act.steps) for act in plot.ACTS)
    say(views.story_told(Texts(FIRST), steps, _REAL.mono() - began))
    return 0


def _seen(act: plot.Act, say: Say) -> str:
    """Play one act on a stage of its own, and give all that was said there."""
    clock = MovableClock(datetime(2026, 11, 2, 9, tzinfo=STOCKHOLM), runs=False)
    world = World(clock, is_fair=True)
    with tempfile.TemporaryDirectory(prefix="samklang-") as folder:
        stage = Stage(Path(folder), settings(world.token, "http://127.0.0.1/bot"), world, clock)
        try:
            stage.registers(*story.ASSOCIATIONS)
            plot.play(act, stage, say)
            return stage.cast.transcript()
        finally:
            stage.close()
