"""Sharing a meeting into any chat: asked for by the bot's name, posted by a person, kept true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.records.meeting import Status
from bot.simulator.cast import Player
from bot.simulator.chats import Chat
from bot.simulator.sharing import follows_button, inquires, picks
from bot.simulator.transcript import transcript
from tests.town import SATURDAY, Town


@dataclass
class Choir:
    """A group that the bot is not in, with two members and Nils, whom the bot does not know."""

    chat: Chat
    sara: Player
    ahmed: Player
    nils: Player


@pytest.fixture
def choir(town: Town) -> Choir:
    """Let the three have a group of their own."""
    people = town.member("Sara Lind"), town.member("Ahmed Ali"), town.stranger("Nils Berg")
    chat = town.telegram.add_group("Kören", [player.user for player in people])
    return Choir(chat, *people)


def _card(town: Town, choir: Choir) -> str:
    return town.telegram.history(choir.chat)[-1].text


def test_a_member_shares_a_meeting_and_another_registers_there(town: Town, choir: Choir) -> None:
    """The card is Sara's own message; Ahmed's tap counts, and the card follows."""
    karin, sara, ahmed = town.organiser(), choir.sara, choir.ahmed
    town.announces(karin, seats=3)

    card = sara.shares("Dialogträff om kulturplanen", choir.chat, "kulturplan")
    ahmed.taps("Anmäl mig", message=card)
    ahmed.sees_toast("Du är anmäld! Jag har skrivit till dig i en privat chatt.")
    ahmed.sees("Vad roligt att du vill komma!")
    town.moves(seconds=5)

    assert "1 anmäld, 2 platser kvar" in _card(town, choir)
    assert "Ahmed" not in _card(town, choir)
    assert "Sara genom boten" in transcript(town.telegram, choir.chat)


def test_a_shared_card_is_true_without_a_tap(town: Town, choir: Choir) -> None:
    """Someone registers elsewhere and the card counts along; when it is cancelled, it says so."""
    karin, sara, ahmed = town.organiser(), choir.sara, choir.ahmed
    meeting = town.announces(karin)
    sara.shares("Dialogträff", choir.chat)

    ahmed.taps("Anmäl mig")
    town.moves(seconds=5)
    assert "1 anmäld" in _card(town, choir)
    town.presses(karin, f"meet:{meeting.id}:cancel:yes")
    town.moves(minutes=2)

    assert "Inställt: Dialogträff om kulturplanen" in _card(town, choir)
    assert not town.telegram.history(choir.chat)[-1].keyboard


def test_without_feedback_the_first_tap_tells_of_the_card(town: Town, choir: Choir) -> None:
    """If /setinlinefeedback is off, the card is true from the first time a member taps it."""
    karin, sara, ahmed = town.organiser(), choir.sara, choir.ahmed
    town.announces(karin)
    town.telegram.inline_feedback = False
    card = sara.shares("Dialogträff", choir.chat)

    ahmed.taps("Anmäl mig", message=card)
    town.moves(seconds=5)

    assert "1 anmäld" in _card(town, choir)


def test_many_taps_are_one_edit(town: Town) -> None:
    """Ten who register in the same second change the card once, as in a group."""
    karin = town.organiser()
    people = [town.member(f"Medlem {number}") for number in range(10)]
    choir = town.telegram.add_group("Kören", [player.user for player in people])
    town.announces(karin)
    card = people[0].shares("Dialogträff", choir)
    town.moves(seconds=5)

    for player in people:
        town.telegram.taps(player.user, card, card.buttons[0])
    town.settle()
    town.moves(seconds=10)

    edits = [c for c in town.telegram.changes.all if c.kind == "edited" and c.chat_id == choir.id]
    assert "10 anmälda" in town.telegram.history(choir)[-1].text
    assert 1 == len(edits)


def test_a_stranger_is_led_in_from_the_card(town: Town, choir: Choir) -> None:
    """The tap opens the private chat, and ends at the meeting she wanted."""
    karin, sara, nils = town.organiser(), choir.sara, choir.nils
    town.announces(karin)
    card = sara.shares("Dialogträff", choir.chat)

    nils.taps("Anmäl mig", message=card)
    nils.sees("Vad heter du?")
    nils.writes("Nils Berg")
    nils.taps("Ås byalag")

    nils.sees("Dialogträff om kulturplanen")
    nils.sees_button("Anmäl mig")


def test_a_stranger_is_offered_nothing_but_the_door(town: Town, choir: Choir) -> None:
    """What is on in the network is for its members; the button leads to the private chat."""
    karin, nils = town.organiser(), choir.nils
    town.announces(karin)

    asked = nils.inquires("dialog", chat=choir.chat)

    assert [] == asked.results
    assert "Bara medlemmar kan dela. Öppna boten" == asked.button["text"]
    nils.looks_away()
    follows_button(town.telegram, asked)
    town.settle()
    nils.sees("Kulturnätet")


def test_a_forged_tap_leads_a_stranger_to_no_meeting_g1(town: Town, choir: Choir) -> None:
    """Only the meeting that the card shows opens its door; another number gives the plain one."""
    karin, sara, nils = town.organiser(), choir.sara, choir.nils
    town.announces(karin)
    secret = town.announces(karin, title="Styrelsemöte")
    card = sara.shares("Dialogträff", choir.chat)

    nils.forges(f"come:{secret.id}:yes", message=card)

    assert "Styrelsemöte" not in nils.chat()


def test_a_members_forged_tap_does_not_change_a_card_g1(town: Town, choir: Choir) -> None:
    """The card stays the meeting's that was posted."""
    karin, sara, ahmed = town.organiser(), choir.sara, choir.ahmed
    town.announces(karin)
    other = town.announces(karin, title="Styrelsemöte")
    card = sara.shares("Dialogträff", choir.chat)

    ahmed.forges(f"come:{other.id}:yes", message=card)
    town.moves(seconds=5)

    assert "Dialogträff om kulturplanen" in _card(town, choir)


