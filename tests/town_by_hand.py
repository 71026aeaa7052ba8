"""What stories of those who are registered by hand begin with."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration
from bot.simulator.cast import Player
from bot.store import people
from tests.town import Town


def opens(town: Town, karin: Player, meeting: Meeting) -> None:
    """Let an organiser begin to register someone."""
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Anmäl någon")


def entry(town: Town, meeting: Meeting, name: str) -> tuple[Registration, Person]:
    """Find who is registered under a name."""
    with town.store.reading() as session:
        return next(pair for pair in people.registered(session, meeting.id) if pair[1].name == name)
