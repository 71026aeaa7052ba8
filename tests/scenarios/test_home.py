"""Help, privacy, language, silence, one's own data and its removal."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.records.person import Role
from bot.simulator.cast import Player
from tests.town import NETWORK, Town, tells


def _comes(player: Player) -> None:
    player.taps("Anmäl mig")
    tells(player, "Vegetariskt")
    player.taps("Nej tack")


def test_help_shows_what_one_may_do(town: Town) -> None:
    """A member sees her commands, an organiser also hers."""
    karin, sara = town.organiser(), town.member("Sara Lind")

    sara.writes("/hjalp")
    karin.writes("/hjalp")

    sara.sees("/moten", "/stopp", "/radera", "kultur@region.example")
    assert "/ny" not in sara.last.text
    karin.sees("/ny", "/utkast", "/lank")


@pytest.mark.parametrize("command", ["/integritet", "/privacy"])
def test_privacy_says_who_why_and_how_long(town: Town, command: str) -> None:
    """Anyone may ask, also a stranger."""
    nils = town.stranger("Nils")

    nils.writes(command)

    nils.sees("Region Storsjön ansvarar för dina uppgifter", "imy.se", "Telegram", "/radera")
    nils.sees("dagar efter mötet")


def test_privacy_of_a_public_body_names_its_decision(tmp_path: Path) -> None:
    """An authority erases by its own decision, and says which."""
    decision = "Dnr 2026/17, dokumenthanteringsplan"
    network = {**NETWORK, "kind": "myndighet", "gallring": decision}
    town = Town(tmp_path, network=network)
    nils = town.stranger("Nils")

    nils.writes("/integritet")

    nils.sees("myndighet", decision)
    assert [] == town.complaints()
    town.close()


@pytest.mark.parametrize(
    ("button", "promise", "meetings"),
    [
        ("English", "I will write to you in English from now on.", "There are no meetings"),
        ("suomi", "suomeksi", "tapaami"),
        ("svenska", "Nu skriver jag till dig på svenska.", "Just nu finns inga möten"),
    ],
)
def test_the_bot_speaks_ones_own_language(
    town: Town, button: str, promise: str, meetings: str
) -> None:
    """The answer and everything after it come in the chosen language."""
    sara = town.member("Sara Lind")
    sara.writes("/sprak")

    sara.taps(button)
    sara.sees(promise)
    sara.writes("/moten")

    assert meetings in sara.last.text


def test_each_is_written_to_in_her_own_language(town: Town) -> None:
    """One invitation goes out in as many languages as there are readers."""
    sara, aino = town.member("Sara Lind"), town.member("Aino Laine")
    aino.writes("/sprak")
    aino.taps("English")
    town.announces(town.organiser())

    sara.sees_button("Anmäl mig")
    aino.sees_button("Register")


def test_stop_is_silence_in_one_step(town: Town) -> None:
    """After /stopp nothing comes unasked; the registration still stands."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _comes(sara)

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
    _comes(sara)

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
    _comes(sara)
    sara.blocks()
    town.announces(karin, title="Höstmötet")
    town.moves(days=1)
    sara.unblocks()
    sara.sees_nothing()

    town.arrives(date(2026, 12, 4), "17:05")

    sara.sees("Vi ses i morgon")
    assert not [m for m in town.telegram.history(sara.place) if m.text.startswith("Höstmötet")]


def test_my_data_is_readable_and_a_file(town: Town) -> None:
    """The chat shows the main things, the file everything but what she told about her health."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser())
    _comes(sara)
    ahmed.taps("Anmäl mig")

    sara.writes("/minadata")
    sara.sees("Namn: Sara Lind", "Bräcke amatörteater", "du är anmäld")

    whole = json.loads(sara.document(".json"))
    assert "Sara Lind" == whole["person"]["name"]
    assert sara.user.id == whole["person"]["telegram_id"]
    assert "Dialogträff om kulturplanen" == whole["about_you"]["registration"][0]["meeting"]
    assert "Ahmed" not in json.dumps(whole)
    assert "vegetarian" not in json.dumps(whole)


def test_a_stranger_has_no_data(town: Town) -> None:
    """One the bot does not know hears just that."""
    nils = town.stranger("Nils")

    for command in ("/minadata", "/radera", "/stopp"):
        nils.writes(command)
        nils.sees("Jag har inte sparat något om dig")


def test_erasing_offers_the_seat_on_and_says_the_last_word_j1_j2(town: Town) -> None:
    """The seat goes to the next in line, the name is gone, the receipt is the last message."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin, seats=1)
    _comes(sara)
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
    _comes(sara)
    town.arrives(date(2026, 11, 28), "08:05")

    karin.sees("Kommer: 1")


def test_meetings_are_listed_with_ones_own_answer(town: Town) -> None:
    """/moten shows what lies ahead and how one stands."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    town.announces(karin, title="Höstmötet")
    sara.taps("Kan inte komma")

    sara.writes("/moten")

    sara.sees("Dialogträff om kulturplanen", "du har inte svarat", "Höstmötet", "du kan inte komma")
    sara.taps("Dialogträff om kulturplanen")
    sara.sees_button("Anmäl mig", message=sara.last)


def test_a_meeting_that_was_held_is_not_ahead(town: Town) -> None:
    """The list holds only what can still be attended."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    town.arrives(date(2026, 12, 6), "12:00")

    sara.writes("/moten")

    sara.sees("Just nu finns inga möten")


def test_needs_are_gone_a_week_after_the_meeting_j4(town: Town) -> None:
    """What she told about food is erased; that she came is not."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    _comes(sara)

    town.arrives(date(2026, 12, 14), "12:00")
    sara.writes("/minadata")

    whole = json.loads(sara.document(".json"))
    assert [] == whole["food_and_needs"]
    assert "going" == whole["about_you"]["registration"][0]["standing"]


def test_a_member_changes_her_name_and_her_association(town: Town) -> None:
    """What is saved about her can be put right by herself, at any time."""
    sara = town.member("Sara Lind")
    sara.writes("/minadata")
    sara.taps("Byt namn")
    sara.writes("Sara Lindgren")
    sara.sees("från och med nu heter du Sara Lindgren här")
    sara.writes("/minadata")

    sara.taps("Byt förening")
    sara.taps("Ås byalag")
    sara.writes("/minadata")

    sara.sees("Namn: Sara Lindgren", "Förening: Ås byalag")
