"""A meeting is cancelled: all are told, and then it is silent."""

from __future__ import annotations

from datetime import date

from tests.town import Town, comes


def test_a_cancelled_meeting_is_told_to_all_and_then_silence_e9(town: Town) -> None:
    """Those who come, those who wait and those invited hear it; nothing more is sent."""
    karin = town.organiser()
    sara, ahmed, nils, eva = (
        town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg", "Eva Strand")
    )
    group = town.gathers(karin, sara)
    meeting = town.announces(karin, seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    eva.taps("Kan inte komma")
    eva.looks_away()
    town.presses(karin, f"meet:{meeting.id}:cancel")
    karin.sees("Vill du ställa in Dialogträff om kulturplanen?", "3 personer")

    karin.writes("Flera i arbetsgruppen har blivit sjuka.")
    town.moves(seconds=10)

    for player in (sara, ahmed, nils):
        player.sees("inställt", "Flera i arbetsgruppen har blivit sjuka.")
        player.looks_away()
    eva.sees_nothing()
    group.sees("Inställt: Dialogträff om kulturplanen")
    assert "STATUS:CANCELLED" in sara.document(".ics").decode()
    town.arrives(date(2026, 12, 9), "12:00")
    for player in (sara, ahmed, nils):
        player.sees_nothing()


def test_a_written_no_keeps_the_meeting_f1(town: Town) -> None:
    """A written "nej" is an answer to the question, not the reason that everyone is told."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.looks_away()
    for words in ("nej", "Nej, mötet blir av"):
        town.presses(karin, f"meet:{meeting.id}:cancel")
        karin.writes(words)

    town.moves(minutes=5)

    sara.sees_nothing()
    karin.writes("/moten")
    karin.sees("Dialogträff om kulturplanen")


def test_cancelling_can_be_put_aside_f9(town: Town) -> None:
    """After /avbryt the next text cancels nothing."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.looks_away()
    town.presses(karin, f"meet:{meeting.id}:cancel")

    karin.writes("/avbryt")
    karin.writes("Vad händer nu?")
    town.moves(minutes=5)

    sara.sees_nothing()


def test_a_cancelled_meeting_takes_no_registrations_e9(town: Town) -> None:
    """The old invitation answers kindly."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:cancel")
    karin.taps("Ställ in utan att säga varför")

    sara.taps("Anmäl mig")

    sara.sees("Mötet Dialogträff om kulturplanen är inställt")
