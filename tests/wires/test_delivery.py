"""What is queued arrives: in order, at our pace, once, and never more than twice."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

import pytest

from bot.records.outgoing import OutgoingStatus
from bot.store import claims, outbox
from bot.store.claims import Claim
from bot.store.engine import StoreTroubleError
from tests.wires.post import BROADCAST, Post


def test_messages_of_a_chat_arrive_in_order(post: Post) -> None:
    """What was queued first is read first, a second apart as Telegram wants it."""
    karin = post.person()
    for text in ("ett", "två", "tre"):
        post.queues(karin.id, text)

    post.sends()

    assert post.seen(karin.id) == ["ett", "två", "tre"]
    assert 2.0 <= post.clock.mono() < 2.1


def test_the_one_who_waits_goes_before_the_broadcast(post: Post) -> None:
    """An answer leaves before the hundred invitations that were queued earlier."""
    crowd = [post.person(f"Medlem {n}") for n in range(100)]
    for member in crowd:
        post.queues(member.id, "Inbjudan", **BROADCAST)
    karin = post.person()
    row = post.queues(karin.id, "Du är anmäld")

    post.run(post.sender.send_due())

    assert post.seen(karin.id) == ["Du är anmäld"]
    assert post.row(row).status == OutgoingStatus.SENT


def test_broadcast_keeps_the_pace_without_refusals(post: Post) -> None:
    """Two hundred invitations go at the full pace and Telegram never has to say no."""
    crowd = [post.person(f"Medlem {n}") for n in range(200)]
    for member in crowd:
        post.queues(member.id, "Inbjudan", **BROADCAST)

    post.sends()

    assert all(post.seen(member.id) == ["Inbjudan"] for member in crowd)
    assert post.given_up == []
    assert 200 / 25 - 1 < post.clock.mono() < 200 / 25 + 0.5


def test_a_broadcast_leaves_in_handfuls(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody waits for gathers while it would wait for its turn anyway: fewer commits."""
    for member in [post.person(f"Medlem {n}") for n in range(60)]:
        post.queues(member.id, "Inbjudan", **BROADCAST)
    taken: list[int] = []
    claim = claims.claim

    def counted(*asked: Any) -> Claim:  # noqa: ANN401  (handed on as they came)
        found = claim(*asked)
        taken.append(len(found.rows))
        return found

    monkeypatch.setattr(claims, "claim", counted)
    post.sends()

    assert sum(taken) == 60
    assert taken.count(1) <= 2


def test_a_message_waits_for_its_hour(post: Post) -> None:
    """A row is not sent before its hour, and the sender knows when to look again."""
    karin = post.person()
    post.queues(karin.id, "Påminnelse", not_before=post.later(hours=1))

    assert post.run(post.sender.send_due()) == 3600
    assert post.seen(karin.id) == []

    post.sends(4000)

    assert post.seen(karin.id) == ["Påminnelse"]


def test_d6_a_message_too_late_is_not_sent(post: Post) -> None:
    """After its last hour a message is given up, and the house is told."""
    karin = post.person()
    row = post.queues(karin.id, "I dag kl. 10", stale_after=post.later(minutes=30))
    post.clock.advance(3600)

    post.sends()

    assert post.seen(karin.id) == []
    assert post.given_up == [(row, "stale")]


def test_a_key_is_queued_once(post: Post) -> None:
    """The same news cannot be queued twice, but after a withdrawal it can be written anew."""
    karin = post.person()
    post.queues(karin.id, "gammal tid", key="notice:1", broadcast_id=3)
    post.queues(karin.id, "gammal tid", key="notice:1", broadcast_id=3)
    with post.store.transaction() as session:
        assert outbox.withdraw(session, broadcast_id=3) == 1
    post.queues(karin.id, "ny tid", key="notice:1")

    post.sends()

    assert post.seen(karin.id) == ["ny tid"]


def test_a_document_arrives_whole(post: Post) -> None:
    """A file in a row reaches the person byte by byte, with its name and kind."""
    karin = post.person()
    content = base64.b64encode(b"BEGIN:VCALENDAR").decode()
    document = {"name": "möte.ics", "kind": "text/calendar", "base64": content}
    post.queues(
        karin.id, "", method="sendDocument", content={"caption": "Möte", "document": document}
    )

    post.sends()

    arrived = post.messages(karin.id)[0].document
    assert arrived is not None
    assert (arrived.name, arrived.mime, arrived.content) == (
        "möte.ics",
        "text/calendar",
        b"BEGIN:VCALENDAR",
    )


def test_h2_the_sender_outlives_a_full_disk(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the outbox cannot be written nothing leaves, and all leaves when it can."""
    karin = post.person()
    post.queues(karin.id, "hej")
    troubles = [StoreTroubleError("full")]
    claim = claims.claim

    def full(*given: Any) -> Claim:  # noqa: ANN401  (the same as the one it stands for)
        if troubles:
            raise troubles.pop()
        return claim(*given)

    monkeypatch.setattr(claims, "claim", full)

    async def story() -> None:
        sending = asyncio.create_task(post.sender.run())
        await asyncio.sleep(0.05)
        assert post.seen(karin.id) == []
        post.clock.advance(1)
        await asyncio.sleep(0.1)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)

    post.run(story())

    assert post.seen(karin.id) == ["hej"]
