"""What the stories' people often do first, and what has been told and kept afterwards."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.records.need import Need, NeedKind
from bot.records.registration import Registration, Standing
from bot.rules.needs import Wish
from bot.simulator.cast import Player
from bot.store import attendance, meetings, needs, people
from tests.town import SATURDAY, Town

AFTER_THE_LAST_DAY = date(2026, 11, 28)
AGENDA = ("Välkommen", "Samtal vid runda bord", "Avslutning")
NUDGED, REMINDED = "Sista dagen att anmäla sig", "Vi ses"
WITH_AGENDA, THANKED = "här är dagordningen", "Tack för att du var med"


def asked_food(town: Town, name: str = "Sara Lind") -> Player:
    """Let a member register for a meeting, and come as far as what she eats."""
    player = town.member(name)
    town.announces(town.organiser())
    player.taps("Anmäl mig")
    return player


def brings(player: Player, name: str) -> None:
    """Let one who is registered register a colleague by name."""
    player.taps("Anmäl fler")
    player.writes(name)


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


def linked(player: Player) -> str:
    """Give the link in the last message she got."""
    return next(word for word in player.last.text.split() if word.startswith("https://"))


def said(town: Town, player: Player, words: str) -> int:
    """Count the bot's messages in her chat that hold these words."""
    texts = town.telegram.chat(player.user).messages.values()
    return sum(one.from_bot and words in one.text for one in texts)


def in_sight(town: Town, player: Player) -> str:
    """Give everything that stands in her chat now, buttons too."""
    history = town.telegram.history(player.place)
    return "\n".join(part for m in history for part in (m.text, *(b.text for b in m.buttons)))


def registered(town: Town, meeting: Meeting) -> dict[str, Registration]:
    """Give the registrations for a meeting, by name."""
    with town.store.reading() as session:
        return {person.name or "": mine for mine, person in people.registered(session, meeting.id)}


def kept_needs(town: Town) -> list[Need]:
    """Give the rows that hold what anyone eats or needs."""
    with town.store.reading() as session:
        return list(session.exec(select(Need)))


def stands(town: Town, meeting: Meeting) -> dict[str, Standing]:
    """Tell how everyone who is registered stands, by name."""
    return {name: Standing(one.standing) for name, one in registered(town, meeting).items()}


def told(town: Town, kind: NeedKind) -> list[Wish]:
    """Read what has been said of food or needs for the first meeting."""
    with town.store.reading() as session:
        return [wish for _, wish in needs.wishes(session, town.keys, 1, kind)]


def stands_at_the_door(town: Town, karin: Player, meeting: Meeting) -> None:
    """Let an organiser open the list of names on the meeting's day, before it begins."""
    town.arrives(SATURDAY, "09:40")
    karin.looks_away()
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.taps("Pricka av")


def present(town: Town, meeting: Meeting) -> list[str]:
    """Name those who are noted as there."""
    with town.store.reading() as session:
        return [one.name for one in attendance.present(session, meeting.id)]
