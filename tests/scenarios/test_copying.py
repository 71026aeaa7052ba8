"""An organiser uses a meeting as the model of a new one."""

from __future__ import annotations

from datetime import date, time

from bot.records.agenda import AgendaItem
from tests.town import Town


def test_a_copy_lacks_only_its_day(town: Town) -> None:
    """She gives the day, and the last day to register comes as many days before as it did."""
    karin = town.organiser()
    meeting = town.announces(karin, seats=20)
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Mer")
    karin.taps("Använd som mall")
    karin.sees("Vilken dag")

    karin.writes("lördag 6 februari 2027")

    karin.sees("Dialogträff om kulturplanen", "lördag 6 februari 2027", "fredag 29 januari 2027")
    karin.sees("Antal platser: 20", "Stämmer allt")


def test_the_agenda_comes_along(town: Town) -> None:
    """Points and clocks stand in the copy, and are not asked for; the first keeps its own."""
    karin = town.organiser()
    meeting = town.announces(karin, waived=["seats"])
    with town.store.transaction() as session:
        point = AgendaItem(meeting_id=meeting.id, position=0, title="Välkommen", at=time(10))
        session.add(point)
    town.presses(karin, f"meet:{meeting.id}:copy")

    karin.writes("lördag 6 februari 2027")

    karin.sees("10.00 Välkommen", "Stämmer allt")
    town.presses(karin, f"meet:{meeting.id}:review")
    karin.sees("10.00 Välkommen")


def test_a_last_day_that_has_passed_is_asked_for(town: Town) -> None:
    """Too near a day leaves no time for the old distance, so she is asked."""
    karin = town.organiser()
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:copy")

    karin.writes("fredag 6 november")

    karin.sees("Vilken är sista dagen att anmäla sig?")


def test_what_has_been_held_can_be_held_again(town: Town) -> None:
    """The button stands under a held meeting too."""
    karin = town.organiser()
    meeting = town.announces(karin)
    town.arrives(date(2026, 12, 6), "10:00")
    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.taps("Använd som mall")

    karin.sees("Vilken dag")
