"""What Telegram refuses: patience, a chat that is closed or moved, a text, a token."""

from __future__ import annotations

import pytest

from bot.records.group import Group
from bot.records.outgoing import OutgoingStatus
from bot.records.person import Person
from bot.wires.calling import TokenRefusedError
from tests.wires.post import MORNING, PARKED, Post


def test_b3_flood_holds_one_chat_and_keeps_its_order(post: Post) -> None:
    """A pause for one chat lasts its seconds; others are served, and order is kept."""
    karin, ahmed = post.person("Karin"), post.person("Ahmed")
    post.world.faults.add("sendMessage", "flood:35", chat=karin.id)
    post.queues(karin.id, "ett")
    post.queues(karin.id, "två")
    post.queues(ahmed.id, "hej")

    post.sends(30)

    assert (post.seen(karin.id), post.seen(ahmed.id)) == ([], ["hej"])

    post.sends()

    assert post.seen(karin.id) == ["ett", "två"]


def test_b3_two_refused_chats_hold_everyone(post: Post) -> None:
    """When several chats are refused at once the whole bot is too fast, and waits."""
    karin, ahmed, sara = post.person("Karin"), post.person("Ahmed"), post.person("Sara")
    post.world.faults.add("sendMessage", "flood:20", times=2)
    for someone in (karin, ahmed):
        post.queues(someone.id, "hej")
    post.run(post.sender.send_due())
    post.queues(sara.id, "hej")

    post.sends(19)

    assert post.seen(sara.id) == []

    post.sends()

    assert [post.seen(one.id) for one in (karin, ahmed, sara)] == [["hej"]] * 3


def test_b4_a_long_pause_survives_a_restart(post: Post) -> None:
    """A pause of an hour is obeyed by the process that comes after."""
    karin = post.person()
    post.world.faults.add("sendMessage", "flood:4000")
    row = post.queues(karin.id, "hej")
    post.run(post.sender.send_due())
    post.clock.advance(1000)
    post.restarts()

    post.sends(2990)

    assert post.seen(karin.id) == []

    post.sends(200)

    assert post.seen(karin.id) == ["hej"]
    assert post.row(row).attempts == 1


def test_b5_the_one_who_blocked_us_is_left_alone(post: Post) -> None:
    """A block ends all that waits for that person, and the others get theirs."""
    karin, ahmed = post.person("Karin"), post.person("Ahmed")
    with post.store.transaction() as session:
        session.add(Person(telegram_id=karin.id, created_at=MORNING))
    post.world.blocks(karin)
    row = post.queues(karin.id, "Inbjudan")
    later = post.queues(karin.id, "Påminnelse", not_before=post.later(days=1))
    post.queues(ahmed.id, "Inbjudan")

    post.sends()

    with post.store.reading() as session:
        assert session.get_one(Person, 1).unreachable_since is not None
    assert post.given_up == [(row, "unreachable")]
    assert post.row(later).status == OutgoingStatus.WITHDRAWN
    assert post.seen(ahmed.id) == ["Inbjudan"]


def test_b6_a_refused_message_is_given_up_at_once(post: Post) -> None:
    """What Telegram will never accept is not tried again."""
    row = post.queues(2**33 + 4711, "hej")

    post.sends()

    assert post.given_up == [(row, "refused")]
    assert "chat not found" in post.row(row).last_error.lower()


def test_b6_bad_markup_is_sent_as_plain_text(post: Post) -> None:
    """A slip in the markup costs the bold letters, not the message."""
    karin = post.person()
    post.queues(karin.id, "<b>Välkommen &amp; <i>hej</b>")

    post.sends()

    assert post.seen(karin.id) == ["Välkommen & hej"]


def test_b7_a_moved_group_gets_its_message_once(post: Post) -> None:
    """The new id is put everywhere and the message arrives in the new group."""
    karin = post.person()
    group = post.group(karin)
    group.kind = "group"
    with post.store.transaction() as session:
        session.add(Group(chat_id=group.id, title="Kulturnätet", linked_by=1, created_at=MORNING))
    new = post.world.upgrades(group)
    post.queues(group.id, "Möte!", **PARKED)
    post.queues(group.id, "Påminnelse", **PARKED)

    post.sends()

    assert post.seen(new.id) == ["Möte!", "Påminnelse"]
    with post.store.reading() as session:
        assert session.get_one(Group, 1).chat_id == new.id


def test_b8_a_refused_token_stops_the_sender(post: Post) -> None:
    """Without a valid token nothing is lost and nothing is tried; the error names no token."""
    karin = post.person()
    row = post.queues(karin.id, "hej")
    post.world.token = "1:other"

    with pytest.raises(TokenRefusedError) as refused:
        post.run(post.sender.send_due())

    assert ":" not in str(refused.value)
    assert (post.row(row).status, post.row(row).attempts) == (OutgoingStatus.QUEUED, 0)
