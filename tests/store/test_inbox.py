"""The inbox's promises that can be told without Telegram."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.records.incoming import Incoming
from bot.store import inbox
from bot.store.engine import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KARIN, SARA, GROUP = 2**33 + 1, 2**33 + 2, -(10**12) - 7


def message(number: int, doer: int, chat: int | None = None) -> dict[str, object]:
    """An update as Telegram sends it."""
    return {
        "update_id": number,
        "message": {"from": {"id": doer}, "chat": {"id": chat or doer}, "text": "hej"},
    }


@pytest.mark.parametrize(
    ("update", "whose"),
    [
        (message(1, KARIN, GROUP), KARIN),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": SARA}}}, SARA),
        ({"update_id": 1, "channel_post": {"chat": {"id": GROUP}}}, GROUP),
        ({"update_id": 1, "poll": {"id": "x"}}, 0),
        ({"update_id": 1, "message": {"from": "nobody", "chat": {"id": "none"}}}, 0),
    ],
)
def test_an_update_belongs_to_whoever_did_it(
    store: Store, update: dict[str, object], whose: int
) -> None:
    """What one person does is kept under that person, in whatever chat."""
    with store.transaction() as session:
        inbox.keep(session, [update], NOW)

    with store.reading() as session:
        assert session.exec(select(Incoming.from_id)).one() == whose


def test_an_update_is_handled_once(store: Store) -> None:
    """The second time there is nothing left to handle."""
    with store.transaction() as session:
        inbox.keep(session, [message(1, KARIN), message(1, KARIN)], NOW)
        inbox.tried(session, 1, 1)

        assert [one.attempts for one in inbox.waiting(session, 10)] == [1]
        assert inbox.handled(session, 1, NOW)
        assert not inbox.handled(session, 1, NOW)
        assert inbox.waiting(session, 10) == []


def test_an_older_deed_goes_first_even_with_a_higher_number(store: Store) -> None:
    """Telegram may begin its numbers anew after a quiet week."""
    with store.transaction() as session:
        inbox.keep(session, [message(900, KARIN)], NOW)
        inbox.keep(session, [message(5, SARA), message(6, KARIN)], NOW + timedelta(seconds=1))

        assert next(one.update_id for one in inbox.waiting(session, 10)) == 900
