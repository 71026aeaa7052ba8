"""Samklang's own delivery at the same work: a row first, and every commit reaches the disk.

Run as `python -m benchmarks.ours NAME URL COUNT [DATABASE]`, without a database on SQLite. The
parts are those of `bot/app.py`; only the rule that answers is the bench's. What stands after a
hyphen in NAME is for the tables.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import exists, func, insert, select
from sqlmodel import Session, col

from benchmarks.contender import BUTTONS, FIRST, TEXT, TOKEN, Stalls, contend
from bot.clock import SystemClock
from bot.events import Answer, Event, Moved, Tapped
from bot.records.meeting import Meeting, Status
from bot.records.outgoing import Lane, Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import authority
from bot.store import outbox, people, schema
from bot.store.engine import Store
from bot.wires import line
from bot.wires.collector import look_only_at_what_is_new
from bot.wires.delivery import Sender
from bot.wires.intake import Intake
from bot.wires.limiter import Limiter, Pace
from bot.wires.line import Address

AT_THE_LIMIT = Pace(per_second=29.9, burst=0.5)
"""Just below the thirty a second, and never more at once than Telegram's own second holds."""
UNLIMITED = Pace(per_second=1e5, burst=1.0)
_SLICE = 500
_SENT = 1000
_UNDER_WAY = (OutgoingStatus.QUEUED, OutgoingStatus.SENDING)
FIRST_WRITER = 100_000


class Office:
    """A database, a line to the bench's server, and the parts that work on them."""

    def __init__(self, url: str, database: str, pace: Pace) -> None:
        """Open a database, new or shared."""
        self.clock = SystemClock()
        self.store = Store(database)
        self.store.lock()
        schema.migrate(self.store)
        self.bot = line.lay(Address(TOKEN, f"{url}/bot"), Limiter(self.store, self.clock, pace))
        limiter = self.bot.rate_limiter
        assert isinstance(limiter, Limiter)
        self.sender = Sender(self.bot, self.store, self.clock, limiter, lambda *_: None)
        self.intake = Intake(self.bot, self.store, self.clock, self._answers, lambda *_: None)
        self.intake.shares_commits(self.sender.board)
        self.meeting_id, self.heard = 0, 0

    def _answers(self, session: Session, event: Event, now: datetime) -> Answer | None:
        """One turn: who is it, may they, their row, and the reply by way of the outbox."""
        if isinstance(event, Moved):
            return None
        self.heard += 1
        person = people.by_telegram_id(session, event.sender.telegram_id)
        if person is not None and authority.is_organiser(person):
            return None
        if person is not None:
            session.add(
                Registration(
                    meeting_id=self.meeting_id,
                    person_id=person.id,
                    standing=Standing.GOING,
                    created_at=now,
                    changed_at=now,
                )
            )
        outbox.queue(
            session,
            Outgoing(
                chat_id=event.sender.telegram_id,
                method="sendMessage",
                content={"text": "Du är anmäld", "parse_mode": "HTML"},
                not_before=now,
                created_at=now,
            ),
        )
        self.sender.wake()
        return Answer() if isinstance(event, Tapped) else None

    def invites(self, count: int) -> None:
        """Put a broadcast in the outbox."""
        now = self.clock.now()
        for start in range(0, count, _SLICE):
            people = range(FIRST + start, FIRST + min(start + _SLICE, count))
            with self.store.transaction() as session:
                outbox.queue_many(session, [_invitation(chat, now) for chat in people])

    def knows(self, count: int) -> None:
        """Write down the people who are going to register, and the meeting."""
        now = self.clock.now()
        with self.store.transaction() as session:
            rows = [
                {"telegram_id": FIRST_WRITER + n, "name": "Karin", "created_at": now}
                for n in range(count)
            ]
            for start in range(0, count, _SLICE):
                session.execute(insert(Person), rows[start : start + _SLICE])
            meeting = Meeting(secret="bench", status=Status.ANNOUNCED, created_by=1, created_at=now)
            session.add(meeting)
            session.flush()
            self.meeting_id = meeting.id

    def is_done(self) -> bool:
        """Whether nothing waits and nothing is on the wire."""
        with self.store.reading() as session:
            return not session.scalar(select(exists().where(col(Outgoing.status).in_(_UNDER_WAY))))

    def waiting(self) -> int:
        """How many rows wait to be sent."""
        with self.store.reading() as session:
            counted = select(func.count()).where(col(Outgoing.status) == OutgoingStatus.QUEUED)
            return session.scalar(counted) or 0

    async def contends(self, is_done: Callable[[], bool], *, is_watched: bool) -> None:
        """Let sender and intake run until all is done, and tell what it took."""
        stalls: list[Stalls] = []

        async def act() -> None:
            stalls.extend([Stalls()] if is_watched else [])
            await self._works(is_done)

        await contend(act, lambda: stalls[0].end() if stalls else {})

    async def _works(self, is_done: Callable[[], bool]) -> None:
        look_only_at_what_is_new()
        tasks = [asyncio.create_task(part) for part in (self.sender.run(), self.intake.run())]
        while not is_done() and not any(one.done() for one in tasks):  # noqa: ASYNC110  (rows ring no bell)
            await asyncio.sleep(0.5)
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended
        await self.sender.land(5.0)


def _invitation(chat: int, now: datetime) -> Outgoing:
    return Outgoing(
        chat_id=chat,
        method="sendMessage",
        content={"text": TEXT, "parse_mode": "HTML", "reply_markup": BUTTONS},
        key=f"invite:1:{chat}",
        lane=Lane.BROADCAST,
        not_before=now,
        created_at=now,
    )


async def broadcast(office: Office, count: int) -> None:
    """Send what is queued at Telegram's pace, and answer those who tap."""
    office.invites(count)
    await office.contends(office.is_done, is_watched=False)


async def turns(office: Office, count: int) -> None:
    """Take in texts from as many people, register each, and reply."""
    office.knows(count)
    await office.contends(lambda: office.heard >= count and office.is_done(), is_watched=True)


async def crowd(office: Office, count: int) -> None:
    """Send a thousand of so many that wait, without a pace."""
    office.invites(count)
    left = max(0, count - _SENT)
    await office.contends(lambda: office.waiting() <= left, is_watched=True)


NAMES = {
    "broadcast": (broadcast, AT_THE_LIMIT),
    "turns": (turns, UNLIMITED),
    "crowd": (crowd, UNLIMITED),
}


async def _contend(name: str, url: str, count: int, database: str) -> None:
    deed, pace = NAMES[name.partition("-")[0]]
    office = Office(url, database, pace)
    await office.bot.initialize()
    await deed(office, count)
    await office.bot.shutdown()


def _main() -> None:
    name, url, count, *named = sys.argv[1:]
    with TemporaryDirectory() as folder:
        database = named[0] if named else f"sqlite:///{Path(folder) / 'bench.db'}"
        asyncio.run(_contend(name, url, int(count), database))


if __name__ == "__main__":
    _main()
