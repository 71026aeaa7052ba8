"""The stream of events to one open page. Knows what a change means on the screen; never HTTP."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterator, Mapping
from http import HTTPStatus
from typing import TypeAlias

from bot.simulator import panes
from bot.simulator.changes import Change
from bot.simulator.hooks import Demo
from bot.simulator.json_value import Json, JsonObject
from bot.simulator.stage import Call
from bot.simulator.world import World

Event: TypeAlias = tuple[str, JsonObject]

_QUIET = 0.25  # seconds of calm before the slower questions (what comes next?) are asked anew
_HEARTBEAT = 10.0
_REPLAYED = 500
_CALLS = 100
_COMING = 40
_SAID = frozenset({"message", "edited", "deleted", "pinned"})
_STANDING = frozenset({"message", "deleted", "pinned", "chat", "user", "read"})


class Feed:
    """Tells open pages what happens, from where each of them lost the thread."""

    def __init__(self, world: World, demo: Demo) -> None:
        """Feed pages about this world; the number of an event is only good for this feed."""
        self.world = world
        self.demo = demo
        self.run = secrets.token_hex(4)

    def snapshot(self) -> JsonObject:
        """Return all that a page shows."""
        world = self.world
        return {
            "bot": {"name": world.bot.name, "username": world.bot.username},
            "can": {"restart": self.demo.restart is not None},
            "runs": self.demo.clock_runs,
            "texts": [list(pair) for pair in self.demo.ready_texts().items()],
            "people": [*self.people().values()],
            "chats": [*self.chats().values()],
            "messages": {
                str(place.id): [panes.message(said) for said in place.messages.values()]
                for place in world.chats.values()
            },
            "calls": self.calls(),
            "upcoming": self.upcoming(),
        }

    def people(self) -> dict[int, JsonObject]:
        """Return everyone but the bot, with the link that waits for them."""
        links = self.demo.start_links
        people = [user for user in self.world.users.values() if not user.is_bot]
        return {user.id: panes.person(user, links.get(user.id)) for user in people}

    def chats(self) -> dict[int, JsonObject]:
        """Return all chats, without what is said in them."""
        return {place.id: panes.chat(self.world, place) for place in self.world.chats.values()}

    def calls(self) -> list[Json]:
        """Return the latest calls of the bot, oldest first."""
        return [panes.call(made) for made in list(self.world.log)[-_CALLS:]]

    def upcoming(self) -> list[Json]:
        """Return what the bot will do, next first."""
        coming = self.demo.coming()[:_COMING]
        return [{"at": when.isoformat(), "label": label} for when, label in coming]

    async def lines(self, last_id: str) -> AsyncIterator[str]:
        """Yield events for ever: what was missed since `last_id`, or everything, then news."""
        page = _OpenPage(self)
        try:
            for event in page.first(last_id):
                yield event
            while (news := await page.news()) is not None:
                for event in news:
                    yield event
        finally:
            page.leave()


class _OpenPage:
    """One browser tab: what it has been told, and what it has yet to hear."""

    def __init__(self, feed: Feed) -> None:
        self.feed = feed
        self.waiting: asyncio.Queue[Change | Call | str] = asyncio.Queue()
        self.told_people = feed.people()
        self.told_chats = feed.chats()
        self.told_upcoming: list[Json] | None = feed.upcoming()
        self.stale = True
        self.seq = feed.world.changes.all[-1].seq if feed.world.changes.all else 0
        self._moved = lambda: self.waiting.put_nowait("clock")
        self._closed = lambda: self.waiting.put_nowait("end")
        self._unsubscribe = feed.world.subscribe(self._hear)
        feed.demo.on_move.add(self._moved)
        feed.demo.on_close.add(self._closed)

    def _hear(self, change: Change) -> None:
        # The log grows while a change waits here, so the call it tells of is taken at once.
        self.waiting.put_nowait(self.feed.world.log[-1] if change.kind == "call" else change)

    def leave(self) -> None:
        """Stop listening."""
        self._unsubscribe()
        self.feed.demo.on_move.discard(self._moved)
        self.feed.demo.on_close.discard(self._closed)

    def first(self, last_id: str) -> list[str]:
        """Return what a page that (re)connects must hear first."""
        run, _, seq = last_id.partition(".")
        missed = self.seq - int(seq) if run == self.feed.run and seq.isdecimal() else -1
        if not 0 <= missed <= _REPLAYED:
            return [self._line("snapshot", self.feed.snapshot())]
        self.told_people, self.told_chats, self.told_upcoming = {}, {}, None
        changes = self.feed.world.changes.all[-missed:] if missed else []
        calls = self._line("calls", {"calls": self.feed.calls()})
        return [calls, *(line for one in changes for line in self._told(one))]

    async def news(self) -> list[str] | None:
        """Wait for something to tell; None when the server is closing."""
        patience = _QUIET if self.stale else _HEARTBEAT
        try:
            change = await asyncio.wait_for(self.waiting.get(), patience)
        except TimeoutError:
            return [self._line("clock", {}), *self._afterthoughts()]
        if change == "end":
            return None
        self.stale = True
        if isinstance(change, Change):
            return self._told(change)
        events = [("clock", {})] if isinstance(change, str) else _called(change)
        return [self._line(*event) for event in events]

    def _told(self, change: Change) -> list[str]:
        self.seq = change.seq
        return [self._line(*event) for event in self._events(change)]

    def _events(self, change: Change) -> Iterator[Event]:
        world = self.feed.world
        if change.kind in _SAID and change.message is not None:
            said: JsonObject = panes.message(change.message)
            yield "message", {"chat": change.chat_id, "message": said}
        if change.kind == "user" and change.user_id is not None:
            yield "person", {"person": self.feed.people()[change.user_id]}
        if change.kind in _STANDING and change.chat_id is not None:
            yield "chat", {"chat": panes.chat(world, world.chat(change.chat_id))}
        if change.kind == "answered":
            yield "answered", {"chat": change.chat_id}
        if change.kind == "offered":
            yield "offered", panes.offered(world.inquiries[change.text])
        if change.kind == "toast":
            yield "toast", {"chat": change.chat_id, "text": change.text, "alert": change.alert}

    def _afterthoughts(self) -> list[str]:
        """Return what no change announces: plans, waiting links, command menus."""
        self.stale = False
        people, self.told_people = self.told_people, self.feed.people()
        chats, self.told_chats = self.told_chats, self.feed.chats()
        upcoming, self.told_upcoming = self.told_upcoming, self.feed.upcoming()
        news: list[Event] = [
            *(("person", {"person": one}) for one in _changed(people, self.told_people)),
            *(("chat", {"chat": one}) for one in _changed(chats, self.told_chats)),
        ]
        if upcoming != self.told_upcoming:
            news.append(("upcoming", {"upcoming": self.told_upcoming}))
        return [self._line(*event) for event in news]

    def _line(self, kind: str, news: JsonObject) -> str:
        now = self.feed.world.clock.now().isoformat(timespec="milliseconds")
        body = json.dumps({**news, "now": now}, ensure_ascii=False)
        return f"id: {self.feed.run}.{self.seq}\nevent: {kind}\ndata: {body}\n\n"


def _called(made: Call) -> Iterator[Event]:
    yield "call", {"call": panes.call(made)}
    if made.method == "sendChatAction" and made.status == HTTPStatus.OK:
        yield "typing", {"chat": int(made.params["chat_id"])}


def _changed(before: Mapping[int, JsonObject], after: Mapping[int, JsonObject]) -> list[JsonObject]:
    return [one for key, one in after.items() if before.get(key) != one]
