"""A post office to test in: our outbox at one end, the real library in the middle, the simulator.

Nothing here knows what the bot says; messages are made by hand.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session
from telegram.ext import ExtBot

from bot.clock import MovableClock
from bot.records.chore import Chore
from bot.records.outgoing import Lane, OnDoubt, Outgoing
from bot.simulator.api import Api
from bot.simulator.chats import Chat
from bot.simulator.messages import Message
from bot.simulator.people import User
from bot.simulator.world import World
from bot.store import outbox
from bot.wires.delivery import Sender
from bot.wires.inprocess import InProcessRequest
from bot.wires.limiter import Limiter, Pace
from tests import databases

T = TypeVar("T")
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BROADCAST = {"lane": Lane.BROADCAST}


class Post:
    """One bot and one Telegram; `restarts` gives the bot a new life on the same file."""

    def __init__(self, folder: Path, *, flood_limits: bool = True) -> None:
        """Open on a Monday morning with Telegram's limits on."""
        self.clock = MovableClock(MORNING, runs=False)
        self.world = World(self.clock, flood_limits=flood_limits, is_fair=True)
        self._api = Api(self.world)
        self._runner = asyncio.Runner()
        self.store = databases.migrated(folder / "post.db")
        self.given_up: list[tuple[int, str]] = []
        self.is_deaf = False
        self._start()

    def _start(self) -> None:
        self.limiter = Limiter(self.store, self.clock, Pace())
        request = InProcessRequest(self._api)
        self.bot = ExtBot(
            self.world.token,
            request=request,
            get_updates_request=request,
            rate_limiter=self.limiter,
        )
        self.sender = Sender(self.bot, self.store, self.clock, self.limiter, self._hears)
        self.run(self.bot.initialize())

    def _hears(self, session: Session, row: Outgoing, reason: str) -> None:
        session.add(Chore(name=f"row {row.id}", done_on=MORNING.date()))
        session.flush()
        if self.is_deaf:
            raise LookupError
        self.given_up.append((row.id, reason))

    def run(self, deed: Coroutine[object, object, T]) -> T:
        """Let one thing happen to its end."""
        return self._runner.run(deed)

    def restarts(self) -> None:
        """Begin anew with what is on disk, as after a crash."""
        self._start()

    def close(self) -> None:
        """Put the lights out."""
        self.run(self.bot.shutdown())
        self._runner.close()
        self.store.close()

    def person(self, name: str = "Karin") -> User:
        """Someone who has opened the chat with the bot."""
        user = self.world.add_user(name)
        self.world.starts(user)
        return user

    def queues(self, chat: int, text: str, **other: object) -> int:
        """Put a message in the outbox; give its row's id, 0 when its key was there."""
        row = self.made(chat, text, **other)
        with self.store.transaction() as session:
            return row.id if outbox.queue(session, row) else 0

    def made(self, chat: int, text: str, **other: object) -> Outgoing:
        """A message that is not queued yet."""
        row = Outgoing(
            chat_id=chat,
            method="sendMessage",
            content={"text": text, "parse_mode": "HTML"},
            not_before=self.clock.now(),
            created_at=self.clock.now(),
        )
        for name, value in other.items():
            setattr(row, name, value)
        return row

    def sends(self, seconds: float = 300.0) -> None:
        """Let the sender work until nothing waits or so long has passed."""
        end = self.clock.mono() + seconds
        while (pause := self.run(self.sender.send_due())) is not None:
            self.clock.advance(min(pause, max(0.0, end - self.clock.mono())))
            if self.clock.mono() >= end:
                break

    def seen(self, chat: int) -> list[str]:
        """What the bot has said in a chat."""
        return [message.text for message in self.messages(chat)]

    def messages(self, chat: int) -> list[Message]:
        """The bot's messages in a chat."""
        return [one for one in self.world.chats[chat].messages.values() if one.from_bot]

    def row(self, row_id: int) -> Outgoing:
        """A row as it stands."""
        with self.store.reading() as session:
            return session.get_one(Outgoing, row_id)

    def later(self, **length: float) -> datetime:
        """An hour counted from now."""
        return self.clock.now() + timedelta(**length)

    def group(self, *members: User) -> Chat:
        """A group the bot is in."""
        group = self.world.add_group("Kulturnätet", members, admins=members[:1])
        self.world.adds_bot(members[0], group)
        return group


PARKED = {"on_doubt": OnDoubt.PARK}
REPEATED = {"on_doubt": OnDoubt.REPEAT}
