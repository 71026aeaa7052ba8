"""A town to tell stories in: people with telephones, a network, a bot, and a clock to move."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from bot.config import Settings, Telegram
from bot.records.admission import AdmissionKind
from bot.records.meeting import Form, Meeting, Status
from bot.simulator.cast import GroupView, Player
from bot.simulator.world import World
from bot.stage import Stage
from bot.store import people

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY_MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=STOCKHOLM)
ASSOCIATIONS = ("Bräcke amatörteater", "Frösö hembygdsförening", "Kören Vid sjön", "Ås byalag")
NETWORK = {
    "name": "Kulturnätet",
    "controller": "Region Storsjön",
    "contact": "kultur@region.example, 063-10 20 30",
}


class Town(Stage):
    """Where the tests' stories take place. Begins on Monday 2 November 2026 at nine."""

    def __init__(
        self, folder: Path, *, flood_limits: bool = False, **sections: dict[str, object]
    ) -> None:
        """Build the town with a register but without people; `sections` are settings."""
        clock = MovableClock(MONDAY_MORNING, runs=False)
        world = World(clock, flood_limits=flood_limits)
        given = {"network": NETWORK, **sections}
        settings = Settings.model_validate(given).model_copy(
            update={"telegram": Telegram.model_validate({"token": world.token})}
        )
        super().__init__(folder, settings, world, clock)
        self.registers(*ASSOCIATIONS)

    def at(self, day: date, clock: str) -> datetime:
        """Give an hour of a day in the town."""
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=STOCKHOLM).astimezone(UTC)

    def joins(self, name: str, kind: AdmissionKind, association: str) -> Player:
        """Let someone in the way people come in: by the link, with a name and an association."""
        player = self.cast.person(name)
        player.starts(self.link(kind))
        player.writes(name)
        player.taps(association)
        player.looks_away()
        return player

    def organiser(self, name: str = "Karin Ek") -> Player:
        """Give an organiser who has come in."""
        return self.joins(name, AdmissionKind.OWNER, "Jag är privatperson")

    def member(self, name: str, association: str = ASSOCIATIONS[0]) -> Player:
        """Give a member who has come in."""
        return self.joins(name, AdmissionKind.MEMBER, association)

    def stranger(self, name: str) -> Player:
        """Give someone with a telephone whom the bot does not know."""
        return self.cast.person(name)

    def gathers(self, *players: Player) -> GroupView:
        """Let people make the network's group, the first one an organiser."""
        return self.cast.gathers("Kulturnätets grupp", *players)

    def announces(self, organiser: Player, **facts: object) -> Meeting:
        """Announce a meeting with these facts as an organiser would, and let the minute pass."""
        meeting = self.drafts(organiser, **facts)
        organiser.forges(f"meet:{meeting.id}:send")
        self.moves(seconds=61)
        organiser.looks_away()
        return meeting

    def drafts(self, organiser: Player, **facts: object) -> Meeting:
        """Write a draft down as if the organiser had answered everything."""
        usual: dict[str, object] = {
            "title": "Dialogträff om kulturplanen",
            "day": date(2026, 12, 5),
            "start": time(10),
            "end": time(14),
            "form": Form.ROOM,
            "place": "Teaterverkstaden, Bangårdsgatan 5, Östersund",
            "closes_on": date(2026, 11, 27),
            "food": "kaffe och smörgås",
            "status": Status.DRAFT,
            "waived": ["seats", "agenda"],
            "join_url": "",
            "accessibility": "",
            "contact": "Karin Ek, 070-174 06 05",
        }
        with self.store.transaction() as session:
            person = people.by_telegram_id(session, organiser.user.id)
            if person is None:
                raise LookupError("the organiser has not come in")
            own = {"created_by": person.id, "created_at": self.clock.now()}
            secret = {"secret": f"hemlig-{self.clock.mono():.0f}"}
            made = Meeting.model_validate({**usual, **own, **secret, **facts})
            session.add(made)
            session.flush()
            return made
