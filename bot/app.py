"""Puts the bot together: the only module that knows every other, and decides nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.clock import Clock
from bot.config import Settings
from bot.deeds import beginning, forgetting_again, plans
from bot.events import Event, Reply
from bot.house import House
from bot.records.outgoing import Outgoing
from bot.records.paper import Paper
from bot.store import people
from bot.store.baton import Baton
from bot.store.engine import Store
from bot.store.retrying import again
from bot.store.sealing import KeyRing
from bot.turn import Turn
from bot.wires import line, metrics, profile, site, supervisor
from bot.wires.clockwork import Clockwork
from bot.wires.delivery import Sender
from bot.wires.filing import FilingDesk
from bot.wires.heart import EARS, Heart
from bot.wires.intake import Intake
from bot.wires.limiter import Limiter, Pace
from bot.wires.line import Address
from bot.wires.papers import ReadingDesk
from bot.wires.supervisor import Ended, Heartbeat
from bot.words.views import mishaps as mishaps_views
from handlers import broadcasting, foreseeing, joining, mishaps, noticing, routes

_log = logging.getLogger("samklang.app")

_UNTIDY = 600.0
"""Seconds that what was erased may linger in the database's log."""


class App:
    """One bot on one database. `open` it, then let its parts run, or run them step by step."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        keys: KeyRing,
        clock: Clock,
        watch: Clock | None = None,
    ) -> None:
        """Wire what needs no line to Telegram; `watch` times our own parts and is never moved."""
        self.settings, self.store, self.clock = settings, store, clock
        self.watch = watch or clock
        self.keys = keys
        self.baton = Baton(store, clock, self._wake)
        self._tidied_at = clock.mono()
        self._seen = clock.now()
        chosen = settings.delivery
        self.limiter = Limiter(
            store,
            clock,
            Pace(
                per_second=chosen.per_second,
                per_chat_per_second=chosen.per_chat_per_second,
                group_per_minute=chosen.group_per_minute,
            ),
        )

    async def open(self, request: line.Carrier | None = None) -> None:
        """Lay the line and learn the bot's own name; raises LineError or TokenRefusedError."""
        telegram = self.settings.telegram
        address = Address(telegram.token.get_secret_value(), telegram.base_url)
        self.bot = line.lay(address, self.limiter, request)
        username = await line.ring_up(self.bot)
        is_inline = bool(self.bot.supports_inline_queries)
        self.house = House(self.settings, self.keys, username, is_inline=is_inline)
        self.sender = Sender(self.bot, self.store, self.clock, self.limiter, self._given_up)
        self.intake = Intake(self.bot, self.store, self.clock, self._handle, self._mishap)
        self.intake.shares_commits(self.sender.board)
        self.intake.is_timed_by(self.watch)
        self.intake.excuses_itself(mishaps_views.busy(self.house.words()))
        self.heart = Heart(self.store, self.watch, self._ages)
        self.clockwork = Clockwork(self.clock, self.tick, self.next_hour)
        self.desk = ReadingDesk(self.bot, self.store, self.clock, self._read)
        self.filing = FilingDesk(self.bot, self.store, self.clock)
        again(self._forget_again)

    def _forget_again(self) -> None:
        """Clean a restored backup before anything is sent from it, and count its hours anew."""
        with self._turn() as turn:
            gone = forgetting_again.replay(turn)
            plans.settle_anew(turn)
        if gone:
            _log.warning("erased again from a restored database: %d", gone)

    async def run(self, stop: asyncio.Event) -> Ended | None:
        """Work until `stop` is set; gives the part that ended by itself, if one did."""
        carry = self.baton.carry
        parts: dict[str, Coroutine[object, object, None]] = {
            "sender": carry(self._send),
            "clockwork": carry(self.clockwork.run),
            "desk": carry(self.desk.run),
            "filing": carry(self.filing.run),
            "profile": carry(self._keep_profile),
            "heart": carry(self.heart.run),
        }
        if not self.store.is_sqlite:
            parts["baton"] = self.baton.run()
        if self.settings.telegram.mode == "webhook":
            await site.open_door(self.bot, self.settings.telegram)
            parts["intake"] = self.intake.run_handling()
            parts["web"] = self._serve_web()
        else:
            await site.close_door(self.bot)
            parts["intake"] = carry(self.intake.run)
        return await supervisor.watch(parts, stop)

    async def _serve_web(self) -> None:
        heartbeat = Heartbeat(self.clock, {"clockwork": self._pulse})
        measures = partial(metrics.page, self.store, heartbeat, self._measures)
        await site.serve(self.settings.telegram, self.intake.receive, heartbeat, measures)

    async def _send(self) -> None:
        """Send, obeying the pauses that another process may have been asked for."""
        await self.limiter.initialize()
        await self.sender.run()

    async def _keep_profile(self) -> None:
        await profile.keep(self.bot, self.settings.network, self.clock, self._organisers)

    def _measures(self) -> metrics.Measures:
        held = self.heart.longest_still
        return metrics.Measures(self.sender.counts, self.limiter.pace_now(), held)

    def _ages(self) -> dict[str, float]:
        """Tell how long ago each part worked; by webhook, we hear as long as we do our work."""
        looked = self.clock.mono() - self.clockwork.pulse
        polls = self.settings.telegram.mode == "polling"
        return {
            "clockwork": looked,
            "sender": self.clock.mono() - self.sender.pulse,
            EARS: self.watch.mono() - self.intake.pulse if polls else looked,
        }

    def _pulse(self) -> float:
        """Tell when the clockwork last looked, or when we last saw that another process has it."""
        return self.clockwork.pulse if self.baton.is_held else self.baton.pulse

    async def close(self, grace: float = 0.0) -> None:
        """Give what is on the wire some real seconds to land, and hang up."""
        try:
            await self.sender.land(grace)
        finally:
            await self.bot.shutdown()

    def owner_link(self) -> str:
        """Make a link that works once for the first organiser; empty when there is one already."""
        with self._turn() as turn:
            if joining.has_owner(turn):
                return ""
            return self.house.link(joining.make_owner_link(turn))

    def _organisers(self) -> frozenset[int]:
        with self.store.reading() as session:
            return frozenset(
                one.telegram_id for one in people.organisers(session) if one.telegram_id
            )

    def _handle(self, session: Session, event: Event, now: datetime) -> Reply | None:
        answer = routes.handle(session, self.house, event, now)
        self._something_is_new(session)
        return answer

    def _something_is_new(self, session: Session) -> None:
        """Let the sender and the clockwork look at what a turn has written.

        They stir when nothing else runs, and so after the commit.
        """
        self.baton.ring(session)
        self._wake()

    def _wake(self) -> None:
        self.sender.wake()
        self.clockwork.wake()
        self.desk.wake()

    def _read(self, session: Session, paper: Paper, text: str | None) -> None:
        turn = beginning.at_home(session, self.house, paper.person_id, self.clock.now())
        routes.take_paper(turn, paper.name, text)
        self._something_is_new(session)

    def _mishap(self, session: Session, event: Event | None, now: datetime, code: str) -> None:
        turn = beginning.by(session, self.house, event, now)
        mishaps.apologise(turn, code)
        self._something_is_new(session)

    def _given_up(self, session: Session, row: Outgoing, reason: str) -> None:
        mishaps.not_delivered(Turn(session, self.house, self.clock.now()), row, reason)

    async def tick(self) -> None:
        """Do all that is due now, a transaction for each part of it."""
        again(self._notice)
        while again(self._slice):
            self.sender.wake()
            await asyncio.sleep(0)
        self.sender.wake()
        if self.clock.mono() - self._tidied_at > _UNTIDY:
            self.store.tidy()
            self._tidied_at = self.clock.mono()

    def _notice(self) -> None:
        with self._turn() as turn:
            if turn.now < self._seen:
                plans.settle_anew(turn)
            noticing.tick(turn)
        self._seen = turn.now

    def _slice(self) -> bool:
        with self._turn() as turn:
            return broadcasting.next_slice(turn)

    @contextmanager
    def _turn(self) -> Iterator[Turn]:
        with self.store.transaction() as session:
            yield Turn(session, self.house, self.clock.now())

    def next_hour(self) -> datetime | None:
        """Say when something falls due next."""
        with self.store.reading() as session:
            return foreseeing.next_hour(Turn(session, self.house, self.clock.now()))

    def upcoming(self) -> list[foreseeing.Coming]:
        """List what lies ahead, with names."""
        with self.store.reading() as session:
            return foreseeing.upcoming(Turn(session, self.house, self.clock.now()))
