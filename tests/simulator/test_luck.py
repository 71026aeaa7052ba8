"""Our Telegram is as unfair as the real one by default, and the same seed is as unfair again."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime

from bot.clock import MovableClock
from bot.simulator.api import Api
from bot.simulator.faults import LostReply
from bot.simulator.world import World

CALLS = 2000


def _sends(world: World, calls: int = CALLS) -> Counter[str]:
    """Let the bot write this often to one person; count what it hears of it."""
    user, api = world.add_user("Sara"), Api(world, contract=False)
    world.chat(user).started = True

    async def story() -> Counter[str]:
        heard: Counter[str] = Counter()
        for number in range(calls):
            params = {"chat_id": str(user.id), "text": str(number)}
            try:
                status, _ = await api.call(world.token, "sendMessage", params)
            except LostReply:
                heard["lost"] += 1
            else:
                heard[str(status)] += 1
        return heard

    return asyncio.run(story())


def _world(**choices: bool | int) -> World:
    clock = MovableClock(datetime(2026, 11, 2, 9, tzinfo=UTC), runs=False)
    return World(clock, **choices)  # type: ignore[arg-type]  # the same names and kinds


def _there(world: World) -> int:
    return sum(len(chat.messages) for chat in world.chats.values())


def test_one_answer_in_twenty_is_lost_and_one_call_in_fifty_refused() -> None:
    """What is refused is not done; what is lost is done all the same."""
    world = _world()

    heard = _sends(world)

    assert 0.035 < heard["lost"] / CALLS < 0.065
    assert 0.01 < heard["429"] / CALLS < 0.03
    assert _there(world) == heard["lost"] + heard["200"]


def test_calls_take_their_time() -> None:
    """A clock that stands still is moved by as long as the calls take, each its own time."""
    world = _world()

    _sends(world, 100)

    assert 2.0 < world.clock.mono() < 100.0


def test_the_same_seed_is_the_same_luck() -> None:
    """A run that went wrong can be had again; another seed goes wrong elsewhere."""
    first, again, other = (_world(seed=seed) for seed in (7, 7, 8))

    lists = [
        [message.text for message in one.history(next(iter(one.chats.values())))]
        for one in (first, again, other)
        if _sends(one, 200)
    ]

    assert lists[0] == lists[1] != lists[2]


def test_who_asks_for_it_is_treated_fairly() -> None:
    """In a fair world every call is answered, at once."""
    world = _world(is_fair=True)

    assert _sends(world, 200) == {"200": 200}
    assert 0.0 == world.clock.mono()
