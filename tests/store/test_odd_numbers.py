"""Numbers of chats: as large as Telegram makes them, and moved when a group gets another."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from sqlmodel import select

from bot.records.card import Card, CardKind
from bot.records.group import Group
from bot.records.hold import Hold
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.records.person import Person
from bot.store import chats, people
from bot.store.engine import Store

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
OLD, NEW = -4_000_001, -1_002_000_000_001


def _row(chat_id: int, **facts: object) -> Outgoing:
    own = {"chat_id": chat_id, "method": "sendMessage", "not_before": NOON, "created_at": NOON}
    return Outgoing.model_validate({**own, **facts})


@pytest.mark.parametrize("number", [2**31, 2**33, 2**52 - 1])
def test_a_large_number_is_kept_unchanged_i3(store: Store, number: int) -> None:
    """People's numbers need up to 52 bits, groups' are negative (Bot API, User and Chat)."""
    with store.transaction() as session:
        session.add(Person(telegram_id=number, heard=number, created_at=NOON))
        session.add(Group(chat_id=-number, title="Nätet", linked_by=1, created_at=NOON))
        session.add(_row(number, sent_message_id=2**31 - 1))

    with store.reading() as session:
        person = people.by_telegram_id(session, number)
        assert person is not None
        assert (number, number) == (person.telegram_id, person.heard)
        assert -number == session.exec(select(Group.chat_id)).one()
        assert number == session.exec(select(Outgoing.chat_id)).one()


def _group_with_everything(store: Store) -> None:
    with store.transaction() as session:
        meeting = Meeting(secret="hemlig", created_by=1, created_at=NOON)
        session.add_all([meeting, Group(chat_id=OLD, title="x", linked_by=1, created_at=NOON)])
        session.flush()
        card = {"meeting_id": meeting.id, "kind": CardKind.GROUP, "message_id": 7}
        session.add(Card.model_validate({**card, "chat_id": OLD, "shown": "x"}))
        session.add_all([_row(OLD), _row(OLD, status=OutgoingStatus.SENT)])
        session.add(Hold(scope=f"chat:{OLD}", until=NOON))


def _stands(store: Store) -> tuple[object, ...]:
    """What stands where, afterwards."""
    with store.reading() as session:
        card = session.exec(select(Card)).one()
        queued = select(Outgoing.chat_id).where(Outgoing.status == OutgoingStatus.QUEUED)
        return (
            session.exec(select(Group.chat_id)).all(),
            (card.chat_id, card.message_id, card.shown),
            session.exec(queued).all(),
            session.exec(select(Hold)).all(),
        )


@pytest.mark.parametrize("times", [1, 2])
def test_a_moved_group_is_one_group_however_often_it_is_told_i1(store: Store, times: int) -> None:
    """Both chats tell of the move, in either order, twice, or one of them not at all."""
    _group_with_everything(store)

    for _ in range(times):
        with store.transaction() as session:
            chats.move(session, OLD, NEW)

    assert ([NEW], (NEW, None, ""), [NEW], []) == _stands(store)


@pytest.mark.parametrize("order", list(permutations(("new group", "move"))))
def test_a_group_met_anew_before_the_move_is_told_is_the_same_i1(
    store: Store, order: tuple[str, str]
) -> None:
    """The bot may hear of the new chat before it hears that it is the old one."""
    _group_with_everything(store)

    for step in order:
        with store.transaction() as session:
            if step == "move":
                chats.move(session, OLD, NEW)
            elif not session.exec(select(Group).where(Group.chat_id == NEW)).first():
                session.add(Group(chat_id=NEW, title="x", linked_by=1, created_at=NOON))

    assert ([NEW], (NEW, None, ""), [NEW], []) == _stands(store)
