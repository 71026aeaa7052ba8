"""The people of the demonstration's story, where they live, and the invitation Karin has written.

Knows the stage and how people tap and read in their language; what happens stands in `acts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeAlias
from zoneinfo import ZoneInfo

from bot.interpreter import Interpreter
from bot.simulator.cast import Player
from bot.stage import Stage
from bot.words.calendar import Words

SATURDAY = 5
LINK = re.compile(r"https://\S+[?]start=\S+")
PEOPLE = ("Karin Ek", "Sara Lind", "Ahmed Ali", "Märta Dahl", "Nils Berg")
DESK_PEOPLE = (*PEOPLE, "Olle Ås", "Gun Frisk")
"""Those who come when the organiser's desk is told of; Olle will share the work."""
ASSOCIATIONS = (
    "Bygdeteatern Månskenet",
    "Finska föreningen Kaleva",
    "Fiddlers folkmusik",
    "Storsjöbygdens hembygdsförening",
    "Kvarnens konstförening",
    "Körsällskapet Norrsken",
    "Sörgårdens ungdomsteater",
    "Västra byalaget",
    "Östra samernas kulturförening",
)


def meeting_day(today: date) -> date:
    """Choose the second Saturday of next month."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first + timedelta(days=(SATURDAY - first.weekday()) % 7 + 7)


def invitation(today: date, zone: ZoneInfo) -> str:
    """Write an invitation for next month, as an organiser writes: no year, and a wrong weekday."""
    words = Words("sv", zone)
    day = meeting_day(today)
    last = day - timedelta(days=12)
    agenda = day - timedelta(days=1)
    return TEXT.format(
        wrong_day=words.day(agenda).split()[0].replace("\u00a0", " ").capitalize(),
        day=_bare(words, day),
        last=_bare(words, last),
    )


def _bare(words: Words, day: date) -> str:
    """Write "12 december"."""
    return words.day(day).replace("\u00a0", " ").split(" ", 1)[1]


TEXT = """Dialogmöte om kulturen i bygden

Region Storsjön och Kulturnätet bjuder in föreningar och andra som skapar kultur ideellt till ett \
samtal om den nya kulturplanen.

När: {wrong_day} {day} kl. 10.00–14.00
Kaffe från 9.30.
Plats: Gamla Teatern, Storgatan 16, Östersund
Mat: vi bjuder på kaffe och smörgås.
Tillgänglighet: parkering på gården, hiss och hörslinga.
Anmälan: senast {last} till Karin Ek, karin.ek@region.example, 070-174 06 05. Berätta gärna om \
du har särskilda behov.

Dagordning
10.00 Välkommen – Lena Ås, ordförande i kulturnämnden
10.15 Så blir en kulturplan till – Per Holm
10.45 Samtal vid runda bord, del 1
- Vad fungerar bra i dag?
- Vad saknar din förening?
11.45 Paus med kaffe och smörgås
12.15 Samtal vid runda bord, del 2
- Vad kan vi göra tillsammans?
13.30 Vi berättar för varandra och summerar

Moderator: Kerstin Norr
"""


class Taps(Protocol):
    """Whoever taps what she sees."""

    def taps(self, label: str) -> None:
        """Tap the button that says this."""


def tells(someone: Taps, *choices: str) -> None:
    """Let someone say yes to telling what she eats or needs, choose, and be done."""
    for label in ("Ja, spara mitt svar", *choices, "Klart"):
        someone.taps(label)


class Actor:
    """Someone who plays her part, which is written in Swedish, in the language of the play.

    What she sees is checked in Swedish only, for there it is written what it should be.
    """

    def __init__(self, player: Player, interpreter: Interpreter) -> None:
        """Play this person."""
        self.player = player
        self._interpreter = interpreter

    def taps(self, label: str, *, in_group: bool = False) -> None:
        """Tap the button that says this in her language; AssertionError if there is none."""
        *others, last = self._interpreter.said(label)
        for other in others:
            try:
                self.player.taps(other, in_group=in_group)
            except AssertionError:
                continue
            return
        self.player.taps(last, in_group=in_group)

    def writes(self, text: str) -> None:
        """Write a text."""
        self.player.writes(text)

    def sends(self, name: str, file: bytes) -> None:
        """Send a file."""
        self.player.sends("document", file=file, file_name=name)

    def starts(self, link: str = "") -> None:
        """Press Start, perhaps by a link."""
        self.player.starts(link)

    def sees(self, *texts: str) -> None:
        """Find each text, in this order, in what came since she last did something."""
        if self._interpreter.is_swedish:
            self.player.sees(*texts)

    def sees_toast(self, text: str) -> None:
        """Find the words that a tap was answered with."""
        if self._interpreter.is_swedish:
            self.player.sees_toast(text)

    def sees_nothing(self) -> None:
        """Fail if anything came since she last looked."""
        if self._interpreter.is_swedish:
            self.player.sees_nothing()

    def link(self) -> str:
        """Copy the newest link in her chat; AssertionError if there is none."""
        for message in reversed(self.player.world.history(self.player.place)):
            if found := LINK.search(message.text):
                return found[0]
        raise self.player.failure("no link")

    def sees_picture(self) -> None:
        """Fail unless the newest message is a picture."""
        if self.player.last.kind != "photo":
            raise self.player.failure("no picture")

    def document(self, suffix: str) -> bytes:
        """Open the newest file with this ending."""
        return self.player.document(suffix)


Camera: TypeAlias = Callable[[str, Actor], None]


class Story:
    """The people of the story, and where it stands."""

    karin: Actor
    sara: Actor
    ahmed: Actor
    marta: Actor
    nils: Actor
    olle: Actor
    gun: Actor

    def __init__(
        self, stage: Stage, people: Sequence[str], camera: Camera = lambda _name, _actor: None
    ) -> None:
        """Set these people on the stage, in its network's language."""
        self.scene = camera
        """Called with a name and whose telephone it is, where the handbook has a picture."""
        self.stage = stage
        self.zone = stage.app.house.zone
        self.today = stage.clock.now().astimezone(self.zone).date()
        self.day = meeting_day(self.today)
        self.last_day = self.day - timedelta(days=12)
        self.words = stage.app.house.words()
        self._interpreter = Interpreter(stage.settings.network.language)
        for name in people:
            actor = Actor(stage.cast.person(name), self._interpreter)
            setattr(self, name.split()[0].casefold().replace("ä", "a"), actor)

    def group_sees(self, *texts: str) -> None:
        """Find each text in what stands in the group now."""
        if self._interpreter.is_swedish:
            self.stage.cast.group.sees(*texts)

    def moves_to(self, day: date, clock: time) -> None:
        """Let time pass to an hour of a day."""
        self.stage.moves_to(datetime.combine(day, clock, tzinfo=self.zone))

    def before(self, days: int) -> date:
        """Give a day counted back from the meeting."""
        return self.day - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the story, with its heading."""

    heading: str
    happens: Callable[[Story], None]
