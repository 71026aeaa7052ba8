"""What people send takes effect once, whatever happens between Telegram and our rows."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime

import pytest
from sqlmodel import Session

from bot.events import Typed
from bot.records.incoming import IncomingStatus
from bot.simulator.json_value import JsonObject
from bot.store import inbox
from bot.store.engine import Store, StoreTroubleError
from bot.wires.calling import call
from bot.wires.intake import Intake
from tests.wires.listener import Listener


def test_what_is_written_is_heard_once_and_forgotten(listener: Listener) -> None:
    """Texts arrive in order; afterwards the inbox knows that they came, not what they said."""
    karin = listener.post.person()
    for text in ("ett", "två"):
        listener.post.world.writes(karin, listener.post.world.chats[karin.id], text)

    listener.works()

    assert listener.heard == ["/start", "ett", "två"]
    assert [row.body for row in listener.rows(IncomingStatus.HANDLED)] == [None] * 3


def test_j9_a_tap_is_answered_after_its_effect(listener: Listener) -> None:
    """The one who taps sees the answer at once."""
    karin = listener.post.person()
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "reg:1:yes"}]]}
    sent = {"chat_id": karin.id, "text": "Kommer du?", "reply_markup": keyboard}
    listener.post.run(call(listener.post.bot, "sendMessage", sent))
    question = listener.post.messages(karin.id)[-1]
    listener.post.world.taps(karin, question, question.buttons[0])

    listener.works()

    assert listener.heard[-1] == "reg:1:yes"
    assert listener.post.world.breaches == []


def test_e12_a_tap_that_must_wait_for_the_database_is_excused_and_done(listener: Listener) -> None:
    """Another process holds the lock: she is told once that it takes a while, and it is done."""
    post = listener.post
    listener.intake.excuses_itself("Det tar lite längre tid just nu.")
    toasts: list[str] = []
    post.world.subscribe(lambda one: toasts.append(one.text) if one.kind == "toast" else None)
    karin = post.person()
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "reg:1:yes"}]]}
    sent = {"chat_id": karin.id, "text": "Kommer du?", "reply_markup": keyboard}
    post.run(call(post.bot, "sendMessage", sent))
    listener.works()
    question = post.messages(karin.id)[-1]
    post.world.taps(karin, question, question.buttons[0])

    with _locked(post.store):
        for _ in range(2):
            assert post.run(listener.intake.poll_once(0)) == 0
        assert "reg:1:yes" not in listener.heard
    post.clock.advance(60)
    listener.works()

    assert toasts[0] == "Det tar lite längre tid just nu."
    assert len(toasts) <= 2, "once while it waits, and once when it is done"
    assert listener.heard.count("reg:1:yes") == 1


@contextmanager
def _locked(store: Store) -> Iterator[None]:
    """Let another process hold the lock, and our patience be short."""
    with store.engine.connect() as ours:
        ours.exec_driver_sql("PRAGMA busy_timeout = 30")
        ours.rollback()
    with closing(sqlite3.connect(str(store.path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a3_killed_before_the_inbox_telegram_gives_it_again(listener: Listener) -> None:
    """What was fetched but not kept is not confirmed, so it comes again."""
    listener.post.person()
    listener.post.run(call(listener.post.bot, "getUpdates", {"timeout": 0}))
    listener.begins()

    listener.works()

    assert listener.heard == ["/start"]


def test_a4_killed_after_the_inbox_it_is_handled_by_the_next(listener: Listener) -> None:
    """What was kept and not handled is handled first by the process that comes after."""
    karin = listener.post.person()
    listener.post.run(listener.intake.poll_once(0))
    listener.post.world.writes(karin, listener.post.world.chats[karin.id], "hej")
    listener.begins()

    listener.works()

    assert listener.heard == ["/start", "hej"]


def test_c2_the_same_update_again_has_no_second_effect(listener: Listener) -> None:
    """A crash before the confirmation makes Telegram repeat itself; we do not."""
    listener.post.person()
    listener.works()
    listener.post.world.writes(
        next(iter(listener.post.world.users.values())),
        next(iter(listener.post.world.chats.values())),
        "hej",
    )
    listener.post.run(listener.intake.poll_once(0))
    listener.post.run(listener.intake.handle_waiting())
    listener.begins()

    listener.works()

    assert listener.heard == ["/start", "hej"]


def test_c1_a_poison_update_is_put_aside_and_the_rest_go_on(listener: Listener) -> None:
    """After two attempts the house is told once, and those behind are handled."""
    karin = listener.post.person()
    for text in ("före", "gift", "efter"):
        listener.post.world.writes(karin, listener.post.world.chats[karin.id], text)

    listener.works()

    assert listener.heard == ["/start", "före", "efter"]
    (row,) = listener.rows(IncomingStatus.QUARANTINED)
    assert row.attempts == inbox.ATTEMPTS
    assert "gift" not in row.last_error
    assert len(listener.mishaps) == 1


def test_c1_one_unreadable_update_among_twenty(listener: Listener) -> None:
    """An update the library cannot read stops nobody else's."""
    good = [update(number, f"nr {number}") for number in range(1, 20)]
    bad: JsonObject = {"update_id": 20, "message": {"message_id": "x", "chat": 7}}
    listener.intake.receive([*good[:10], bad, *good[10:], {"no": "number"}])

    listener.post.run(listener.intake.handle_waiting())

    assert len(listener.heard) == 19
    assert [event for event, _ in listener.mishaps] == [None]


