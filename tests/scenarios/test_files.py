"""Karin sends the invitation as a file, or names several days in it."""

from __future__ import annotations

from datetime import date

from bot.simulator.cast import Player
from bot.simulator.messages import Message
from tests.town import Town

INVITATION = """Dialogträff om scenkonst

Tid: lördag 5 december kl. 10.00-14.00
Plats: Folkets hus, Storgatan 3, Bräcke
Anmälan senast 27 november till karin@region.example
Antal platser: 30
"""


def test_karin_sends_the_invitation_as_a_file(town: Town) -> None:
    """A file is read as if its words had been pasted."""
    karin = town.organiser()

    karin.sends("document", file=INVITATION.encode(), file_name="inbjudan.txt")

    karin.sees("Jag läser inbjudan.txt", "Dialogträff om scenkonst", "lördag 5 december 2026")


def test_a_file_answers_the_question_for_an_invitation(town: Town) -> None:
    """A file sent after /ny fills the draft that was begun, and no other."""
    karin = town.organiser()
    karin.writes("/ny")

    karin.sends("document", file=INVITATION.encode(), file_name="inbjudan.txt")
    karin.writes("/utkast")

    karin.sees("Dialogträff om scenkonst")
    assert karin.last.text.count("Dialogträff om scenkonst") == 1


def test_a_file_that_cannot_be_read_gets_a_kind_answer(town: Town) -> None:
    """Nothing is lost and nobody is blamed when a file makes no sense."""
    karin = town.organiser()

    karin.sends("document", file=b"%PDF-1.7 broken", file_name="inbjudan.pdf")

    karin.sees("Jag kan inte läsa filen inbjudan.pdf")


def test_a_file_is_read_after_a_restart(town: Town) -> None:
    """A file that waits is not forgotten when Telegram does not give it at once."""
    karin = town.organiser()
    town.telegram.faults.add("getFile", "connection_cut")
    karin.sends("document", file=INVITATION.encode(), file_name="inbjudan.txt")

    town.restarts()
    karin.writes("/hjalp")

    karin.sees("Dialogträff om scenkonst")


def test_a_members_file_is_not_read(town: Town) -> None:
    """Only organisers announce meetings."""
    town.organiser()
    sara = town.member("Sara Lind")

    sara.sends("document", file=INVITATION.encode(), file_name="inbjudan.txt")

    sara.sees("jag kan bara läsa text och knapptryck")


def test_several_occasions_become_several_drafts(town: Town) -> None:
    """Each day the text offers can be checked and sent by itself."""
    karin = town.organiser()

    karin.writes(
        "/ny Workshop i berättande\n\n"
        "Välj ett av våra tillfällen:\n"
        "- tisdag 1 december kl. 18.00-20.00, Biblioteket i Bräcke\n"
        "- torsdag 3 december kl. 18.00-20.00, Folkets hus i Ås\n"
        "- lördag 5 december kl. 10.00-12.00, Kulturhuset i Östersund\n\n"
        "Anmälan senast 25 november till karin@region.example\n"
        "Antal platser: 15 per tillfälle"
    )

    karin.sees("Texten nämner 3 tillfällen")
    karin.taps("torsdag 3 december 2026")
    karin.sees("Workshop i berättande", "torsdag 3 december 2026", "Folkets hus i Ås")


def test_a_last_hour_to_register_is_kept(town: Town) -> None:
    """An hour beside the last day is when registration closes, and people are told so."""
    karin = town.organiser()
    sara = town.member("Sara Lind")
    karin.writes("/ny " + INVITATION.replace("27 november till", "27 november kl. 12.00 till"))
    karin.sees("Anmälan senast: fredag 27 november 2026 kl. 12.00")
    karin.taps("Se inbjudan")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    sara.sees("Anmäl dig senast fredag 27 november kl. 12.00.")

    town.moves_to(town.at(date(2026, 11, 27), "12:02"))
    sara.taps("Anmäl mig", message=sara_invitation(sara))

    sara.sees("stängde fredag 27 november kl. 12.00")


def sara_invitation(sara: Player) -> Message:
    """Find the invitation among what the bot has written."""
    said = sara.world.history(sara.place)
    return next(one for one in said if "Anmäl dig senast" in one.text)
