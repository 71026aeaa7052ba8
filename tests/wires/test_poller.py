"""The line on which we listen: trouble there loses nothing, and no second poller is borne."""

from __future__ import annotations

import asyncio

import pytest

from bot.wires.calling import TokenRefusedError, call
from bot.wires.intake import TwoPollersError
from tests.wires.listener import Listener


@pytest.mark.parametrize("fault", ["refused_connection", "lost_reply", "bad_json", "flood:3"])
def test_trouble_on_the_line_loses_nothing(listener: Listener, fault: str) -> None:
    """A poll that goes wrong gives nothing, and the next one gives it all."""
    listener.post.person()
    listener.post.world.faults.add("getUpdates", fault)

    assert listener.post.run(listener.intake.poll_once(0)) == 0

    listener.works()

    assert listener.heard == ["/start"]


def test_b8_a_refused_token_ends_the_intake(listener: Listener) -> None:
    """Without a valid token there is nothing to wait for."""
    listener.post.world.token = "1:other"

    with pytest.raises(TokenRefusedError):
        listener.post.run(listener.intake.poll_once(0))


def test_c5_a_second_poller_gives_up_after_a_minute(listener: Listener) -> None:
    """A conflict may be our own earlier process; after a minute it is somebody else."""
    listener.post.run(call(listener.post.bot, "setWebhook", {"url": "https://annan.example/x"}))

    assert listener.post.run(listener.intake.poll_once(0)) == 0
    listener.post.clock.advance(61)
    with pytest.raises(TwoPollersError):
        listener.post.run(listener.intake.poll_once(0))


def test_c6_a_poll_that_never_answers_is_left(listener: Listener) -> None:
    """After ninety seconds without an answer the line is laid anew, and what waits is fetched."""

    async def story() -> None:
        listener.post.world.faults.add("getUpdates", "slow:100000")
        listener.post.person()
        running = asyncio.create_task(listener.intake.run())
        await asyncio.sleep(0.05)
        assert listener.heard == []
        listener.post.clock.advance(91)
        await asyncio.sleep(0.05)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    listener.post.run(story())

    assert listener.heard == ["/start"]


def test_the_intake_ends_when_its_poller_does(listener: Listener) -> None:
    """A refused token found by the poll in the background comes out of `run`."""
    listener.post.world.token = "1:other"

    with pytest.raises(TokenRefusedError):
        listener.post.run(listener.intake.run())