def test_what_is_offered_is_what_is_coming(town: Town, choir: Choir) -> None:
    """Drafts, cancelled and past meetings are not; words choose among the others."""
    karin, sara = town.organiser(), choir.sara
    town.drafts(karin, title="Hemligt utkast")
    town.drafts(karin, title="Inställd träff", status=Status.CANCELLED)
    town.drafts(karin, title="Körens möte", status=Status.ANNOUNCED)
    town.drafts(karin, title="Teaterträff", status=Status.ANNOUNCED)

    def titles(words: str) -> list[object]:
        return [one["title"] for one in sara.inquires(words, chat=choir.chat).results]

    assert ["Körens möte", "Teaterträff"] == titles("")
    assert ["Teaterträff"] == titles("TRÄFF bangårdsgatan")
    assert [] == titles("båtmässa")
    nothing = sara.inquires("båtmässa", chat=choir.chat)
    assert "Inget möte passar. Öppna boten" == nothing.button["text"]
    town.arrives(SATURDAY + timedelta(days=1), "12:00")
    assert [] == titles("")


def test_three_hundred_meetings_come_twenty_at_a_time(town: Town, choir: Choir) -> None:
    """Telegram takes fifty at most; a client asks for the next as one scrolls."""
    karin, sara = town.organiser(), choir.sara
    for number in range(45):
        town.drafts(karin, title=f"Möte {number}", status=Status.ANNOUNCED)

    first = sara.inquires("", chat=choir.chat)
    last = sara.inquires("", chat=choir.chat, offset="40")

    assert (20, "20") == (len(first.results), first.next_offset)
    assert (5, "") == (len(last.results), last.next_offset)
    assert 20 == len(sara.inquires("", chat=choir.chat, offset="x;--").results)


def test_a_card_shared_in_the_bots_own_chat_is_no_invitation_to_read(town: Town) -> None:
    """What an organiser posts by way of the bot is not taken for a pasted invitation."""
    karin = town.organiser()
    town.announces(karin)
    karin.looks_away()

    karin.shares("Dialogträff", karin.place)

    karin.sees_nothing()


def test_the_card_speaks_the_networks_language(town: Town, choir: Choir) -> None:
    """The list is in the asker's own, the card in everyone's."""
    karin, sara = town.organiser(), choir.sara
    town.announces(karin)
    with town.store.transaction() as session:
        town.row(session, sara).language = "fi"

    asked = sara.inquires("", chat=choir.chat)
    picks(town.telegram, asked, str(asked.results[0]["id"]))

    assert "lauantai" in str(asked.results[0]["description"])
    assert "lördag 5 december" in _card(town, choir).replace("\u00a0", " ")


def test_one_the_bot_may_not_write_to_is_led_to_the_chat(town: Town, choir: Choir) -> None:
    """Silent or blocked, she comes to the meeting in private instead of being left in doubt."""
    karin, sara, ahmed = town.organiser(), choir.sara, choir.ahmed
    town.announces(karin)
    card = sara.shares("Dialogträff", choir.chat)
    ahmed.blocks()

    ahmed.taps("Anmäl mig", message=card)

    ahmed.sees("Dialogträff om kulturplanen")
    ahmed.sees_button("Anmäl mig", message=ahmed.last)


def test_a_card_that_was_deleted_is_not_tried_for_ever(town: Town, choir: Choir) -> None:
    """Telegram says that it is not there, and nothing more is spent on it."""
    karin, sara, ahmed = town.organiser(), choir.sara, choir.ahmed
    town.announces(karin)
    card = sara.shares("Dialogträff", choir.chat)
    town.moves(seconds=5)
    town.telegram.remove(card)
    ahmed.taps("Anmäl mig")
    town.moves(seconds=5)
    calls = len(town.telegram.log)

    sara.taps("Anmäl mig")
    town.moves(seconds=5)

    edits = [c for c in list(town.telegram.log)[calls:] if "inline_message_id" in c.params]
    assert [] == edits


def test_a_change_of_the_meeting_reaches_the_shared_card(town: Town, choir: Choir) -> None:
    """Also after a restart; what waits in the outbox is sent by the next process."""
    karin, sara = town.organiser(), choir.sara
    meeting = town.announces(karin)
    sara.shares("Dialogträff", choir.chat)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes("Storsjöteatern, Rådhusgatan 48")

    town.restarts()
    town.moves(minutes=1)

    assert "Storsjöteatern" in _card(town, choir)


def test_the_bot_is_asked_for_only_where_it_may_be(town: Town, choir: Choir) -> None:
    """A bot or a channel is nobody, and is offered nothing."""
    karin = town.organiser()
    town.announces(karin)

    asked = inquires(town.telegram, town.telegram.bot, "dialog", choir.chat)
    town.settle()

    assert [] == asked.results
