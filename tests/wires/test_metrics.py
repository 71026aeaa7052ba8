"""What a watching Prometheus reads: how old the signs of life are, and how much waits."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from bot.clock import MovableClock
from bot.store import inbox
from bot.store.engine import StoreTroubleError
from bot.wires import metrics
from bot.wires.metrics import Measures
from bot.wires.supervisor import Heartbeat
from bot.wires.web import Door, webhook
from tests.wires.post import MORNING, Post


def test_ages_and_lengths_are_told_and_nothing_of_anyone(post: Post) -> None:
    """A watcher sees that something waits, and neither who nor what."""
    post.queues(post.person("Karin").id, "hemligt")
    with post.store.transaction() as session:
        inbox.keep(session, [{"update_id": 7, "message": {"text": "hemligt"}}], MORNING)

    watched = heartbeat(post.clock)
    said = metrics.page(post.store, watched, lambda: Measures({"delivered": 3}, 0.8, 30.5))

    assert 'samklang_heartbeat_age_seconds{part="clockwork"} 12.5' in said
    assert 'samklang_inbox_updates{status="waiting"} 1' in said
    assert 'samklang_inbox_updates{status="quarantined"} 0' in said
    assert 'samklang_outbox_messages{status="queued"} 1' in said
    assert 'samklang_outbox_messages{status="uncertain"} 0' in said
    assert 'samklang_requests_total{outcome="delivered"} 3' in said
    assert 'samklang_requests_total{outcome="doubtful"} 0' in said
    assert 'samklang_oldest_waiting_seconds{queue="outbox"} 12.5' in said
    assert 'samklang_oldest_waiting_seconds{queue="inbox"} 12.5' in said
    assert "samklang_pace_ratio 0.8" in said
    assert "samklang_loop_still_seconds 30.5" in said
    assert "hemligt" not in said


def test_requests_are_counted_by_how_they_end(post: Post) -> None:
    """A refusal and a message that arrived are told apart."""
    karin = post.person("Karin")
    post.world.faults.add("sendMessage", "flood:1")
    post.queues(karin.id, "Välkommen")

    post.sends()

    assert {"undelivered": 1, "delivered": 1} == dict(post.sender.counts)


def heartbeat(clock: MovableClock) -> Heartbeat:
    """A part that worked twelve and a half seconds ago."""
    worked = clock.mono()
    clock.advance(12.5)
    return Heartbeat(clock, {"clockwork": lambda: worked})


def asked(post: Post, measures: Callable[[], str]) -> httpx.Response:
    """Ask the site as Prometheus does."""
    site = webhook(Door("/x", "s" * 20), len, heartbeat(post.clock), measures)

    async def ask() -> httpx.Response:
        wire = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=wire, base_url="http://bot") as client:
            return await client.get("/metrics")

    return post.run(ask())


def test_it_is_asked_over_http(post: Post) -> None:
    """The page says what it is; when nothing can be counted it says that instead."""

    def fails() -> str:
        raise StoreTroubleError("full")

    answer = asked(post, lambda: "samklang_x 1\n")

    assert (answer.status_code, answer.text) == (200, "samklang_x 1\n")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert asked(post, fails).status_code == 503
