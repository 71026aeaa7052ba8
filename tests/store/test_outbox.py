"""The outbox's promises that can be told without Telegram."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.records.card import Card, CardKind
from bot.records.group import Group
from bot.records.meeting import Meeting
from bot.records.outgoing import Lane, OnDoubt, Outgoing, OutgoingStatus
from bot.store import chats, claims, holds, outbox, outcomes
from bot.store.engine import Store
from bot.store.outcomes import Delivered, Doubtful, Own, Refused, Settled

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ROOM = dict.fromkeys(Lane, 10)
KARIN, OLD, NEW = 2**33 + 1, -7, -1007


def row(chat_id: int = KARIN, key: str | None = None, lane: Lane = Lane.PERSON) -> Outgoing:
    """A message to queue."""
    return Outgoing(
        chat_id=chat_id,
        method="sendMessage",
        content={"text": "hej"},
        key=key,
        lane=lane,
        not_before=NOW,
        created_at=NOW,
    )


def status(store: Store, row_id: int) -> str:
    """Where a row stands."""
    with store.reading() as session:
        return session.get_one(Outgoing, row_id).status


def test_many_are_queued_once(store: Store) -> None:
    """A slice of a broadcast written again adds only those who were not there."""
    with store.transaction() as session:
        first = outbox.queue_many(session, [row(1, "invite:1:1"), row(2, "invite:1:2")])
        again = outbox.queue_many(session, [row(2, "invite:1:2"), row(3, "invite:1:3"), row(4)])
        none = outbox.queue_many(session, [row(1, "invite:1:1")])

    assert (first, again, none) == (2, 2, 0)


def test_withdrawing_everything_is_a_mistake(store: Store) -> None:
    """Whoever withdraws must say what."""
    with pytest.raises(ValueError, match="nothing says"), store.transaction() as session:
        outbox.withdraw(session)


def test_only_what_is_named_is_withdrawn(store: Store) -> None:
    """One broadcast's rows go; another's stay."""
    with store.transaction() as session:
        for told in (1, 2):
            message = row(told, f"notice:{told}")
            message.broadcast_id = told
            outbox.queue(session, message)

        assert outbox.withdraw(session, broadcast_id=1) == 1

    assert (status(store, 1), status(store, 2)) == ("withdrawn", "queued")


def test_one_per_chat_is_claimed_and_a_lane_at_a_time(store: Store) -> None:
    """A chat has one row on the wire; the waiting person's goes before the broadcast's."""
    with store.transaction() as session:
        outbox.queue_many(session, [row(1, lane=Lane.BROADCAST), row(KARIN), row(KARIN), row(2)])
        slots = {Lane.PERSON: 3, Lane.NOTICE: 3, Lane.BROADCAST: 2}
        taken = claims.claim(session, NOW, slots, busy=[])
        rest = claims.claim(session, NOW, ROOM, busy=[1])

    assert [one.id for one in taken.rows] == [2, 4]
    assert rest.rows == []
    assert claims_left(store) == [(1, Lane.BROADCAST)]


def claims_left(store: Store) -> list[tuple[int, Lane]]:
    """What is due and not on the wire."""
    with store.reading() as session:
        return claims.due(session, NOW, 10)


def test_a_lease_protects_what_is_on_its_way(store: Store) -> None:
    """Only rows past their lease, and not our own, are found to be left behind."""
    with store.transaction() as session:
        outbox.queue_many(session, [row(1), row(2), row(3)])
        claims.claim(session, NOW, ROOM, busy=[])
    minutes = timedelta(minutes=1)

    assert recovered(store, Own({1}, NOW - minutes)) == 0
    assert recovered(store, Own({1, 2}, NOW + minutes)) == 1
    assert [status(store, number) for number in (1, 2, 3)] == ["sending", "sending", "queued"]


def recovered(store: Store, own: Own) -> int:
    """Look for rows left behind."""
    with store.transaction() as session:
        return outcomes.recover(session, NOW, own, silent)


def silent(_: Session, __: Outgoing, ___: str) -> None:
    """Hear of a lost row and do nothing."""


def test_an_edit_in_doubt_is_repeated_but_not_for_ever(store: Store) -> None:
    """Edits may be repeated without harm, until they look like what harms us."""
    tries = 0
    with store.transaction() as session:
        edit = row()
        edit.on_doubt = OnDoubt.REPEAT
        outbox.queue(session, edit)
        while claims.claim(session, NOW, ROOM, busy=[]).rows:
            tries += 1
            outcomes.settle(session, [Settled(1, Doubtful("lost"))], NOW, silent)

    assert tries == 5
    assert status(store, 1) == OutgoingStatus.UNCERTAIN


def test_a_parked_row_goes_again_when_a_person_wants_it(store: Store) -> None:
    """After a look in the group the organiser may send a doubtful post once more."""
    with store.transaction() as session:
        post = row(OLD)
        post.on_doubt = OnDoubt.PARK
        outbox.queue(session, post)
        claims.claim(session, NOW, ROOM, busy=[])
        outcomes.settle(session, [Settled(1, Doubtful("lost"))], NOW, silent)
        outbox.retry(session, session.get_one(Outgoing, post.id), NOW)

        assert [one.id for one in claims.claim(session, NOW, ROOM, busy=[]).rows] == [1]


def test_what_has_left_leaves_no_words_behind(store: Store) -> None:
    """Sent, refused or taken back, a row keeps no text: it may have held someone's needs."""
    with store.transaction() as session:
        outbox.queue_many(session, [row(1), row(2), row(3)])
        outbox.take_back(session, col(Outgoing.chat_id) == 3)
        claims.claim(session, NOW, ROOM, busy=[])
        done = [Settled(1, Delivered(7)), Settled(2, Refused("no"))]
        outcomes.settle(session, done, NOW, silent)
    with store.reading() as session:
        rows = session.exec(select(Outgoing).order_by(col(Outgoing.id))).all()

    assert ["sent", "given_up", "withdrawn"] == [one.status for one in rows]
    assert [{}, {}, {}] == [one.content for one in rows]