def test_a10_an_update_that_kills_us_is_put_aside_at_the_third_start(listener: Listener) -> None:
    """A process that dies each time in the same update gets past it after two counted attempts.

    Whoever wrote it is known, and can be told.
    """
    listener.intake.receive([update(1, "dör"), update(2, "lever")])
    for _ in range(2):
        listener.begins()
        row = listener.rows(IncomingStatus.WAITING)[0]
        with listener.post.store.transaction() as session:
            inbox.tried(session, row.update_id, row.attempts + 1)
    listener.begins()

    listener.post.run(listener.intake.handle_waiting())

    assert listener.heard == ["lever"]
    ((event, _),) = listener.mishaps
    assert isinstance(event, Typed)
    assert event.text == "dör"


def test_c3_numbers_may_begin_anew(listener: Listener) -> None:
    """A lower number than the last is a new update all the same."""
    listener.intake.receive([update(900, "före pausen")])
    listener.post.run(listener.intake.handle_waiting())
    listener.intake.receive([update(3, "efter pausen")])

    listener.post.run(listener.intake.handle_waiting())

    assert listener.heard == ["före pausen", "efter pausen"]


def update(number: int, text: str) -> Mapping[str, object]:
    """An update as Telegram writes it."""
    karin = {"id": 2**33 + 1, "is_bot": False, "first_name": "Karin"}
    chat = {"id": 2**33 + 1, "type": "private", "first_name": "Karin"}
    said = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": karin, "text": text}
    return {"update_id": number, "message": said}


def test_h2_a_full_disk_pauses_the_handling(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When nothing can be written the updates wait, and are handled when there is room again."""
    listener.intake.receive([update(1, "hej")])
    troubles = [StoreTroubleError("full") for _ in range(3)]
    handled = inbox.handled

    def full(session: Session, number: int, now: datetime) -> bool:
        if troubles:
            raise troubles.pop()
        return handled(session, number, now)

    monkeypatch.setattr(inbox, "handled", full)

    async def story() -> None:
        handling = asyncio.create_task(listener.intake.run_handling())
        for _ in range(4):
            await asyncio.sleep(0.02)
            listener.post.clock.advance(1)
        await asyncio.sleep(0.02)
        handling.cancel()
        await asyncio.gather(handling, return_exceptions=True)

    listener.post.run(story())

    assert listener.heard == ["hej"]
    assert listener.mishaps == []


def test_h2_what_cannot_be_kept_is_not_confirmed(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk while fetching leaves the update with Telegram."""
    listener.post.person()

    def full(*_: object) -> int:
        raise StoreTroubleError("full")

    with monkeypatch.context() as changed:
        changed.setattr(inbox, "keep", full)
        assert listener.post.run(listener.intake.poll_once(0)) == 0

    listener.works()

    assert listener.heard == ["/start"]


def test_an_apology_that_fails_stops_nobody(listener: Listener) -> None:
    """When even the mishap goes wrong, those behind are handled."""

    def breaks(*_: object) -> None:
        raise LookupError

    listener.intake = Intake(
        listener.post.bot, listener.post.store, listener.post.clock, listener.handles, breaks
    )
    listener.intake.receive([update(1, "gift"), update(2, "hej")])

    listener.post.run(listener.intake.handle_waiting())

    assert listener.heard == ["hej"]


def test_a_second_look_at_a_handled_update_does_nothing(listener: Listener) -> None:
    """Two hands that reach for the same update give it one effect."""
    listener.intake.receive([update(1, "hej")])
    with listener.post.store.reading() as session:
        (row,) = inbox.waiting(session, 1)
    with listener.post.store.transaction() as session:
        assert inbox.handled(session, row.update_id, listener.post.clock.now())
        assert not inbox.handled(session, row.update_id, listener.post.clock.now())

    listener.post.run(listener.intake.handle_waiting())

    assert listener.heard == []
