"""What the stories' people often do first, and what has been told and kept afterwards."""

from __future__ import annotations

from bot.records.agenda import AgendaItem
from bot.records.need import NeedKind
from bot.records.registration import Standing
from bot.rules.needs import Wish
from bot.simulator.cast import Player
from bot.store import meetings, needs, people
from tests.town import Town

AGENDA = ("Välkommen", "Samtal vid runda bord", "Avslutning")
NUDGED, REMINDED = "Sista dagen att anmäla sig", "Vi ses"
WITH_AGENDA, THANKED = "här är dagordningen", "Tack för att du var med"


def asked_food(town: Town, name: str = "Sara Lind") -> Player:
    """Let a member register for a meeting, and come as far as what she eats."""
    player = town.member(name)
    town.announces(town.organiser())
    player.taps("Anmäl mig")
    return player


def announces_with_agenda(town: Town, karin: Player, **facts: object) -> int:
    """Announce a meeting that has an agenda; give its number."""
    meeting = town.drafts(karin, **facts)
    with town.store.transaction() as session:
        points = [
            AgendaItem(meeting_id=meeting.id, position=n, title=title)
            for n, title in enumerate(AGENDA)
        ]
        meetings.replace_agenda(session, meeting.id, points)
    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)
    karin.looks_away()
    return meeting.id


def said(town: Town, player: Player, words: str) -> int:
    """Count the bot's messages in her chat that hold these words."""
    texts = town.telegram.chat(player.user).messages.values()
    return sum(one.from_bot and words in one.text for one in texts)


def stands(town: Town, meeting_id: int) -> dict[str, Standing]:
    """Tell how everyone who is registered stands, by name."""
    with town.store.reading() as session:
        return {
            person.name or "": Standing(mine.standing)
            for mine, person in people.registered(session, meeting_id)
        }


def told(town: Town, kind: NeedKind) -> list[Wish]:
    """Read what has been said of food or needs for the first meeting."""
    with town.store.reading() as session:
        return [wish for _, wish in needs.wishes(session, town.keys, 1, kind)]
