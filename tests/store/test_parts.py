"""A message longer than Telegram takes is several rows, each with its own fate."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import col, select

from bot.records.agenda import AgendaItem
from bot.records.outgoing import Lane, OnDoubt, Outgoing
from bot.rules import lengths
from bot.store import claims, deliveries, outbox, outcomes, parts
from bot.store.engine import Store
from bot.store.outcomes import Delivered, Refused, Settled
from tests.town import Town

NOON = datetime(2027, 2, 13, 11, tzinfo=UTC)
LONG = "\n\n".join(f"<b>Punkt {n}</b> {'kultur ' * 60}" for n in range(25))
KEYS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "x:1:y"}]]}


def row(text: str, **facts: object) -> Outgoing:
    """Make a row that says something, with a button."""
    usual: dict[str, object] = {
        "chat_id": 2**33,
        "method": "sendMessage",
        "content": {"text": text, "parse_mode": "HTML", "reply_markup": KEYS},
        "key": "agenda:1:7",
        "lane": Lane.NOTICE,
        "not_before": NOON,
        "created_at": NOON,
    }
    return Outgoing.model_validate({**usual, **facts})


def test_each_part_has_its_own_key_and_the_last_the_buttons_b12() -> None:
    """They go in order, and only the last can be answered."""
    made = parts.of(row(LONG))

    assert ["agenda:1:7", "agenda:1:7#2", "agenda:1:7#3"] == [one.key for one in made]
    assert [True, True, False] == [one.is_part for one in made]
    assert [False, False, True] == ["reply_markup" in one.content for one in made]
    assert all(lengths.units(str(one.content["text"])) <= 4_500 for one in made)
    assert all(one.content["parse_mode"] == "HTML" for one in made)


def test_a_short_message_and_a_card_are_one_row_b12() -> None:
    """A card is one message that is edited, so its view keeps it short."""
    short, card = row("Hej"), row(LONG, card_id=1)

    assert [short] == parts.of(short)
    assert [card] == parts.of(card)


def test_an_edit_keeps_its_message_and_the_rest_is_said_b12() -> None:
    """Only one message can be put in the place of another."""
    first, *rest = parts.of(
        row(LONG, method="editMessageText", on_doubt=OnDoubt.REPEAT, key=None).model_copy(
            update={"content": {"text": LONG, "message_id": 5, "reply_markup": KEYS}}
        )
    )

    assert ("editMessageText", 5, OnDoubt.REPEAT) == (
        first.method,
        first.content["message_id"],
        first.on_doubt,
    )
    assert "reply_markup" not in first.content
    assert {("sendMessage", OnDoubt.RESEND, None)} == {(o.method, o.on_doubt, o.key) for o in rest}
    assert not any("message_id" in one.content for one in rest)


def test_a_long_caption_is_said_before_its_file_b12() -> None:
    """A file has room for 1,024 units; the file comes last, with the buttons."""
    file = {"name": "mote.ics", "kind": "text/calendar", "base64": ""}
    content = {"caption": "x" * 1_025, "document": file, "reply_markup": KEYS}

    text, document = parts.of(row("", method="sendDocument", content=content))

    assert ("sendMessage", "x" * 1_025) == (text.method, text.content["text"])
    assert ("sendDocument", "", file) == (
        document.method,
        document.content["caption"],
        document.content["document"],
    )
    fits = row("", method="sendDocument", content={**content, "caption": "x" * 1_024})
    assert [fits] == parts.of(fits)


def test_the_parts_leave_in_order_and_count_as_one_b12(store: Store) -> None:
    """However many rows it takes, it is one message to one person, and written once."""
    made = [row(LONG, key=f"x:{n}", chat_id=2**33 + n, broadcast_id=1) for n in range(2)]

    with store.transaction() as session:
        first = outbox.queue_many(session, made)
        again = outbox.queue_many(session, [row(LONG, key="x:0", broadcast_id=1)])
        outbox.queue(session, row(LONG, key="alone"))
        twice = outbox.queue(session, row(LONG, key="alone"))

    assert (2, 0, False) == (first, again, twice)
    with store.reading() as session:
        assert 2 == deliveries.progress(session, 1).left
        keys = session.exec(select(Outgoing.key).order_by(col(Outgoing.id))).all()
    assert ["x:0", "x:0#2", "x:0#3", "x:1"] == list(keys)[:4]
    assert ["alone", "alone#2", "alone#3"] == list(keys)[-3:]


def test_a_part_that_is_refused_does_not_drop_the_rest_b12(store: Store) -> None:
    """The parts leave one after the other, whatever becomes of each."""
    left = []
    with store.transaction() as session:
        outbox.queue(session, row(LONG))
    for outcome in (Delivered(1), Refused("refused: too odd"), Delivered(3)):
        with store.transaction() as session:
            taken = claims.claim(session, NOON, {Lane.PERSON: 9, Lane.NOTICE: 9}, ())
            (one,) = taken.rows
            left.append(str(one.content["text"])[3:10])
        with store.transaction() as session:
            outcomes.settle(session, [Settled(one.id, outcome)], NOON, lambda *_: None)

    assert ["Punkt 0", "Punkt 9", "Punkt 1"] == left


def test_a_long_agenda_is_read_to_its_end_b12(tmp_path: Path) -> None:
    """A member who asks for a long agenda gets all of it, in order, and the house goes on."""
    town = Town(tmp_path)
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    with town.store.transaction() as session:
        for n in range(60):
            title = f"Punkt {n}: " + "frågor till regionen om kulturplanen " * 5
            session.add(AgendaItem(meeting_id=meeting.id, position=n, title=title))

    town.presses(sara, f"come:{meeting.id}:agenda")

    said = [one.text for one in town.telegram.history(sara.place) if "Punkt" in one.text]
    town.close()
    assert len(said) > 2
    assert all(f"Punkt {n}:" in "\n".join(said) for n in range(60))
