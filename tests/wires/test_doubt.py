"""When nobody can tell whether it arrived: one more copy at most, and none to a group."""

from __future__ import annotations

import asyncio

import pytest

from bot.records.chore import Chore
from bot.records.outgoing import OutgoingStatus
from bot.store import outbox
from tests.wires.post import BROADCAST, PARKED, Post


def test_a2_claimed_before_a_crash_is_delivered_once(post: Post) -> None:
    """Killed after the claim and before the request: the next life sends it, once."""
    karin = post.person()
    post.world.faults.add("sendMessage", "refused_connection")
    row = post.queues(karin.id, "Du är anmäld", status=OutgoingStatus.SENDING, attempts=1)
    post.restarts()

    post.sends()

    assert post.seen(karin.id) == ["Du är anmäld"]
    assert post.row(row).attempts == 2


@pytest.mark.parametrize(("attempts", "copies"), [(1, 1), (2, 0)])
def test_a1_never_a_third_copy(post: Post, attempts: int, copies: int) -> None:
    """A row found on the wire is sent once more, unless two copies may be out already."""
    karin = post.person()
    row = post.queues(karin.id, "hej", status=OutgoingStatus.SENDING, attempts=attempts)

    post.sends()

    assert len(post.seen(karin.id)) == copies
    assert post.given_up == ([] if copies else [(row, "uncertain")])


def test_a1_group_post_is_never_doubled(post: Post) -> None:
    """A group's announcement found on the wire waits for a person to decide."""
    group = post.group(post.person())
    row = post.queues(group.id, "Möte!", status=OutgoingStatus.SENDING, attempts=1, **PARKED)

    post.sends()

    assert post.seen(group.id) == []
    assert post.row(row).status == OutgoingStatus.UNCERTAIN
    assert post.given_up == [(row, "uncertain")]


def test_b1_what_never_left_is_sent_once(post: Post) -> None:
    """A refused connection is tried again until it goes, and nobody gets a copy."""
    karin = post.person()
    post.world.faults.add("sendMessage", "refused_connection", times=7)
    row = post.queues(karin.id, "hej", **PARKED)

    post.sends()

    assert post.seen(karin.id) == ["hej"]
    assert post.row(row).attempts == 1


@pytest.mark.parametrize("fault", ["lost_reply", "connection_cut", "server_error", "bad_json"])
def test_b2_b11_doubt_is_resent_once(post: Post, fault: str) -> None:
    """Whatever leaves us in doubt, a private message goes once more and no further."""
    karin = post.person()
    post.world.faults.add("sendMessage", fault, times=5)
    row = post.queues(karin.id, "Mötet är inställt")

    post.sends()

    assert len(post.seen(karin.id)) <= 2
    assert post.row(row).attempts == 2
    assert post.given_up == [(row, "uncertain")]


def test_b2_group_post_in_doubt_is_parked(post: Post) -> None:
    """When the answer to a group post is lost there is one post, and the organiser is asked."""
    group = post.group(post.person())
    post.world.faults.add("sendMessage", "lost_reply")
    row = post.queues(group.id, "Möte!", **PARKED)

    post.sends()

    assert post.seen(group.id) == ["Möte!"]
    assert post.given_up == [(row, "uncertain")]


def test_an_uncertain_row_does_not_hold_up_the_next(post: Post) -> None:
    """What is said later in the same chat arrives although something before it is unknown."""
    group = post.group(post.person())
    post.world.faults.add("sendMessage", "connection_cut")
    post.queues(group.id, "Möte!", **PARKED)
    post.queues(group.id, "Påminnelse", **PARKED)

    post.sends()

    assert post.seen(group.id) == ["Påminnelse"]


def test_withdrawn_on_the_wire_is_not_tried_again(post: Post) -> None:
    """A message taken back while its answer was lost is not resent with its old news."""
    karin = post.person()
    row = post.queues(karin.id, "kl. 18", broadcast_id=7, status=OutgoingStatus.SENDING, attempts=1)
    with post.store.transaction() as session:
        outbox.withdraw(session, broadcast_id=7)

    post.sends()

    assert post.seen(karin.id) == []
    assert post.row(row).status == OutgoingStatus.WITHDRAWN


def test_a8_what_does_not_land_in_time_is_in_doubt(post: Post) -> None:
    """A request that is still out when we must end is found again at the next start."""
    karin = post.person()
    post.world.faults.add("sendMessage", "slow:4")
    row = post.queues(karin.id, "hej")

    async def story() -> None:
        sending = asyncio.create_task(post.sender.run())
        await asyncio.sleep(0.05)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await post.sender.land(0.05)

    post.run(story())

    assert post.row(row).status == OutgoingStatus.SENDING

    post.restarts()
    post.sends()

    assert post.seen(karin.id) == ["hej"]


def test_several_lost_answers_in_a_row_quiet_everyone(post: Post) -> None:
    """A server that answers nobody is left alone for a while, so that no row is wasted on it."""
    crowd = [post.person(f"Medlem {n}") for n in range(30)]
    for member in crowd:
        post.queues(member.id, "Inbjudan", **BROADCAST)
    post.world.faults.add("sendMessage", "server_error", times=6)

    pause = post.run(post.sender.send_due())

    assert pause is not None
    assert sum(len(post.seen(member.id)) for member in crowd) == 0

    post.sends()

    assert all(post.seen(member.id) == ["Inbjudan"] for member in crowd)


def test_a10_a_loss_nobody_can_be_told_of_stops_nobody(post: Post) -> None:
    """When the telling breaks, its own rows are undone, the loss stands and the next one goes."""
    ahmed = post.person()
    post.is_deaf = True
    row = post.queues(2**33 + 4711, "hej")
    post.queues(ahmed.id, "hej")

    post.sends()

    assert post.row(row).status == OutgoingStatus.GIVEN_UP
    assert post.seen(ahmed.id) == ["hej"]
    with post.store.reading() as session:
        assert session.get(Chore, f"row {row}") is None
