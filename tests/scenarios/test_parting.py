"""One who stops, comes back or is erased: her seat goes on, and the network lives."""

from __future__ import annotations

from datetime import date

import pytest

from bot.records.person import Role
from tests.town import Town, comes


def test_stop_is_silence_in_one_step(town: Town) -> None:
    """After /stopp nothing comes unasked; the registration still stands."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara, "Vegetariskt")

    sara.writes("/stopp")
    sara.sees("Jag skriver inte till dig längre", "Dina anmälningar gäller fortfarande")
    sara.looks_away()
    town.arrives(date(2026, 12, 8), "12:00")

    sara.sees_nothing()
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Sara Lind")


def test_an_organiser_who_stops_still_does_her_work(town: Town) -> None:
    """She gets no invitations from others, but the list for the meeting she looks after."""
    karin, eva, sara = town.organiser(), town.organiser("Eva Strand"), town.member("Sara Lind")
    karin.writes("/stopp")
    karin.looks_away()
    town.announces(eva)
    karin.sees_nothing()
    comes(sara, "Vegetariskt")

    town.arrives(date(2026, 11, 28), "08:05")

    karin.sees("Kommer: 1")


@pytest.mark.parametrize("way", ["button", "start"])
def test_one_can_come_back(town: Town, way: str) -> None:
    """The button or /start opens again, and the next invitation arrives."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    sara.writes("/stopp")
    if way == "button":
        sara.taps("Skriv till mig igen")
    else:
        sara.starts()
        sara.sees("Du har bett mig att inte skriva till dig")
        sara.taps("Ja, gärna")
    sara.sees("berättar jag om möten igen")

    town.announces(karin)

    sara.sees("Dialogträff om kulturplanen")


def test_one_who_stays_silent_stays_so(town: Town) -> None:
    """A no to coming back changes nothing."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    sara.writes("/stopp")
    sara.starts()
    sara.taps("Nej, var tyst")
    sara.looks_away()

    town.announces(karin)

    sara.sees_nothing()


def test_one_who_blocked_and_came_back_gets_only_what_is_new_i2(town: Town) -> None:
    """Nothing stale arrives after unblocking; the next reminder does."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    comes(sara, "Vegetariskt")
    sara.blocks()
    town.announces(karin, title="Höstmötet")
    town.moves(days=1)
    sara.unblocks()
    sara.sees_nothing()

    town.arrives(date(2026, 12, 4), "17:05")

    sara.sees("Vi ses i morgon")
    assert not [m for m in town.telegram.history(sara.place) if m.text.startswith("Höstmötet")]


def test_erasing_offers_the_seat_on_and_says_the_last_word_j1_j2(town: Town) -> None:
    """The seat goes to the next in line, the name is gone, the receipt is the last message."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin, seats=1)
    comes(sara, "Vegetariskt")
    ahmed.taps("Anmäl mig")

    sara.writes("/radera")
    sara.sees("Det går inte att ångra", "Du förlorar också din plats på 1 kommande möte")
    sara.taps("Ja, ta bort det")

    ahmed.sees("En plats är ledig")
    town.arrives(date(2026, 12, 8), "12:00")
    assert sara.last.text.startswith("Allt om dig är borta")
    town.presses(karin, f"meet:{meeting.id}:desk")
    assert "Sara" not in karin.last.text


def test_erasing_while_the_invitation_waits_j1(town: Town) -> None:
    """One who erases herself before the invitation leaves does not get it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.member("Nils Berg")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:send")

    sara.writes("/radera")
    sara.taps("Ja, ta bort det")
    town.moves(minutes=5)

    assert sara.last.text.startswith("Allt om dig är borta")


def test_one_can_keep_everything(town: Town) -> None:
    """A no leaves it all as it was."""
    sara = town.member("Sara Lind")
    sara.writes("/radera")

    sara.taps("Nej, behåll det")
    sara.sees("Inget är borttaget")
    sara.writes("/minadata")

    sara.sees("Sara Lind")


def test_an_erased_person_is_a_stranger(town: Town) -> None:
    """Old buttons lead to the door and nothing else."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    sara.writes("/radera")
    sara.taps("Ja, ta bort det")

    sara.taps("Anmäl mig")

    sara.sees("behöver du en länk")


def test_the_last_owner_cannot_vanish_g8(town: Town) -> None:
    """Someone must be in charge; she is told how to hand over."""
    karin = town.organiser()

    karin.writes("/radera")

    karin.sees_no_button("Ja, ta bort det")
    karin.sees("Låt någon annan ta över först")


def test_an_organiser_may_be_erased_and_her_meeting_lives(town: Town) -> None:
    """The meeting she announced is held, and others look after it."""
    karin, eva = town.organiser(), town.organiser("Eva Strand", Role.ORGANISER)
    sara = town.member("Sara Lind")
    town.announces(eva)

    eva.writes("/radera")
    eva.taps("Ja, ta bort det")
    eva.sees("Allt om dig är borta")
    comes(sara, "Vegetariskt")
    town.arrives(date(2026, 11, 28), "08:05")

    karin.sees("Kommer: 1")
