"""A card that stands is redrawn in its place, once, or let go."""

from __future__ import annotations

from bot.records.card import Card, CardKind
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.store import outbox
from tests.wires.post import MORNING, PARKED, REPEATED, Post


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
