"""Pictures come as pictures, with words that say the same."""

from __future__ import annotations

from bot.exports import pictures
from bot.exports.pictures import Bars
from bot.turn import Turn
from bot.words.message import File, Message
from tests.town import Town


def test_a_picture_is_shown_and_said(town: Town) -> None:
    """It is sent as a photo, and its words stand under it."""
    sara = town.member("Sara Lind")
    drawn = pictures.bars(Bars("Vilka saknas?", "", (("Kommuner", 1, 2, "1 av 2"),)))

    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        file = File("bild.png", "image/png", drawn)
        turn.tell(town.row(session, sara), Message("Kommuner: 1 av 2", file=file))
    town.settle()

    sara.sees("Kommuner: 1 av 2")
    assert sara.last.kind == "photo"
    assert sara.last.document is not None
    assert sara.last.document.content == drawn


def test_a_caption_too_long_for_a_picture_is_said_before_it_b12(town: Town) -> None:
    """Nothing of the words is lost."""
    sara = town.member("Sara Lind")
    words = "Kommuner: 1 av 2. " * 80

    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        file = File("bild.png", "image/png", b"\x89PNG")
        turn.tell(town.row(session, sara), Message(words, file=file))
    town.settle()

    assert sara.last.kind == "photo"
    sara.sees("Kommuner: 1 av 2. Kommuner: 1 av 2.")