def test_a_redrawn_card_that_was_never_shown_is_let_go(store: Store) -> None:
    """There is nothing to edit in a group where the card never came up."""
    with store.transaction() as session:
        add_card(session, 1, OLD)
        edit = row(OLD)
        edit.method, edit.card_id = "editMessageText", 1
        outbox.redraw(session, edit)
        taken = claims.claim(session, NOW, ROOM, busy=[])

    assert (taken.rows, taken.stale) == ([], [])
    assert status(store, 1) == OutgoingStatus.GIVEN_UP


def add_card(session: Session, number: int, chat_id: int) -> None:
    """Write down a card of meeting 1."""
    if session.get(Meeting, 1) is None:
        session.add(Meeting(id=1, secret="m", created_by=1, created_at=NOW))
        session.flush()
    session.add(Card(id=number, meeting_id=1, chat_id=chat_id, kind=CardKind.GROUP, message_id=9))
    if number:
        session.flush()
    session.get_one(Card, number).message_id = None


def add_group(session: Session, chat_id: int) -> None:
    """Write down a group."""
    session.add(Group(chat_id=chat_id, title="Kulturnätet", linked_by=1, created_at=NOW))
    session.flush()


def test_i1_a_moved_group_told_twice_is_one_group(store: Store) -> None:
    """The new id stands everywhere, and the second message changes nothing."""
    with store.transaction() as session:
        add_group(session, OLD)
        add_card(session, 1, OLD)
        outbox.queue(session, row(OLD))
        holds.keep(session, f"chat:{OLD}", NOW + timedelta(hours=1))
        chats.move(session, OLD, NEW)
        chats.move(session, OLD, NEW)

    with store.reading() as session:
        assert session.exec(select(Group.chat_id)).all() == [NEW]
        assert session.exec(select(Card.chat_id)).all() == [NEW]
        assert session.exec(select(Outgoing.chat_id)).all() == [NEW]
        assert holds.standing(session, NOW) == {}


def test_i1_a_group_known_by_both_ids_becomes_one(store: Store) -> None:
    """When the new group was met before the news came, the old one's rows fold into it."""
    with store.transaction() as session:
        for number, chat_id in enumerate((OLD, NEW), start=1):
            add_group(session, chat_id)
            add_card(session, number, chat_id)
        chats.move(session, OLD, NEW)

    with store.reading() as session:
        assert session.exec(select(Group.chat_id)).all() == [NEW]
        assert session.exec(select(Card.id)).all() == [2]
