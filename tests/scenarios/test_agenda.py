"""An agenda is composed by tapping: added, moved, nested, timed, and printed."""

from __future__ import annotations

from datetime import date

from bot.simulator.cast import Player
from tests.town import Town


def _lines(player: Player) -> list[str]:
    return [line.strip() for line in player.last.text.splitlines()]


def _opens(town: Town) -> Player:
    karin = town.organiser()
    town.announces(karin)
    karin.writes("/moten")
    karin.taps("Dialogträff om kulturplanen")
    karin.taps("Se vilka som kommer")
    karin.taps("Dagordning")
    return karin


def _writes_three(karin: Player) -> None:
    karin.taps("Lägg till punkter")
    karin.writes("10.00 Välkomna – Anna Berg\n10.30 Kulturplanen\n11.30 Samtal i grupper")


def test_points_are_written_with_clocks_and_speakers(town: Town) -> None:
    """Several at once, and a break."""
    karin = _opens(town)
    karin.sees("Den har inga punkter än.")

    _writes_three(karin)
    karin.taps("Lägg till paus")

    karin.sees("1. 10.00 Välkomna – Anna Berg", "3. 11.30 Samtal i grupper", "Paus med kaffe")


def test_a_point_is_moved_nested_renamed_and_removed(town: Town) -> None:
    """Each with a tap, in the same message."""
    karin = _opens(town)
    _writes_three(karin)

    karin.taps("Samtal i grupper")
    karin.taps("Upp")
    karin.sees("2. 11.30 Samtal i grupper")
    karin.taps("Kulturplanen")
    karin.taps("Lägg under punkten ovan")
    karin.sees("a) 10.30 Kulturplanen")
    karin.taps("Kulturplanen")
    karin.taps("Ändra texten")
    karin.writes("Kulturplanen, kort")
    karin.taps("Talare")
    karin.writes("Nils Berg")
    karin.sees("Kulturplanen, kort", "Talare: Nils Berg")
    karin.taps("Tillbaka till dagordningen")
    karin.taps("Välkomna")
    karin.taps("Ta bort")

    karin.sees("1. 11.30 Samtal i grupper", "Kulturplanen, kort – Nils Berg")
    assert not any("Välkomna" in line for line in _lines(karin))


def test_a_clock_outside_the_meeting_is_warned_of(town: Town) -> None:
    """It is written down all the same, for she may know better."""
    karin = _opens(town)
    _writes_three(karin)

    karin.taps("Välkomna")
    karin.taps("Klockslag")
    karin.writes("sen")
    karin.sees("Det kan jag inte använda.")
    karin.writes("15.00")
    karin.taps("Tillbaka till dagordningen")

    karin.sees("”Välkomna” ligger efter mötet, kl. 10.00–14.00.")
    karin.sees("”Kulturplanen” börjar före punkten ovanför.")


def test_the_agenda_is_handed_out_as_a_paper(town: Town) -> None:
    """To the organiser, and to whoever reads it."""
    karin = _opens(town)
    _writes_three(karin)

    karin.taps("Hämta som PDF")

    karin.sees("klar att skriva ut")
    assert karin.last.kind == "document"


def test_an_agenda_that_no_longer_fits_is_shown_when_the_hours_change(town: Town) -> None:
    """Karin sees at once which points lie outside, and can move them."""
    karin = _opens(town)
    _writes_three(karin)
    town.presses(karin, "meet:1:change:end")

    karin.writes("11.00")

    karin.sees("”Samtal i grupper” ligger efter mötet, kl. 10.00–11.00.")
    karin.sees_button("Samtal i grupper")


def test_a_pasted_agenda_outside_the_hours_is_marked_on_the_card(town: Town) -> None:
    """Before anything is sent, where the hours stand too."""
    karin = town.organiser()
    karin.writes("/ny")

    karin.writes(
        "Dialogträff om kulturplanen\nLördag 5 december 2026 kl. 10-14\nPlats: Teaterverkstaden\n"
        "Dagordning\n10.15 Välkommen\n15.30 Avslut"
    )

    karin.sees("Så här ser mötet ut", "”Avslut” ligger efter mötet, kl. 10.00–14.00.")


def test_an_agenda_that_was_late_can_be_sent_when_it_is_there(town: Town) -> None:
    """Its hour passed with nothing to send; those registered get it now, once."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Jag äter allt")
    sara.taps("Nej tack")
    town.arrives(date(2026, 11, 30), "12:00")
    sara.looks_away()
    karin.looks_away()
    karin.writes("/moten")
    karin.taps("Dialogträff om kulturplanen")
    karin.taps("Se vilka som kommer")
    karin.taps("Dagordning")
    _writes_three(karin)

    karin.taps("Skicka den nu")
    town.moves(seconds=5)

    sara.sees("här är dagordningen", "1. 10.00 Välkomna")
    sara.taps("Hämta som PDF")
    assert sara.document(".pdf").startswith(b"%PDF")


def test_a_member_cannot_change_the_agenda(town: Town) -> None:
    """A forged button leads nowhere."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)

    sara.forges("points:1:add")

    sara.sees_toast("Det kan bara arrangörer")
