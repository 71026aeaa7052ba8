"""Help, privacy, language, silence, one's own data and its removal."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.records.person import Role
from tests.town import NETWORK, Town, comes


def test_help_shows_what_one_may_do(town: Town) -> None:
    """A member sees her commands, an organiser also hers; who may read the log is told how."""
    karin, sara = town.organiser(role=Role.ORGANISER), town.member("Sara Lind")
    eva = town.organiser("Eva Ek", Role.ADMIN)

    sara.writes("/hjalp")
    karin.writes("/hjalp")

    sara.sees("/moten", "/stopp", "/radera", "kultur@region.example")
    assert "/ny" not in sara.last.text
    karin.sees("/ny", "/utkast", "/lank")
    assert "/logg" not in karin.last.text
    eva.writes("/hjalp")
    eva.sees("/ny", "/logg – se vem som har gjort vad")


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


def test_my_data_is_readable_and_a_file(town: Town) -> None:
    """The chat shows the main things, the file everything but what she told about her health."""
    sara, ahmed = town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(town.organiser())
    comes(sara, "Vegetariskt")
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
    comes(sara, "Vegetariskt")

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
