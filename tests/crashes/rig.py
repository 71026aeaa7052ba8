"""Kills real processes of `samklang run` and counts what became of everything, in Jepsen's words.

ok           arrived once, or took effect once
lost         neither arrived nor marked as uncertain, or took no effect
duplicated   arrived twice
unexpected   arrived three times, to a group twice, or took effect twice
uncertain    nobody knows, and a person is told
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlmodel import col, func, select

from bot.records.group import Group
from bot.records.incoming import Incoming, IncomingStatus
from bot.records.outgoing import Lane, OnDoubt, Outgoing, OutgoingStatus
from bot.simulator.changes import Change
from bot.simulator.people import User
from bot.simulator.world import World
from bot.store import outbox, schema
from bot.store.engine import Store
from tests import databases
from tests.crashes.nursery import Child, Nursery, nursery
from tests.test_service import served, settings

UP = "@samklang_bot"
_PATIENCE = 60.0
_SPELL = 0.25
"""Seconds within which the kill comes, at a moment that has nothing to do with what is sent."""
_LIFE = 20.0
"""Seconds a process may live without the kill's occasion having come."""


@dataclass(slots=True)
class Count:
    """One line of the table."""

    name: str
    kills: int
    words: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        names = ("ok", "lost", "duplicated", "unexpected", "uncertain")
        counted = "  ".join(f"{name} {self.words[name]:5}" for name in names)
        return f"{self.name:<28} kills {self.kills:4}  {counted}"


@dataclass
class Rig:
    """A Telegram, a database, and the one process that uses them, while it lives."""

    world: World
    config: Path
    store: Store
    chance: Random
    variables: dict[str, str]
    nursery: Nursery
    running: Child | None = None
    kills: int = 0

    async def begins(self) -> Child:
        """Start a process and wait until it serves."""
        words = ["run", "--config", str(self.config)]
        self.running = await self.nursery.bears(words, self.variables)
        await self.running.hears(UP)
        return self.running

    async def is_killed(self, occasion: Callable[[Change], bool]) -> None:
        """Let a process live until an occasion in the world, and kill it soon after."""
        running, come = await self.begins(), asyncio.Event()
        delay = self.chance.uniform(0.0, _SPELL)

        def look(change: Change) -> None:
            if occasion(change):
                come.set()

        leave = self.world.subscribe(look)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(come.wait(), _LIFE)
        await asyncio.sleep(delay)
        leave()
        running.gets(signal.SIGKILL)
        assert await running.ends(_PATIENCE) == -signal.SIGKILL, running.said
        self.kills += 1

    async def ends_well(self, is_done: Callable[[], bool]) -> float:
        """Let a last process do what is left; give the seconds it took to end when asked."""
        running = await self.begins()
        async with asyncio.timeout(_PATIENCE * 5):
            while not is_done():  # noqa: ASYNC110  (another process makes it so)
                await asyncio.sleep(0.1)
        return await self.is_asked_to_end(running)

    async def is_asked_to_end(self, running: Child) -> float:
        """Ask as a system does; the end is in order within eight seconds."""
        begin = asyncio.get_running_loop().time()
        running.gets(signal.SIGTERM)
        assert await running.ends(8.0) == 0, running.said
        return asyncio.get_running_loop().time() - begin

    def rests(self) -> bool:
        """Whether nothing waits: no update, no message."""
        with self.store.reading() as session:
            out = select(func.count()).where(
                col(Outgoing.status).in_([OutgoingStatus.QUEUED, OutgoingStatus.SENDING])
            )
            waiting = select(func.count()).where(col(Incoming.status) == IncomingStatus.WAITING)
            left = session.exec(out).one() + session.exec(waiting).one()
        return not left and not self.world.updates.pending()

    def is_intact(self) -> bool:
        """Whether a SQLite file is sound; elsewhere the server sees to that."""
        if self.store.path is None:
            return True
        with contextlib.closing(sqlite3.connect(self.store.path)) as file:
            return file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@asynccontextmanager
async def rig(folder: Path, kind: str, seed: int, **variables: str) -> AsyncIterator[Rig]:
    """Build a rig on "sqlite" or "postgres"; no process of it outlives it."""
    async with served() as (world, address), nursery() as cradle:
        config = settings(folder, address, world.token)
        path = folder / "bot.db"
        store = databases.own_postgres(path) if kind == "postgres" else databases.sqlite(path)
        schema.migrate(store)
        if kind == "postgres":
            url = store.url.render_as_string(hide_password=False)
            variables["SAMKLANG_DATABASE__URL"] = url
        one = Rig(world, config, store, Random(seed), variables, cradle)  # noqa: S311  (repeatable)
        try:
            yield one
        finally:
            if one.running is not None:
                one.running.gets(signal.SIGKILL)
            store.close()


