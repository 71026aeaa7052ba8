"""What is queued arrives: in order, at our pace, once, and never more than twice."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

import pytest

from bot.records.card import Card, CardKind
from bot.records.chore import Chore
from bot.records.group import Group
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.store import claims, outbox
from bot.store.claims import Claim
from bot.store.engine import StoreTroubleError
from bot.wires.calling import TokenRefusedError
from tests.wires.post import BROADCAST, MORNING, PARKED, REPEATED, Post


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
    post.queues(karin.id, "gammal tid", key="notice:1")
    post.queues(karin.id, "gammal tid", key="notice:1")
    with post.store.transaction() as session:
        assert outbox.withdraw(session, key_prefix="notice:") == 1
    post.queues(karin.id, "ny tid", key="notice:1")

    post.sends()

    assert post.seen(karin.id) == ["ny tid"]


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


def test_b9_an_unchanged_edit_counts_as_done(post: Post) -> None:
    """A card that already looks right is no error."""
    card, _ = card_in_group(post)
    edit(post, card, "Möte! 1 anmäld")
    post.sends()
    row = edit(post, card, "Möte! 1 anmäld")

    post.sends()

    assert post.row(row).status == OutgoingStatus.SENT
    assert post.given_up == []


def test_b9_an_edit_of_a_lost_message_is_let_go(post: Post) -> None:
    """Nobody needs to hear that a removed card cannot be redrawn."""
    card, group = card_in_group(post)
    with post.store.transaction() as session:
        session.get_one(Card, card).message_id = 4711
    row = edit(post, card, "Möte! 1 anmäld")

    post.sends()

    assert post.row(row).status == OutgoingStatus.GIVEN_UP
    assert post.given_up == []
    assert post.seen(group) == ["Möte!"]


def test_b9_a_question_whose_place_is_gone_is_asked_anew(post: Post) -> None:
    """An edit that spoke to someone becomes a message when there is nothing left to edit."""
    karin = post.person()
    content = {"text": "Vill du äta?", "message_id": 4711}
    post.queues(karin.id, "", method="editMessageText", content=content, **REPEATED)

    post.sends()

    assert post.seen(karin.id) == ["Vill du äta?"]
    assert post.given_up == []


def test_a_card_in_flight_is_not_sent_twice(post: Post) -> None:
    """A card redrawn while its first showing is on the wire becomes an edit of that showing."""
    card, group = card_in_group(post)
    with post.store.transaction() as session:
        session.get_one(Outgoing, 1).status = OutgoingStatus.SENDING
        anew = post.made(group, "Möte! 1 anmäld", card_id=card, **PARKED)
        anew.content = anew.content | {"disable_notification": True}
        outbox.redraw(session, anew)
        session.get_one(Outgoing, 1).status = OutgoingStatus.SENT

    post.sends()

    assert post.seen(group) == ["Möte! 1 anmäld"]


def test_a_card_is_redrawn_in_place(post: Post) -> None:
    """The message id Telegram told is what later edits change, and many changes are one edit."""
    card, group = card_in_group(post)
    for count in (1, 2, 3):
        edit(post, card, f"Möte! {count} anmälda")

    post.sends()

    assert post.seen(group) == ["Möte! 3 anmälda"]


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


def test_withdrawn_on_the_wire_is_not_tried_again(post: Post) -> None:
    """A message taken back while its answer was lost is not resent with its old news."""
    karin = post.person()
    row = post.queues(karin.id, "kl. 18", meeting_id=7, status=OutgoingStatus.SENDING, attempts=1)
    with post.store.transaction() as session:
        outbox.withdraw(session, meeting_id=7)

    post.sends()

    assert post.seen(karin.id) == []
    assert post.row(row).status == OutgoingStatus.WITHDRAWN


def card_in_group(post: Post) -> tuple[int, int]:
    """A meeting's card that stands in a group; gives its id and the group's."""
    group = post.group(post.person()).id
    with post.store.transaction() as session:
        session.add(Meeting(id=1, secret="m", created_by=1, created_at=MORNING))
        session.flush()
        session.add(Card(id=1, meeting_id=1, chat_id=group, kind=CardKind.GROUP))
    post.queues(group, "Möte!", card_id=1, **PARKED)
    post.sends()
    return 1, group


def edit(post: Post, card_id: int, text: str) -> int:
    """Ask for the card to be redrawn; gives the row's id."""
    with post.store.transaction() as session:
        card = session.get_one(Card, card_id)
        row = outbox.redraw(
            session,
            post.made(card.chat_id, text, method="editMessageText", card_id=card_id, **REPEATED),
        )
        return row.id


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
