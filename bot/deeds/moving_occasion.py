"""Moves someone from one occasion of a meeting to another, with her answers where they fit.

Colleagues whom she answers for follow when she wants it and there is room for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.deeds import booking, parties, seats
from bot.records.meeting import Form, Meeting
from bot.records.need import Need, NeedKind
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import needs as rule
from bot.rules import party, registration
from bot.rules.registration import Outcome, Side
from bot.store import needs, registrations
from bot.turn import Turn
from bot.words.views.asking import Booked


def try_to(turn: Turn, to: Meeting, mine: Registration) -> Outcome:
    """Ask whether there is a seat for her at the other occasion, in the way she takes part."""
    there = registrations.of(turn.session, to.id, turn.me.id)
    hall = seats.hall_for(turn, to, mine.attends, turn.me)
    return registration.place(to, hall, there, turn.now, turn.house.zone)


def company(turn: Turn, old: Meeting) -> list[Registration]:
    """Give the colleagues whom she has registered and who cannot move by themselves."""
    return [mine for mine, person in parties.company(turn, old) if _is_hers(turn, mine, person)]


def _is_hers(turn: Turn, mine: Registration, person: Person) -> bool:
    return person.telegram_id is None and party.speaker_id(mine, person) == turn.me.id


def has_room_for(turn: Turn, to: Meeting, movers: Sequence[Registration]) -> bool:
    """Whether all of them can have a seat at the other occasion, in the way each takes part."""
    coming = [one for one in movers if not _is_there(turn, to, one)]
    fellows = seats.hall_for(turn, to, "room", turn.me).fellows
    if to.per_party is not None and fellows + len(coming) > to.per_party:
        return False
    wanted = Counter(registration.side_of(one, to) for one in coming)
    return all(_seats(turn, to, side, n) for side, n in wanted.items())


def _is_there(turn: Turn, to: Meeting, mine: Registration) -> bool:
    there = registrations.of(turn.session, to.id, mine.person_id)
    return there is not None and there.standing in registration.LIVE


def _seats(turn: Turn, to: Meeting, side: Side, wanted: int) -> bool:
    hall = seats.hall(turn, to, side)
    free = registration.free_seats(to, hall)
    return registration.has_room(to, hall) and (free is None or wanted <= free)


def move(
    turn: Turn, old: Meeting, to: Meeting, mine: Registration, along: Sequence[Registration] = ()
) -> Registration:
    """Take the seats, bring the answers along, and let the old seats go on.

    What someone eats and needs was told for this meeting, whichever day it is; it is sealed anew
    with the other occasion's key, under the consent that was given and its hour.
    """
    moved = _take(turn, to, mine, None)
    for one in along:
        if not _is_there(turn, to, one):
            _take(turn, to, one, one.registered_by)
    seats.free_all(turn, old, [mine, *along], Standing.CANCELLED)
    return moved


def _take(turn: Turn, to: Meeting, mine: Registration, registered_by: int | None) -> Registration:
    moved = registrations.answer(turn.session, to.id, mine.person_id, Standing.GOING, turn.now)
    moved.registered_by = registered_by
    moved.attends = mine.attends if to.form == Form.HYBRID else None
    moved.part = mine.part if to.asks_part else None
    turn.session.add(moved)
    turn.session.flush()
    _bring(turn, to, mine, moved)
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
