"""Coming in: the link, the name, the association."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.deeds import admitting
from bot.records.admission import AdmissionKind
from bot.turn import Turn
from tests.town import ASSOCIATIONS, Town


def test_a_member_comes_in_with_a_name_and_an_association(town: Town) -> None:
    """The link, a name and a tap on the association are all it takes."""
    sara = town.stranger("Sara Lind")

    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.sees("Region Storsjön ansvarar för det jag sparar", "Vad heter du?")
    sara.writes("Sara Lind")
    sara.sees("Vilken förening eller organisation kommer du från?")
    sara.taps("Kören Vid sjön")

    sara.sees("Tack Sara Lind, nu är allt klart!")


def test_the_name_in_telegram_is_offered_as_a_button(town: Town) -> None:
    """One who is called the same in Telegram need not write her name."""
    sara = town.stranger("Sara")

    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.taps("Sara")

    sara.sees("Trevligt att träffas, Sara!")


def test_the_first_organiser_claims_the_bot(town: Town) -> None:
    """The link from the console makes its user the organiser, and says what to do first."""
    karin = town.joins("Karin Ek", AdmissionKind.OWNER, "Jag är privatperson")

    karin.writes("/ny")

    karin.sees("Klistra in inbjudan")


def test_a_few_letters_find_the_association(town: Town) -> None:
    """Searching forgives capitals and only needs a part of the name."""
    sara = town.stranger("Sara")
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")

    sara.writes("HEMBYGD")
    sara.sees("Jag hittade 1 förening som liknar ”HEMBYGD”")
    sara.taps("Frösö hembygdsförening")

    sara.sees("nu är allt klart")


def test_an_association_that_is_missing_is_added_after_a_yes(town: Town) -> None:
    """The register grows by those who come, and the next one finds it there."""
    marta = town.stranger("Märta")
    marta.starts(town.link(AdmissionKind.MEMBER))
    marta.writes("Märta Dahl")
    marta.taps("En annan förening")
    marta.writes("Silverdalens spelmanslag")
    marta.sees("Ska jag lägga till föreningen?")
    marta.taps("Ja, lägg till den")
    marta.sees("nu är allt klart")

    nils = town.stranger("Nils")
    nils.starts(town.link(AdmissionKind.MEMBER))
    nils.writes("Nils Berg")

    nils.sees_button("Silverdalens spelmanslag")


def test_an_association_is_not_added_without_a_yes(town: Town) -> None:
    """A misspelled search leads back to the register."""
    sara = town.stranger("Sara")
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")
    sara.writes("Bräkke teaterklubb")

    sara.taps("Nej, leta igen")

    sara.sees_button("Bräcke amatörteater")


def test_a_written_label_is_as_good_as_a_tap_f1(town: Town) -> None:
    """One who writes what stands on a button has answered."""
    sara = town.stranger("Sara")
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")

    sara.writes("jag är privatperson")

    sara.sees("nu är allt klart")


def test_a_long_register_has_pages(town: Town) -> None:
    """Eight associations stand on a page, and one can turn it both ways."""
    town.registers(*(f"Zebraföreningen nummer {number}" for number in range(1, 8)))
    sara = town.stranger("Sara")
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")

    sara.taps("Visa fler")
    sara.sees_button("Zebraföreningen nummer 7")
    sara.taps("Tillbaka")

    sara.sees_button(ASSOCIATIONS[0])


def test_joining_goes_on_where_it_stopped(town: Town) -> None:
    """A question that was left open is asked again after /avbryt and a restart."""
    sara = town.stranger("Sara")
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")
    sara.writes("/avbryt")
    town.restarts()

    sara.writes("/moten")

    sara.sees("Vilken förening eller organisation kommer du från?")


def test_a_link_to_a_meeting_lets_in_and_shows_it(town: Town) -> None:
    """A link in a newsletter leads a stranger through the two questions to the meeting."""
    meeting = town.announces(town.organiser())
    nils = town.stranger("Nils Berg")

    nils.starts(town.app.house.link_to(meeting))
    nils.writes("Nils Berg")
    nils.taps("Ås byalag")

    nils.sees("Dialogträff om kulturplanen", "Anmäl dig senast fredag 27 november")
    nils.taps("Anmäl mig")
    nils.sees("Du är anmäld")


def test_a_members_link_works_for_many(town: Town) -> None:
    """The link for members can be printed: it never wears out."""
    link = town.link(AdmissionKind.MEMBER)

    for name in ("Sara Lind", "Ahmed Ali", "Märta Dahl"):
        town.stranger(name).starts(link)
        town.stranger(name).sees("Vad heter du?")


def test_an_organisers_link_works_once_g4(town: Town) -> None:
    """A role is given once; the second who uses the link hears the same as for a wrong one."""
    link = town.link(AdmissionKind.ORGANISER)
    town.stranger("Karin").starts(link)
    nils = town.stranger("Nils")

    nils.starts(link)
    said = nils.last.text
    nils.starts("en-gissad-hemlighet")

    assert said == nils.last.text
    assert "Länken fungerar inte längre" in said


def test_an_organisers_link_grows_old_g4(town: Town) -> None:
    """After a day the link for a new organiser lets nobody in."""
    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        secret = admitting.make_link(turn, AdmissionKind.ORGANISER, 1, timedelta(hours=24))
    nils = town.stranger("Nils")

    town.moves(hours=25)
    nils.starts(secret)

    nils.sees("Länken fungerar inte längre")


def test_guessing_lets_nobody_in_g4(town: Town) -> None:
    """Twenty guesses get twenty equal answers and no role."""
    nils = town.stranger("Nils")

    for number in range(20):
        nils.starts(f"gissning-{number}")

    nils.sees("Länken fungerar inte längre")
    nils.writes("/ny")
    nils.sees("För att komma in behöver du en länk från arrangören")


def test_a_member_becomes_organiser_by_a_link(town: Town) -> None:
    """One organiser gives the link from /lank, and an owner sees who took it and says yes."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    karin.writes("/lank")
    karin.sees("Länk för medlemmar", "Länk för en arrangör till")
    link = [word for word in karin.last.text.split() if word.startswith("https://")][1]

    sara.starts(link)
    sara.sees("Jag har frågat dem som sköter nätverket")
    karin.sees("Sara Lind har öppnat länken och vill bli arrangör")
    karin.taps("Ja, släpp in")

    sara.sees("Din roll i nätverket är nu: arrangör")
    sara.writes("/ny")
    sara.sees("Ett nytt möte")


def test_an_organiser_does_not_become_less_by_a_members_link(town: Town) -> None:
    """A link never takes a role away."""
    karin = town.organiser()

    karin.starts(town.link(AdmissionKind.MEMBER))
    karin.writes("/ny")

    karin.sees("Ett nytt möte")


def test_a_stranger_hears_how_to_come_in(town: Town) -> None:
    """Start without a link says whose bot it is, and the way without Telegram."""
    nils = town.stranger("Nils")

    nils.starts()

    nils.sees("Kulturnätet", "behöver du en länk", "kultur@region.example, 063-10 20 30")


@pytest.mark.parametrize("language", ["en", "fi"])
def test_the_first_greeting_has_the_languages(town: Town, language: str) -> None:
    """One who does not read Swedish finds her language under the first question."""
    names = {"en": ("English", "What is your name?"), "fi": ("suomi", "nimesi")}
    button, asked = names[language]
    aino = town.stranger("Aino")

    aino.starts(town.link(AdmissionKind.MEMBER))
    aino.taps(button)

    assert asked in aino.last.text
