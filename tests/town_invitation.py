"""The invitation that stories paste, and how it is pasted."""

from __future__ import annotations

from bot.simulator.cast import Player
from tests.town import Town

INVITATION = """Dialogmöte om kulturen i bygden

Region Storsjön bjuder in föreningar till ett samtal om den nya kulturplanen.

När: lördag 5 december 2026 kl. 10.00–14.00
Plats: Gamla Teatern, Storgatan 16, Östersund
Mat: vi bjuder på kaffe och smörgås.
Anmälan: senast 27 november 2026 till Karin Ek, karin.ek@region.example.

Dagordning
10.00 Välkommen
10.30 Samtal vid runda bord
13.30 Summering
"""


def pastes(town: Town, text: str = INVITATION) -> Player:
    """Let an organiser begin a meeting with a text she has; gives her."""
    karin = town.organiser()
    karin.writes("/ny")
    karin.writes(text)
    return karin
