"""What stories of messages to many begin with."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.simulator.cast import Player
from tests.town import Town

TEXT = "Ta med <b>inomhusskor</b> & en mugg.\n\n– Karin"


def coming(town: Town, karin: Player, *names: str) -> tuple[Meeting, list[Player]]:
    """Announce a meeting to which these people come, and one who is silent."""
    members = [town.member(name) for name in names]
    town.member("Tyst Person")
    meeting = town.announces(karin)
    for one in members:
        town.presses(one, f"come:{meeting.id}:yes")
        one.looks_away()
    karin.looks_away()
    town.has_odd_writers = True
    return meeting, members


def writes(town: Town, karin: Player, meeting: Meeting, text: str = TEXT) -> None:
    """Let Karin write from the desk."""
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Skicka")
    karin.taps("Skriv till deltagarna")
    karin.sees("Vad vill du säga om Dialogträff om kulturplanen?")
    karin.writes(text)
