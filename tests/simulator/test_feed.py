"""What an open page is told, and what it is told again after a broken connection."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import MovableClock
from bot.simulator.api import Api
from bot.simulator.feed import Feed
from bot.simulator.hooks import Demo
from bot.simulator.world import World


@dataclass
class Told:
    """One event as the browser gets it."""

    id: str
    kind: str
    news: dict[str, Any]


class Wire:
    """A world, its feed, and a bot's hands."""

    def __init__(self) -> None:
        """Lay the wire."""
        self.clock = MovableClock(datetime(2026, 9, 22, 16, 2, tzinfo=UTC), runs=False)
        self.world = World(self.clock, is_fair=True)
        self.api = Api(self.world, contract=False)
        self.sara = self.world.add_user("Sara")
        self.world.starts(self.sara)
        self.plans: list[tuple[datetime, str]] = []
        self.links: dict[int, str] = {}
        self.demo = Demo(self.clock, upcoming=lambda: self.plans, start_links=self.links)
        self.feed = Feed(self.world, self.demo)

    async def says(self, text: str) -> None:
        """Let the bot write to Sara."""
        await self.call("sendMessage", text=text)

    async def call(self, method: str, **fields: str) -> None:
        """Call the Bot API about Sara's chat."""
        await self.api.call(self.world.token, method, {"chat_id": str(self.sara.id), **fields})


async def until(lines: AsyncIterator[str], wanted: Callable[[Told], bool]) -> list[Told]:
    """Read events up to and with the first wanted one; at most two seconds."""
    told: list[Told] = []
    async with asyncio.timeout(2):
        async for line in lines:
            told.append(_read(line))
            if wanted(told[-1]):
                return told
    raise AssertionError(f"never told; heard {[one.kind for one in told]}")


def _read(line: str) -> Told:
    fields = dict(part.split(": ", 1) for part in line.strip().split("\n"))
    return Told(fields["id"], fields["event"], json.loads(fields["data"]))


def _is(kind: str) -> Callable[[Told], bool]:
    return lambda told: told.kind == kind


def test_a_new_page_gets_everything_and_then_the_news() -> None:
    """First the whole world as it stands, then each change as it happens."""

    async def story() -> list[Told]:
        wire = Wire()
        lines = wire.feed.lines("")
        first = await until(lines, _is("snapshot"))
        await wire.says("Hej")
        return [*first, *await until(lines, _is("message"))]

    first, *_, last = asyncio.run(story())

    assert [chat["title"] for chat in first.news["chats"]] == ["Sara"]
    assert last.news["message"]["text"] == "Hej"
    assert last.news["message"]["from"]["bot"] is True


def test_a_page_that_lost_the_thread_hears_what_it_missed() -> None:
    """With the number of the last event it saw, a page gets exactly the messages since then."""

    async def story() -> list[Told]:
        wire = Wire()
        (first,) = await until(wire.feed.lines(""), _is("snapshot"))
        await wire.says("Ett")
        await wire.says("Två")
        again = wire.feed.lines(first.id)
        return await until(again, lambda told: "Två" in json.dumps(told.news, ensure_ascii=False))

    told = asyncio.run(story())

    assert "snapshot" not in [one.kind for one in told]


def test_a_page_from_an_earlier_run_starts_over() -> None:
    """A number from before the program was restarted, or nonsense, gives the whole world."""

    async def story(last_id: str) -> str:
        lines = Wire().feed.lines(last_id)
        return _read(await anext(lines)).kind

    for last_id in ("deadbeef.2", "nonsense", "."):
        assert asyncio.run(story(last_id)) == "snapshot"


def test_plans_links_and_commands_are_told_when_they_change() -> None:
    """What no change announces is asked for after each change, and told if it is new."""

    async def story() -> list[Told]:
        wire = Wire()
        lines = wire.feed.lines("")
        await until(lines, _is("upcoming") if wire.plans else _is("snapshot"))
        wire.plans.append((wire.clock.now() + timedelta(hours=1), "Påminnelse"))
        wire.links[wire.sara.id] = "https://t.me/samklang_bot?start=Ab12"
        commands = json.dumps([{"command": "moten", "description": "Mina möten"}])
        await wire.call("setMyCommands", commands=commands)
        return await until(lines, _is("upcoming"))

    told = {one.kind: one.news for one in asyncio.run(story())}

    assert told["upcoming"]["upcoming"][0]["label"] == "Påminnelse"
    assert told["person"]["person"]["startLink"] == "Ab12"
    ((menu,),) = told["chat"]["chat"]["commands"].values()
    assert menu["command"] == "moten"


def test_calls_typing_and_answers_reach_the_page() -> None:
    """Each call is listed once with its status; a chat action shows as typing."""

    async def story() -> list[Told]:
        wire = Wire()
        lines = wire.feed.lines("")
        await until(lines, _is("snapshot"))
        await wire.call("sendChatAction", action="typing")
        await wire.call("sendMessage", text="")
        return await until(lines, lambda told: told.news.get("call", {}).get("status") == 400)

    told = asyncio.run(story())

    assert [one.news["call"]["method"] for one in told if one.kind == "call"] == [
        "sendChatAction",
        "sendMessage",
    ]
    assert "typing" in [one.kind for one in told]


def test_a_moved_clock_is_told_at_once() -> None:
    """When the clock is moved every open page hears the new hour."""

    async def story() -> tuple[str, str]:
        wire = Wire()
        lines = wire.feed.lines("")
        (first,) = await until(lines, _is("snapshot"))
        wire.clock.advance(3600)
        wire.demo.moved()
        (*_, moved) = await until(lines, _is("clock"))
        return first.news["now"], moved.news["now"]

    assert asyncio.run(story()) == (
        "2026-09-22T16:02:00.000+00:00",
        "2026-09-22T17:02:00.000+00:00",
    )


def test_a_new_person_and_an_answered_tap_are_told() -> None:
    """Whoever is invented appears on all pages; an answer to a tap is told, shown or not."""

    async def story() -> list[Told]:
        wire = Wire()
        rows = json.dumps({"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]})
        await wire.call("sendMessage", text="Kommer du?", reply_markup=rows)
        lines = wire.feed.lines("")
        await until(lines, _is("snapshot"))
        wire.world.add_user("Ailo")
        (*_, question) = wire.world.history(wire.sara)
        wire.world.taps(wire.sara, question, question.buttons[0])
        (query,) = wire.world.queries
        await wire.call("answerCallbackQuery", callback_query_id=query, text="Välkommen")
        return await until(lines, _is("toast"))

    told = {one.kind: one.news for one in asyncio.run(story())}

    assert told["person"]["person"]["name"] == "Ailo"
    assert told["answered"]["chat"] == told["toast"]["chat"]
    assert told["toast"]["text"] == "Välkommen"
    assert told["toast"]["alert"] is False


def test_a_plan_fulfilled_at_once_is_no_longer_told() -> None:
    """A page that has just opened hears when the last thing it was told of has happened."""

    async def story() -> list[Any]:
        wire = Wire()
        wire.plans.append((wire.clock.now() + timedelta(hours=1), "Påminnelse"))
        lines = wire.feed.lines("")
        await until(lines, _is("snapshot"))
        wire.clock.advance(7200)
        wire.demo.moved()
        (*_, told) = await until(lines, _is("upcoming"))
        return list(told.news["upcoming"])

    assert asyncio.run(story()) == []
