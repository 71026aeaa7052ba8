"""A message planned from the meeting moves with it, is changed, and falls away with it."""

from __future__ import annotations

from datetime import date

from tests.town import Town
from tests.town_messages import coming, writes


def test_a_message_planned_from_the_meeting_moves_with_it(town: Town) -> None:
    """Three days before, whenever the meeting is, to those who come by then."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting, "Glöm inte skorna")
    karin.taps("Välj tid")
    karin.taps("Dagar före eller efter mötet")
    karin.taps("3 dagar före mötet")
    karin.sees("Det är planerat: 3 dagar före mötet, just nu onsdag 2 december kl. 09.00.")
    town.presses(karin, f"meet:{meeting.id}:change:day")
    karin.writes("12 december")
    town.moves(minutes=2)
    sara.looks_away()

    town.arrives(date(2026, 12, 2), "10:00")
    sara.sees_nothing()
    town.arrives(date(2026, 12, 9), "09:01")

    sara.sees("Glöm inte skorna")


def test_a_planned_message_can_be_changed_and_removed(town: Town) -> None:
    """It stands on the list until it has gone."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting, "Glöm inte skorna")
    karin.taps("Välj tid")
    karin.taps("Dagar före eller efter mötet")
    karin.taps("7 dagar före mötet")
    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.taps("Väntar: Glöm inte skorna")
    karin.taps("Ändra texten")
    karin.writes("Glöm inte kakan")
    karin.taps("Annat klockslag")
    karin.writes("mitt i natten")
    karin.sees("Jag förstod inte klockslaget. Vilket klockslag?", "till exempel 14.30")
    karin.writes("22.30")
    karin.sees("Från kl. 20.00 till 08.00 skickar jag inget")
    karin.taps("15.00")
    karin.sees("7 dagar före mötet, just nu lördag 28 november kl. 15.00.")
    karin.taps("Ändra eller ta bort")
    karin.taps("Annan dag")
    karin.writes("40 dagar före")
    karin.sees("Den dagen har redan varit.")
    karin.writes("1 dag före")
    karin.sees("just nu fredag 4 december kl. 15.00.")
    karin.taps("Ändra eller ta bort")
    karin.sees("Glöm inte kakan", "I dag hade det blivit dessa.")
    karin.taps("Ta bort det")
    karin.sees_toast("Det är borttaget")
    town.arrives(date(2026, 12, 4), "12:00")

    assert "kakan" not in "".join(one.text for one in town.telegram.history(sara.place))


def test_a_cancelled_meetings_messages_are_not_sent(town: Town) -> None:
    """What waited is silent, and the button says that it is over."""
    karin = town.organiser()
    meeting, (sara,) = coming(town, karin, "Sara Lind")
    writes(town, karin, meeting, "Vi ses!")
    karin.taps("Skicka till 1")
    town.presses(karin, f"meet:{meeting.id}:cancel")
    karin.taps("Ställ in utan att säga varför")
    town.moves(minutes=5)

    sara.sees("inställ")
    assert "Vi ses!" not in "".join(one.text for one in town.telegram.history(sara.place))
