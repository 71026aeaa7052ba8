"""Writes down what people eat and need, keeps it for next time, and removes it."""

from __future__ import annotations

from bot.deeds import booking
from bot.records.meeting import Meeting
from bot.records.need import Need, NeedKind
from bot.records.registration import Registration
from bot.records.usual import Usual
from bot.rules import needs as rule
from bot.rules import registration
from bot.rules.needs import Wish
from bot.store import late_requests, needs, usuals
from bot.turn import Turn
from bot.words.views.asking import Booked
from bot.words.views.needs import CONSENT


def note(turn: Turn, meeting: Meeting, mine: Registration, need: Need, wish: Wish) -> None:
    """Seal an answer with the consent it was given under; tell those who must do something."""
    keys = turn.house.keys
    kind = NeedKind(need.kind)
    before = needs.of(turn.session, keys, mine.id).get(kind, rule.NOTHING)
    was_answered = need.answered_at is not None
    need.answered_at = turn.now
    needs.write(turn.session, keys, need, wish)
    if wish == before:
        return
    if kind == NeedKind.ACCESS:
        booking.tell(turn, meeting, mine, Booked(wish, before))
    elif was_answered and not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        booking.tell_the_kitchen(turn, meeting)


def withdraw(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Remove all that was told about food and needs, at once; the registration stays."""
    late_requests.withdraw(turn.session, meeting.id, mine.person_id)
    for kind in NeedKind:
        need = needs.row(turn.session, mine.id, kind)
        if need is None:
            continue
        if need.answered_at is None:
            needs.leave(turn.session, need)
        else:
            note(turn, meeting, mine, need, rule.NOTHING)


def may_be_kept(turn: Turn, mine: Registration) -> bool:
    """Whether her own answers hold something that is not kept for next time already."""
    if mine.person_id != turn.me.id:
        return False
    told = _told(turn, mine)
    return bool(told) and told != usuals.of(turn.session, turn.house.keys, mine.person_id)


def keep(turn: Turn, mine: Registration) -> bool:
    """Keep her answers for next time, as she has just asked for; False when there is nothing."""
    told = _told(turn, mine)
    for kind, wish in told.items():
        usual = Usual(
            person_id=mine.person_id,
            kind=kind,
            sealed=b"",
            consent=CONSENT,
            consented_at=turn.now,
            used_at=turn.now,
        )
        usuals.keep(turn.session, turn.house.keys, usual, wish)
    return bool(told)


def _told(turn: Turn, mine: Registration) -> dict[NeedKind, Wish]:
    given = needs.of(turn.session, turn.house.keys, mine.id)
    return {kind: wish for kind, wish in given.items() if not wish.is_nothing}
