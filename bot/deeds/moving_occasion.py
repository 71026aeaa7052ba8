"""Moves someone from one occasion of a meeting to another, with her answers where they fit."""

from __future__ import annotations

from bot.deeds import booking, seats
from bot.records.meeting import Form, Meeting
from bot.records.need import Need, NeedKind
from bot.records.registration import Registration, Standing
from bot.rules import needs as rule
from bot.rules import registration
from bot.rules.registration import Outcome
from bot.store import needs, registrations
from bot.turn import Turn
from bot.words.views.asking import Booked


def try_to(turn: Turn, to: Meeting, mine: Registration) -> Outcome:
    """Ask whether there is a seat for her at the other occasion, in the way she takes part."""
    there = registrations.of(turn.session, to.id, turn.me.id)
    hall = seats.hall_for(turn, to, mine.attends, turn.me)
    return registration.place(to, hall, there, turn.now, turn.house.zone)


def move(turn: Turn, old: Meeting, to: Meeting, mine: Registration) -> Registration:
    """Take the seat, bring the answers along, and let the old seat go on.

    What she eats and needs was told for this meeting, whichever day it is; it is sealed anew
    with the other occasion's key, under the consent she gave and its hour.
    """
    moved = registrations.answer(turn.session, to.id, turn.me.id, Standing.GOING, turn.now)
    moved.registered_by = None
    moved.attends = mine.attends if to.form == Form.HYBRID else None
    moved.part = mine.part if to.asks_part else None
    turn.session.add(moved)
    turn.session.flush()
    _bring(turn, to, mine, moved)
    seats.free(turn, old, mine, Standing.CANCELLED)
    return moved


def _bring(turn: Turn, to: Meeting, mine: Registration, moved: Registration) -> None:
    """Write the answers down for the other occasion; tell those who book there."""
    for kind, wish in needs.of(turn.session, turn.house.keys, mine.id).items():
        before = needs.row(turn.session, mine.id, kind)
        if before is None or (kind == NeedKind.FOOD and not to.food):
            continue
        need = Need(
            registration_id=moved.id,
            meeting_id=to.id,
            kind=kind,
            consent=before.consent,
            consented_at=before.consented_at,
            answered_at=turn.now,
        )
        needs.write(turn.session, turn.house.keys, need, wish)
        if kind == NeedKind.ACCESS and not wish.is_nothing:
            booking.tell(turn, to, moved, Booked(wish, rule.NOTHING))
