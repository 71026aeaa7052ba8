"""Someone registered by hand is changed and taken off by any organiser."""

from __future__ import annotations

from bot.records.registration import Standing
from bot.simulator.cast import Player
from tests.town import LAST_DAY, Town
from tests.town_by_hand import entry, opens


def _enters(karin: Player, name: str) -> None:
    karin.writes(name)
    karin.taps("Ingen, är privatperson")
    karin.taps("Jag meddelar själv")
    karin.taps("Äter allt")
    karin.taps("Nej tack")


def test_an_entry_is_changed_and_removed(town: Town) -> None:
    """Name, association and address by a tap each; the seat goes on when it is given up."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    _enters(karin, "Gunborg Ek")

    karin.taps("Alla anmälda för hand")
    karin.taps("Gunborg Ek")
    karin.taps("Namn")
    karin.writes("Gunborg Åkesson")
    karin.sees("Gunborg Åkesson", "Förening: –")
    karin.taps("Förening")
    karin.writes("Ås byalag")
    karin.sees("Förening: Ås byalag")
    karin.taps("Telefon eller e-post")
    karin.writes("070-174 06 05")
    karin.sees("070-174 06 05", "Anmälan: anmäld")
    karin.taps("Ta bort från mötet")
    karin.sees("Ska jag ta bort Gunborg Åkesson")
    karin.taps("Ja, ta bort")

    assert entry(town, meeting, "Gunborg Åkesson")[0].standing == Standing.CANCELLED
    opens(town, karin, meeting)
    assert "för hand" not in str(karin.last.buttons)


def test_a_second_thought_removes_nobody(town: Town) -> None:
    """A no leads back to the card."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    _enters(karin, "Gunborg Ek")
    karin.taps("Alla anmälda för hand")
    karin.taps("Gunborg Ek")

    karin.taps("Ta bort från mötet")
    karin.taps("Nej")

    karin.sees("Anmälan: anmäld")
    assert entry(town, meeting, "Gunborg Ek")[0].standing == Standing.GOING


def test_another_organiser_keeps_the_same_entry_after_the_last_day(town: Town) -> None:
    """The one who wrote it down may be ill; an organiser asks nobody for leave."""
    karin, olle = town.organiser(), town.organiser("Olle Ek")
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    _enters(karin, "Gunborg Ek")
    town.moves_to(town.at(LAST_DAY, "23:59:59"))
    town.moves(minutes=601)
    opens(town, olle, meeting)
    olle.taps("1 anmäld för hand")
    olle.taps("Gunborg Ek")

    olle.taps("Ändra svaren")
    olle.taps("Behov")
    olle.taps("Ja, jag får berätta")
    olle.taps("Hörslinga")
    olle.taps("Klart")

    olle.sees("Gunborg Ek är anmäld")
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Gunborg Ek: hörslinga")
