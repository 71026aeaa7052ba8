"""Nobody is faster than Telegram allows, and everyone may speak in the end."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.records.outgoing import Lane
from bot.wires.bucket import Bucket
from tests.wires.post import Post

KARIN, AHMED, GROUP = 2**33 + 1, 2**33 + 2, -1001234567890


@given(st.lists(st.floats(0, 3), min_size=1, max_size=200))
def test_no_minute_of_a_group_has_more_than_twenty(gaps: list[float]) -> None:
    """However someone asks, eighteen a minute stays below twenty in every minute."""
    bucket, now = Bucket((18 - 4.5) / 60, 4.5, 0.0), 0.0
    sent: list[float] = []
    for gap in gaps:
        now += gap
        if not bucket.wait(now):
            bucket.take(now)
            sent.append(now)

    assert all(sum(start <= one < start + 60 for one in sent) <= 20 for start in sent)


def test_the_wait_a_bucket_tells_is_enough() -> None:
    """Whoever waits as long as told may go then, whatever the rounding."""
    bucket, now = Bucket(25.0, 5.0, 1_000_000.1), 1_000_000.1
    for _ in range(1000):
        now += bucket.wait(now)

        assert bucket.wait(now) == 0
        bucket.take(now)


def test_a_broadcast_leaves_places_for_people(post: Post) -> None:
    """When a broadcast has used its share there is room for an answer at once."""
    chats = iter(range(2**33 + 100, 2**33 + 200))
    while post.limiter.room(Lane.BROADCAST):
        post.limiter.take(next(chats))

    assert post.limiter.room(Lane.PERSON) == 2
    assert post.limiter.wait(KARIN, Lane.PERSON) == 0
    assert post.limiter.wait(KARIN, Lane.BROADCAST) > 0


def test_sends_and_edits_of_a_group_share(post: Post) -> None:
    """A group has one allowance for all that is said and changed in it."""
    for _ in range(4):
        post.limiter.take(GROUP)

    assert post.limiter.busy() == {GROUP}
    assert 0 < post.limiter.wait(GROUP, Lane.PERSON) < 5


def test_a_broadcast_leaves_no_memory_behind(post: Post) -> None:
    """Chats that rest are forgotten, so ten thousand members cost no more than ten."""
    for number in range(100):
        post.limiter.take(2**33 + number)
    post.clock.advance(10)

    assert post.limiter.busy() == set()
    assert post.limiter._chats == {}  # noqa: SLF001  (memory shows nowhere else)


def test_b3_requests_outside_the_outbox_wait_too(post: Post) -> None:
    """Whoever calls the library directly is held to the same pace and pauses."""
    karin = post.person()
    post.limiter.hold(karin.id, 30)

    async def story() -> list[bool]:
        calling = asyncio.create_task(post.bot.send_message(karin.id, "hej"))
        done = []
        for _ in range(4):
            await asyncio.sleep(0.01)
            done.append(calling.done())
            post.clock.advance(10)
        await calling
        return done

    assert post.run(story()) == [False, False, False, True]


def test_b3_a_refusal_outside_the_outbox_is_remembered(post: Post) -> None:
    """A pause that any call was told of holds for all."""
    karin = post.person()
    post.world.faults.add("sendMessage", "flood:35")

    with pytest.raises(RetryAfter):
        post.run(post.bot.send_message(karin.id, "hej"))

    assert 34 < post.limiter.wait(karin.id, Lane.PERSON) <= 35


def test_b3_taps_are_answered_during_a_pause(post: Post) -> None:
    """Telegram does not count the answers to taps, so they never wait."""
    post.limiter.hold(KARIN, 30)
    post.limiter.hold(AHMED, 30)

    with pytest.raises(Exception, match=r"(?i)query"):
        post.run(post.bot.answer_callback_query("1"))

    assert post.clock.mono() == 0


def test_b4_a_pause_is_stored_for_the_next_process(tmp_path: Path) -> None:
    """The next process knows how long is left, and forgets what is over."""
    post = Post(tmp_path)
    post.limiter.hold(GROUP, 4000)
    post.limiter.hold(GROUP, 10)
    post.clock.advance(1000)

    post.restarts()

    assert post.limiter.wait(GROUP, Lane.NOTICE) == pytest.approx(3000)
    post.close()
