"""The daily clearing away: needs first, then what has served its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete

from bot.deeds import leaving, unfinished
from bot.records.audit import Audit
from bot.records.chore import Chore
from bot.records.evaluation import Evaluation
from bot.records.handover import Handover
from bot.records.incoming import Incoming, IncomingStatus
from bot.records.late_request import LateRequest
from bot.records.need import Need
from bot.records.outgoing import Outgoing
from bot.records.registration import Registration
from bot.rules import retention
from bot.store import inline_cards, kitchens, late_requests, meetings, needs, people, usuals
from bot.store.saving import Tell
from bot.turn import Turn

CHORE = "clearing"


@dataclass(frozen=True, slots=True)
class Cleared:
    """How many rows of each kind were erased."""

    needs: int = 0
    usuals: int = 0
    registrations: int = 0
    updates: int = 0
    deliveries: int = 0
    log: int = 0


def clear(turn: Turn) -> None:
    """Clear once a day, in the network's own day."""
    today = turn.now.astimezone(turn.house.zone).date()
    chore = turn.session.get(Chore, CHORE) or Chore(name=CHORE, done_on=today - timedelta(days=1))
    if chore.done_on >= today:
        return
    chore.done_on = today
    turn.session.add(chore)
    sweep(turn)
    unfinished.forget(turn)


def sweep(
    turn: Turn, *, by_decision: bool = False, is_dry: bool = False, tell: Tell | None = None
) -> Cleared:
    """Erase what has served its time, and count it; `tell` hears how many kinds are done.

    A public body's registrations go only by a decision. With `is_dry` no key is destroyed; the
    caller then lets the transaction go.
    """
    may_erase = by_decision or retention.may_erase(turn.house.settings.network)
    sweepers: dict[str, Callable[[], int]] = {
        "needs": lambda: _clear_needs(turn, is_dry=is_dry),
        "usuals": lambda: _clear_usuals(turn, is_dry=is_dry),
        "registrations": lambda: _clear_registrations(turn) if may_erase else 0,
        "updates": lambda: _clear_updates(turn),
        "deliveries": lambda: _clear_deliveries(turn),
        "log": lambda: _clear_log(turn),
    }
    erased: dict[str, int] = {}
    for kind, clear_kind in sweepers.items():
        erased[kind] = clear_kind()
        if tell:
            tell(len(erased), len(sweepers))
    return Cleared(**erased)


def _clear_needs(turn: Turn, *, is_dry: bool) -> int:
    """Erase answers about food and needs, and the key that could open a copy of them."""
    days, gone = turn.house.settings.retention.needs_days, 0
    for meeting_id in needs.kept(turn.session):
        meeting = meetings.get(turn.session, meeting_id)
        if meeting is None or retention.needs_are_done(meeting, turn.now, turn.house.zone, days):
            gone += needs.erase(turn.session, meeting_id)
            late_requests.forget_words(turn.session, meeting_id)
            kitchens.forget(turn.session, meeting_id)
            if not is_dry:
                turn.house.keys.destroy(meeting_id)
    return gone


def _clear_usuals(turn: Turn, *, is_dry: bool) -> int:
    """Erase what people kept for next time and have not used, each with its key."""
    before = turn.now - timedelta(days=turn.house.settings.retention.usual_days)
    idle = usuals.idle(turn.session, before)
    for person_id in () if is_dry else idle:
        usuals.forget(turn.session, turn.house.keys, person_id)
    return len(idle)


def _clear_updates(turn: Turn) -> int:
    before = turn.now - timedelta(days=turn.house.settings.retention.updates_days)
    handled = col(Incoming.status) != IncomingStatus.WAITING
    gone = delete(Incoming).where(handled, col(Incoming.received_at) < before)
    return turn.session.exec(gone).rowcount


def _clear_deliveries(turn: Turn) -> int:
    before = turn.now - timedelta(days=turn.house.settings.retention.delivery_days)
    inline_cards.forget(turn.session, before)
    return turn.session.exec(delete(Outgoing).where(col(Outgoing.settled_at) < before)).rowcount


def _clear_log(turn: Turn) -> int:
    before = turn.now - timedelta(days=turn.house.settings.retention.audit_days)
    return turn.session.exec(delete(Audit).where(col(Audit.at) < before)).rowcount


def _clear_registrations(turn: Turn) -> int:
    """Erase who came; how many came stays in the meeting's evaluation and minutes."""
    days, gone = turn.house.settings.retention.registrations_days, 0
    for meeting in meetings.held_before(turn.session, turn.now - timedelta(days=days)):
        if retention.registrations_are_done(meeting, turn.now, turn.house.zone, days):
            for table in (Need, LateRequest, Evaluation, Handover, Registration):
                statement = delete(table).where(col(table.meeting_id) == meeting.id)
                count = turn.session.exec(statement).rowcount
                gone += count if table is Registration else 0
    _clear_guests(turn, turn.now - timedelta(days=days))
    return gone


def _clear_guests(turn: Turn, before: datetime) -> None:
    """Erase those who were only entered by name for a meeting whose answers are erased."""
    for guest in people.forgotten_guests(turn.session, before):
        leaving.erase(turn, guest)
