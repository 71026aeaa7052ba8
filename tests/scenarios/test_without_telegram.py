"""People who are not on Telegram, and those who speak for them."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.simulator.cast import Player
from bot.store import meetings
from bot.turn import Turn
from bot.words.message import Button, Message
from tests.town import Town, comes


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


def _registered(town: Town, meeting: Meeting, person_id: int, by: Player | None) -> None:
    """Write someone without Telegram in at a meeting."""
    with town.store.transaction() as session:
        now = town.clock.now()
        facts = {"meeting_id": meeting.id, "person_id": person_id, "created_at": now}
        whose = {"registered_by": town.row(session, by).id if by else None, "changed_at": now}
        session.add(Registration.model_validate({"standing": Standing.GOING, **facts, **whose}))


def _moves_to(town: Town, karin: Player, meeting: Meeting, place: str) -> None:
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes(place)
    town.moves(minutes=2)


def test_the_organiser_gets_one_text_for_all_she_entered(town: Town) -> None:
    """After a change stand the names, how each is reached, and the text to send on."""
    karin = town.organiser()
    meeting = town.announces(karin)
    for name, how in (("Märta Dahl", {"phone": "070-1"}), ("Olle Ek", {"email": "olle@x.example"})):
        _registered(town, meeting, town.has_no_telegram(name, karin, **how), None)
    _registered(town, meeting, town.has_no_telegram("Per Ås", karin), None)
    karin.looks_away()

    _moves_to(town, karin, meeting, "Storsjöteatern, Östersund")

    karin.sees(
        "3 personer har inte Telegram. Skicka gärna det här vidare till:",
        "Märta Dahl: 070-1",
        "Olle Ek: olle@x.example",
        "Per Ås (kontaktuppgift saknas)",
        "Ny plats: Storsjöteatern",
    )
    assert 1 == _count(town, karin, "har inte Telegram")


def _count(town: Town, player: Player, words: str) -> int:
    texts = town.telegram.chat(player.user).messages.values()
    return sum(one.from_bot and words in one.text for one in texts)


def test_a_member_finds_her_colleagues_in_her_own_message(town: Town) -> None:
    """She is told whom it also concerns; the organiser is not bothered."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    for name in ("Märta Dahl", "Olle Ek"):
        _registered(town, meeting, town.has_no_telegram(name, sara), sara)

    _moves_to(town, karin, meeting, "Storsjöteatern, Östersund")

    sara.sees("Ny plats", "Det här gäller också Märta Dahl och Olle Ek.")
    assert 0 == _count(town, karin, "har inte Telegram")
    town.arrives(date(2026, 12, 4), "17:05")
    sara.sees("Vi ses i morgon", "Det här gäller också Märta Dahl och Olle Ek.")


def test_a_member_who_does_not_come_herself_gets_the_text_for_her_colleague(town: Town) -> None:
    """She registered a colleague and stays at home: the text comes ready to be passed on."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    marta = town.has_no_telegram("Märta Dahl", sara, phone="070-1")
    _registered(town, meeting, marta, sara)

    _moves_to(town, karin, meeting, "Storsjöteatern, Östersund")

    sara.sees("1 person har inte Telegram", "Märta Dahl: 070-1", "Ny plats: Storsjöteatern")
    assert 0 == _count(town, karin, "har inte Telegram")


def test_a_member_who_is_silent_leaves_her_colleague_to_the_organiser(town: Town) -> None:
    """Someone must be able to tell Märta."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    marta = town.has_no_telegram("Märta Dahl", sara, phone="070-1")
    _registered(town, meeting, marta, sara)
    sara.writes("/stopp")

    _moves_to(town, karin, meeting, "Storsjöteatern, Östersund")

    karin.sees("Märta Dahl: 070-1", "Ny plats: Storsjöteatern")


def test_an_invitation_reaches_those_the_organiser_entered(town: Town) -> None:
    """They are members too; a member's colleague is hers to ask."""
    karin, eva, sara = town.organiser(), town.organiser("Eva Strand"), town.member("Sara Lind")
    town.has_no_telegram("Märta Dahl", karin, phone="070-1")
    town.has_no_telegram("Olle Ek", sara)

    town.announces(karin)
    town.moves(minutes=1)

    assert 1 == _count(town, karin, "Märta Dahl: 070-1")
    assert 0 == _count(town, karin, "Olle Ek") + _count(town, eva, "har inte Telegram")
    assert 0 == _count(town, sara, "Olle Ek")


def test_a_long_agenda_comes_beside_the_names(town: Town) -> None:
    """Where one message is too small the names come first, and then the text by itself."""
    karin = town.organiser()
    meeting = town.drafts(karin)
    with town.store.transaction() as session:
        points = [
            AgendaItem(meeting_id=meeting.id, position=n, title=f"Punkt {n} {'x' * 90}")
            for n in range(36)
        ]
        meetings.replace_agenda(session, meeting.id, points)
    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)
    _registered(town, meeting, town.has_no_telegram("Märta Dahl", karin, phone="070-1"), None)

    town.arrives(date(2026, 11, 28), "10:05")

    assert 1 == _count(town, karin, "1 person har inte Telegram. Skicka gärna det här vidare till:")
    assert 1 == _count(town, karin, "här är dagordningen")
