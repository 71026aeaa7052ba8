"""Who is refused goes slower, and finds back; nobody outside Telegram knows its limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.records.outgoing import Lane
from bot.simulator import flood
from bot.wires.gait import CALM, LEAST, LESS, Gait
from tests.wires.post import BROADCAST, Post

KARIN, GROUP = 2**33 + 1, -1001234567890
MINUTE = 60.0


def test_a_refusal_costs_a_fifth_and_minutes_bring_it_back_b3() -> None:
    """After a quiet minute the pace rises by a twentieth a minute, up to what was allowed."""
    gait = Gait().refused(100.0)

    assert gait.at(100.0) == gait.at(100.0 + CALM) == LESS
    assert gait.at(100.0 + CALM + 2 * MINUTE) == pytest.approx(0.9)
    assert gait.at(100.0 + CALM + 10 * MINUTE) == 1.0


def test_what_was_on_the_wire_at_once_is_refused_once_b3() -> None:
    """Six refusals in a second are one sign of being too fast, not six."""
    gait = Gait()
    for n in range(6):
        gait = gait.refused(100.0 + n / 8)

    assert gait.share == LESS


@given(st.lists(st.floats(0, 600), max_size=60))
def test_the_pace_keeps_between_its_ends_b3(gaps: list[float]) -> None:
    """However often we are refused there is a least pace, and never more than was allowed."""
    gait, now = Gait(), 0.0
    for gap in gaps:
        now += gap
        before = gait.at(now)
        gait = gait.refused(now)

        assert LEAST <= gait.at(now) <= before <= 1.0


def test_a_server_stricter_than_we_think_is_learnt_b3(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against less than half the limit we slow down, and everything arrives once."""
    monkeypatch.setattr(flood, "_OVERALL", (12, 1.0))
    people = [post.person(f"Medlem {n}") for n in range(300)]
    for one in people:
        post.queues(one.id, "Välkommen", **BROADCAST)

    began = post.clock.mono()
    post.sends()

    assert {1} == {len(post.seen(one.id)) for one in people}
    assert 300 / 12 <= post.clock.mono() - began < 60
    assert post.limiter.pace_now() < 0.6


def test_the_pace_comes_back_when_the_refusals_cease_b3(post: Post) -> None:
    """A quarter of an hour later the whole pace is used again."""
    for chat in (KARIN, KARIN + 1):
        post.limiter.hold(chat, 1)
    post.limiter.take(KARIN + 2)
    slow = post.limiter.pace_now()
    post.clock.advance(CALM + 5 * MINUTE)
    post.limiter.take(KARIN + 3)

    assert (LESS, 1.0) == (slow, post.limiter.pace_now())


def test_a_group_that_refuses_is_written_to_more_slowly_b3(post: Post) -> None:
    """Only that group waits longer; the rest of the pace is as before."""

    def waits() -> float:
        for _ in range(6):
            post.limiter.take(GROUP)
        return post.limiter.wait(GROUP, Lane.PERSON)

    usual = waits()
    post.clock.advance(10 * MINUTE)
    post.limiter.hold(GROUP, 0.0)

    assert waits() == pytest.approx(usual / LESS, rel=0.05)
    assert post.limiter.pace_now() == 1.0
