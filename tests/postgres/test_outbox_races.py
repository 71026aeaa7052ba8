"""What one process writes while another is sending is neither lost nor sent against its will."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Session, select

from bot.records.outgoing import Outgoing
from bot.store import claims, outbox
from bot.store.engine import Store
from tests.store.test_outbox import NOW, OLD, ROOM, add_card, row


def while_sending(store: Store, deed: Callable[[Session], object]) -> None:
    """Let a process begin its deed when the sender has taken all rows but not committed yet."""

    def does() -> None:
        with store.transaction() as session:
            deed(session)

    with ThreadPoolExecutor(1) as other:
        with store.transaction() as session:
            assert claims.claim(session, NOW, ROOM, busy=[]).rows
            done = other.submit(does)
            threading.Event().wait(0.2)
            assert not done.done()
        done.result(5)


def rows(store: Store) -> list[tuple[str, bool, object]]:
    """How the rows stand, in order."""
    with store.reading() as session:
        found = session.exec(select(Outgoing).order_by(Outgoing.id)).all()  # type: ignore[arg-type]
        return [(one.status.value, one.is_unwanted, one.content.get("text")) for one in found]


def look(text: str) -> Outgoing:
    """A card's look."""
    drawn = row(OLD)
    drawn.card_id, drawn.content = 1, {"text": text}
    return drawn


def test_a_new_look_is_not_put_in_a_row_that_has_left(store: Store) -> None:
    """The card is edited when its older look is on the wire, or the new one would never show."""
    with store.transaction() as session:
        add_card(session, 1, OLD)
        outbox.redraw(session, look("1 anmäld"))

    while_sending(store, lambda session: outbox.redraw(session, look("2 anmälda")))

    assert rows(store) == [("sending", False, "1 anmäld"), ("queued", False, "2 anmälda")]


def test_what_leaves_while_it_is_withdrawn_is_not_tried_again(store: Store) -> None:
    """A row is either taken back or known to be unwanted, whichever came first."""
    with store.transaction() as session:
        notice = row(key="notice:1")
        notice.broadcast_id = 3
        outbox.queue(session, notice)

    while_sending(store, lambda session: outbox.withdraw(session, broadcast_id=3))

    assert rows(store) == [("sending", True, "hej")]
