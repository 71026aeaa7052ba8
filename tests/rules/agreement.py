"""Holds the rows of a meeting against what a model says."""

from __future__ import annotations

from datetime import date, time

from bot.records.meeting import Form, Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import waiting
from tests.rules.facts import at
from tests.rules.seat_model import SIDES, Model, Party

HELD = {Standing.GOING, Standing.OFFERED}
Stand = dict[str, Registration]
"""Everyone who has answered, by name."""


def held(rows: Stand, side: str) -> int:
    """Count the seats of a side that are held or offered."""
    return sum(
        one.standing in HELD and one.attends in {side, _unsaid(side)} for one in rows.values()
    )


def _unsaid(side: str) -> str | None:
    """Who has not said how sits in the room."""
    return None if side == "room" else side


def agrees(model: Model, rows: Stand) -> None:
    """Hold the rows against the model: seats, offers, and each line party by party."""
    going = {
        name: one.attends or "room" for name, one in rows.items() if one.standing == Standing.GOING
    }
    offers = {
        name: (one.attends, one.offer_ends_at)
        for name, one in rows.items()
        if one.standing == Standing.OFFERED
    }
    assert model.going == going
    assert model.offers == offers
    for side in SIDES:
        expected = [one for one in model.line if one.side == side]
        assert expected == _parties(rows, side)


def meeting(room: int, online: int) -> Meeting:
    """Give the hybrid meeting of the stories, with these seats."""
    return Meeting(
        id=1,
        status=Status.ANNOUNCED,
        secret="hemlig",
        title="Dialogträff",
        day=date(2026, 11, 5),
        start=time(18),
        form=Form.HYBRID,
        place="Torget",
        join_url="https://mote.example/x",
        closes_on=date(2026, 11, 5),
        seats=room,
        online_seats=online,
        created_by=0,
        created_at=at("2026-11-04 12:00"),
        announced_at=at("2026-11-04 12:00"),
    )


def _parties(rows: Stand, side: str) -> list[Party]:
    names = {one.id: name for name, one in rows.items()}
    hybrid = meeting(1, 1)
    line = waiting.in_line(hybrid, "online" if side == "online" else "room", rows.values())
    return [
        Party(side, [names[one.id] for one in party], waiting.is_moving(party[0], hybrid))
        for party in waiting.parties(line)
    ]
