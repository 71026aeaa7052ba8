"""A street with a meeting in every state, and people of every kind, to walk and to tap in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlmodel import select

from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting, Status
from bot.simulator.cast import Player
from bot.store import meetings
from tests.town import ASSOCIATIONS, SATURDAY, Town
from tests.walks.room import Room

STATES = ("draft", "open", "full", "closed", "moved", "cancelled", "past", "erased")
NEED = "nötallergi som bara arrangören ser"
PHONE = "070-123 45 67"
SECRETS = (NEED, PHONE)
"""What only organisers may read."""
FAST = {"per_second": 1000.0, "per_chat_per_second": 100.0, "group_per_minute": 1000.0}


@dataclass(eq=False)
class Street:
    """People by the part they play, meetings by their state, and the room to act in."""

    room: Room
    people: dict[str, Player]
    meetings: dict[str, int]
    group: int


def built(folder: Path) -> Iterator[Street]:
    """Build the street in an empty folder."""
    town = Town(folder, delivery=FAST)
    people = {
        "organiser": town.organiser(),
        "member": town.member("Sara Lind"),
        "other member": town.member("Ahmed Ali", ASSOCIATIONS[1]),
        "stranger": town.stranger("Nils Berg"),
    }
    karin, sara, ahmed = (people[one] for one in ("organiser", "member", "other member"))
    group = town.gathers(karin, sara, ahmed, people["stranger"])
    made = _meetings(town, karin)
    _register(town, sara, made)
    _change(town, karin, made)
    town.has_no_telegram("Greta Ek", karin, phone=PHONE)
    for player in people.values():
        player.writes("/start")
        player.writes("/moten")
    yield Street(Room.of(town), people, made, group.place.id)
    town.close()


def _meetings(town: Town, karin: Player) -> dict[str, int]:
    late = SATURDAY + timedelta(days=40)
    hybrid: dict[str, object] = {"form": Form.HYBRID, "join_url": "https://mote.example/x"}
    facts: dict[str, dict[str, object]] = {
        "draft": {},
        "open": {**hybrid, "day": late, "latitude": 63.17679, "longitude": 14.63611},
        "full": {"seats": 1},
        "closed": {},
        "moved": {},
        "cancelled": {},
        "past": {"day": SATURDAY - timedelta(days=20), "closes_on": SATURDAY - timedelta(days=24)},
        "erased": {},
    }
    made: dict[str, int] = {}
    for state, given in facts.items():
        title = {"title": f"Mötet {state}"}
        if state == "draft":
            made[state] = town.drafts(karin, **title, **given).id
        else:
            made[state] = town.announces(karin, **title, **given).id
    _agenda(town, made["open"])
    return made


def _agenda(town: Town, meeting_id: int) -> None:
    with town.store.transaction() as session:
        points = [
            AgendaItem(meeting_id=meeting_id, position=n, title=f"Punkt {n}", depth=0)
            for n in range(3)
        ]
        meetings.replace_agenda(session, meeting_id, points)


def _register(town: Town, sara: Player, made: dict[str, int]) -> None:
    """Let Sara come to everything, and say what she needs at the open one."""
    for state, number in made.items():
        if state != "draft":
            town.presses(sara, f"come:{number}:yes")
    town.presses(sara, f"come:{made['open']}:attends:room")
    town.presses(sara, f"come:{made['open']}:food")
    for _ in range(2):
        sara.writes(NEED)


def _change(town: Town, karin: Player, made: dict[str, int]) -> None:
    """Close, move, cancel and erase, and let the past one pass."""
    town.presses(karin, f"meet:{made['closed']}:close")
    town.presses(karin, f"meet:{made['moved']}:change:place")
    karin.writes("Storsjöteatern, Rådhusgatan 48")
    town.presses(karin, f"meet:{made['cancelled']}:cancel:yes")
    karin.writes("Flera har blivit sjuka.")
    town.moves_to(town.at(SATURDAY - timedelta(days=19), "12:00"))
    with town.store.transaction() as session:
        gone = session.exec(select(Meeting).where(Meeting.id == made["erased"])).one()
        gone.status = Status.DISCARDED
        session.add(gone)