async def while_sending(one: Rig, kills: int, name: str) -> Count:
    """Kill while messages leave, most of them private and some to groups."""
    private, groups = 12 * kills + 40, kills // 2 + 4
    wanted = queue(one, private=private, groups=groups)
    for _ in range(kills):
        left = one.chance.randint(1, 12)

        def after_some(change: Change, left: list[int] = [left]) -> bool:  # noqa: B006
            left[0] -= change.kind == "message"
            return left[0] <= 0

        await one.is_killed(after_some)
    await one.ends_well(one.rests)
    return _count_messages(one, wanted, Count(name, one.kills))


def queue(one: Rig, *, private: int, groups: int) -> dict[str, int]:
    """Queue messages that can be told apart; give the chat of each."""
    people = [one.world.add_user(f"Person {number}") for number in range(private)]
    places = [one.world.add_group(f"Grupp {n}", [people[0]]) for n in range(groups)]
    for user in people:
        one.world.chat(user).started = True
    for place in places:
        place.seat(one.world.bot, "administrator")
    chats = [one.id for one in people] + [one.id for one in places]
    rows = [_row(chat_id, number) for number, chat_id in enumerate(chats)]
    one.chance.shuffle(rows)
    with one.store.transaction() as session:
        for place in places:
            now = datetime.now(UTC)
            group = Group(chat_id=place.id, title=place.title, linked_by=0, created_at=now)
            session.add(group)
        outbox.queue_many(session, rows)
    return {str(row.content["text"]): row.chat_id for row in rows}


def _row(chat_id: int, number: int) -> Outgoing:
    now = datetime.now(UTC)
    return Outgoing(
        chat_id=chat_id,
        method="sendMessage",
        content={"text": f"nummer {number}"},
        lane=Lane.BROADCAST,
        on_doubt=OnDoubt.PARK if chat_id < 0 else OnDoubt.RESEND,
        not_before=now - timedelta(seconds=1),
        created_at=now,
    )


def _count_messages(one: Rig, wanted: dict[str, int], count: Count) -> Count:
    copies = Counter(
        change.message.text
        for change in one.world.changes.all
        if change.kind == "message" and change.message and change.message.from_bot
    )
    with one.store.reading() as session:
        asked = select(Outgoing.chat_id).where(col(Outgoing.status) == OutgoingStatus.UNCERTAIN)
        unsure = set(session.exec(asked))
    for text, chat_id in wanted.items():
        count.words[_word(copies.pop(text, 0), chat_id, is_unsure=chat_id in unsure)] += 1
    count.words["unexpected"] += len(copies)
    return count


def _word(copies: int, chat_id: int, *, is_unsure: bool) -> str:
    match copies:
        case 0:
            return "uncertain" if is_unsure else "lost"
        case 1:
            return "uncertain" if is_unsure else "ok"
        case 2 if chat_id > 0:
            return "duplicated"
    return "unexpected"


async def while_receiving(one: Rig, kills: int, name: str) -> Count:
    """Kill while people write; each of them writes once, so each effect can be counted."""
    people: list[User] = []
    for _ in range(kills):
        for _ in range(one.chance.randint(5, 25)):
            people.append(one.world.add_user(f"Person {len(people)}"))
            one.world.starts(people[-1])
        before, handled = len(one.world.updates.pending(100)), one.chance.randint(0, 3)

        def has_begun(change: Change, left: list[int] = [handled], held: int = before) -> bool:  # noqa: B006
            took = change.kind == "call" and change.text.startswith("getUpdates")
            took |= len(one.world.updates.pending(100)) < held
            left[0] -= took
            return left[0] < 0

        await one.is_killed(has_begun)
    await one.ends_well(one.rests)
    return _count_effects(one, [user.id for user in people], Count(name, one.kills))


def _count_effects(one: Rig, people: list[int], count: Count) -> Count:
    with one.store.reading() as session:
        answers = Counter(session.exec(select(Outgoing.chat_id)))
        asked = select(func.count()).where(col(Incoming.status) == IncomingStatus.QUARANTINED)
        count.words["uncertain"] = session.exec(asked).one()
    for chat_id in people:
        effects = answers.pop(chat_id, 0)
        count.words["lost" if not effects else "ok" if effects == 1 else "unexpected"] += 1
    count.words["unexpected"] += len(answers)
    for chat_id in people:
        heard = sum(message.from_bot for message in one.world.chats[chat_id].messages.values())
        count.words["duplicated"] += heard == 2
        count.words["unexpected"] += heard > 2
    return count


def is_whole() -> bool:
    """Whether everything is asked for, as `make crash` does."""
    return os.environ.get("SAMKLANG_CRASHES") == "all"
