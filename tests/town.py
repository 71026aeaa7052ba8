"""A town to tell stories in: people with telephones, a network, a bot, and a clock to move."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from bot import events
from bot.clock import MovableClock
from bot.config import Settings, Telegram
from bot.records.admission import AdmissionKind
from bot.records.incoming import Incoming, IncomingStatus
from bot.records.meeting import Form, Meeting, Status
from bot.records.person import Person, Role
from bot.simulator import manners
from bot.simulator.cast import GroupView, Player
from bot.simulator.world import World
from bot.stage import Stage
from bot.store import organisations, people, schema
from bot.store.engine import Store
from handlers import routes
from tests.compiled import sharing

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY_MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=STOCKHOLM)
ASSOCIATIONS = ("Bräcke amatörteater", "Frösö hembygdsförening", "Kören Vid sjön", "Ås byalag")
NETWORK = {
    "name": "Kulturnätet",
    "controller": "Region Storsjön",
    "contact": "kultur@region.example, 063-10 20 30",
}
SATURDAY = date(2026, 12, 5)
"""When the town's meetings are, unless a story says otherwise."""
LAST_DAY = date(2026, 11, 27)
"""The last day to register for them: a Friday."""


@cache
def _fresh_database() -> bytes:
    """Make a database with tables and a register once, because every town begins with one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.db"
        store = Store(f"sqlite:///{path}", is_durable=False)
        schema.migrate(store)
        with store.transaction() as session:
            for name in ASSOCIATIONS:
                organisations.add(session, name, None, MONDAY_MORNING)
        store.close()
        return path.read_bytes()


def tells(player: Player, *choices: str) -> None:
    """Let someone say yes to telling what she eats or needs, choose, and be done."""
    player.taps("Ja, spara mitt svar")
    for choice in choices:
        player.taps(choice)
    player.taps("Klart")


def comes(player: Player, *choices: str) -> None:
    """Let someone register who eats everything, unless she chooses, and needs nothing."""
    player.taps("Anmäl mig")
    if choices:
        tells(player, *choices)
    else:
        player.taps("Jag äter allt")
    player.taps("Nej tack")


class Town(Stage):
    """Where the tests' stories take place. Begins on Monday 2 November 2026 at nine."""

    def __init__(
        self,
        folder: Path,
        *,
        flood_limits: bool = False,
        seed: int | None = None,
        **sections: Mapping[str, object],
    ) -> None:
        """Build the town with a register but without people; `sections` are settings.

        Its Telegram is fair, so that a story can say what is seen, unless a `seed` is given.
        """
        clock = MovableClock(MONDAY_MORNING, runs=False)
        world = World(clock, flood_limits=flood_limits, is_fair=seed is None, seed=seed or 0)
        settings = Settings.model_validate({"network": NETWORK, **sections}).model_copy(
            update={"telegram": Telegram.model_validate({"token": world.token})}
        )
        (folder / "stage.db").write_bytes(_fresh_database())
        super().__init__(folder, settings, world, clock)
        self.folder = folder
        self.has_odd_writers = False
        """Someone here writes what looks like markup, and it is shown as written."""

    def database(self) -> Store:
        """Open the stage's database, with all that other towns have compiled."""
        store = super().database()
        return sharing(store) if store.is_sqlite else store

    def at(self, day: date, clock: str) -> datetime:
        """Give an hour of a day in the town."""
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=STOCKHOLM).astimezone(UTC)

    def arrives(self, day: date, clock: str) -> None:
        """Let time pass to an hour of a day."""
        self.moves_to(self.at(day, clock))

    def joins(self, name: str, kind: AdmissionKind, association: str) -> Player:
        """Let someone in the way people come in: by the link, with a name and an association."""
        player = self.cast.person(name)
        player.starts(self.link(kind))
        player.writes(name)
        player.taps(association)
        player.looks_away()
        return player

    def organiser(self, name: str = "Karin Ek", role: Role = Role.OWNER) -> Player:
        """Give an organiser who came in long ago."""
        return self._came_in(name, role, None)

    def member(self, name: str, association: str = ASSOCIATIONS[0]) -> Player:
        """Give a member who came in long ago."""
        return self._came_in(name, Role.MEMBER, association)

    def stranger(self, name: str, *, language: str = "sv") -> Player:
        """Give someone with a telephone whom the bot does not know."""
        return self.cast.person(name, language=language)

    def _came_in(self, name: str, role: Role, association: str | None) -> Player:
        player = self.cast.person(name)
        player.place.started = True
        with self.store.transaction() as session:
            home = organisations.named(session, association) if association else None
            session.add(
                Person(
                    telegram_id=player.user.id,
                    name=name,
                    role=role,
                    organisation_id=home.id if home else None,
                    is_private=home is None,
                    created_at=self.clock.now(),
                )
            )
        return player

    def has_no_telegram(self, name: str, by: Player, **facts: str) -> int:
        """Let someone without Telegram be entered by another; give the row id."""
        with self.store.transaction() as session:
            given = {"entered_by": self.row(session, by).id, "is_private": True}
            when = {"created_at": self.clock.now()}
            person = Person.model_validate({"name": name, **given, **when, **facts})
            session.add(person)
            session.flush()
            return person.id

    def gathers(self, *players: Player) -> GroupView:
        """Let people make the network's group, the first one an organiser."""
        group = self.cast.gathers("Kulturnätets grupp", *players)
        players[0].looks_away()
        return group

    def announces(self, organiser: Player, **facts: object) -> Meeting:
        """Announce a meeting with these facts as an organiser would, and let the minute pass."""
        meeting = self.drafts(organiser, **facts)
        self.presses(organiser, f"meet:{meeting.id}:send")
        self.moves(seconds=61)
        organiser.looks_away()
        return meeting

    def presses(self, player: Player, token: str) -> None:
        """Do what a button with this token does, wherever it may stand."""
        player.looks_away()
        sender = events.Sender(player.user.id, player.user.first_name, "sv", is_someone=True)
        chat = events.Chat(player.user.id, is_private=True, title="")
        self.telegram.publish("tap", chat_id=player.place.id, user_id=player.user.id, text=token)
        with self.store.transaction() as session:
            tap = events.Tapped(sender, chat, None, token)
            routes.handle(session, self.app.house, tap, self.clock.now())
        self.settle()

    def drafts(self, organiser: Player, **facts: object) -> Meeting:
        """Write a draft down as if the organiser had answered everything."""
        usual: dict[str, object] = {
            "title": "Dialogträff om kulturplanen",
            "day": SATURDAY,
            "start": time(10),
            "end": time(14),
            "form": Form.ROOM,
            "place": "Teaterverkstaden, Bangårdsgatan 5, Östersund",
            "closes_on": LAST_DAY,
            "food": "kaffe och smörgås",
            "status": Status.DRAFT,
            "waived": ["seats", "agenda"],
            "join_url": "",
            "accessibility": "",
            "contact": "Karin Ek, 070-174 06 05",
        }
        with self.store.transaction() as session:
            own = {"created_by": self.row(session, organiser).id, "created_at": self.clock.now()}
            secret = {"secret": f"hemlig-{len(session.exec(select(Meeting.id)).all())}"}
            made = Meeting.model_validate({**usual, **own, **secret, **facts})
            session.add(made)
            session.flush()
            return made

    def row(self, session: Session, player: Player) -> Person:
        """Find a person's row; raises LookupError for someone who has not come in."""
        person = people.by_telegram_id(session, player.user.id)
        if person is None:
            raise LookupError(f"{player.user.name} has not come in")
        return person

    def copies_database(self) -> bytes:
        """Make a backup of the database, and of nothing else."""
        self.run(self.app.close())
        self.store.close()
        copy = (self.folder / "stage.db").read_bytes()
        self._open()
        return copy

    def restores_database(self, backup: bytes) -> None:
        """Put a backup in the place of the database while the bot is down, and start it."""
        self.run(self.app.close())
        self.store.close()
        for left in self.folder.glob("stage.db*"):
            left.unlink()
        (self.folder / "stage.db").write_bytes(backup)
        self._open()
        self.settle()

    def complaints(self) -> list[str]:
        """Name bad manners, and updates that were put aside."""
        quiet = self.settings.quiet
        said = manners.complaints(self.telegram, quiet_from=quiet.begins, quiet_to=quiet.ends)
        if self.has_odd_writers:
            said = [one for one in said if " shows " not in one]
        with self.store.reading() as session:
            aside = select(Incoming).where(Incoming.status == IncomingStatus.QUARANTINED)
            said += [f"update {one.update_id}: {one.last_error}" for one in session.exec(aside)]
        return said
