"""People who are not on Telegram, and those who speak for them."""

from __future__ import annotations

from sqlmodel import select

from bot.records.outgoing import Outgoing
from bot.records.person import Person
from bot.turn import Turn
from bot.words.message import Button, Message
from tests.town import Town


def test_what_concerns_someone_without_telegram_is_passed_on(town: Town) -> None:
    """The one who entered her gets the text, ready to be sent on, and how she is reached."""
    sara = town.member("Sara Lind")
    marta = town.has_no_telegram("Märta Dahl", sara, phone="070-123 45 67")

    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        person = session.get_one(Person, marta)
        turn.tell(person, Message("Mötet är <b>flyttat</b>.", ((Button("Visa", "come:1:show"),),)))
    town.settle()

    sara.sees(
        "Märta Dahl har inte Telegram. Skicka gärna det här vidare:",
        "Telefon: 070-123 45 67.",
        "Mötet är flyttat.",
    )


def test_nobody_is_written_to_on_behalf_of_someone_nobody_speaks_for(town: Town) -> None:
    """Without anyone to pass it on, nothing is queued to a chat that is not there."""
    sara = town.member("Sara Lind")
    marta = town.has_no_telegram("Märta Dahl", sara)
    with town.store.transaction() as session:
        town.row(session, sara).stopped_at = town.clock.now()

    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        turn.tell(session.get_one(Person, marta), Message("Hej"))

    with town.store.reading() as session:
        assert not session.exec(select(Outgoing)).all()
