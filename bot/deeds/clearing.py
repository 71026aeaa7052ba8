"""The daily clearing away: needs first, then what has served its time."""

from __future__ import annotations

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
from bot.store import late_requests, meetings, needs, people, usuals
from bot.turn import Turn

CHORE = "clearing"


def clear(turn: Turn) -> None:
    """Clear once a day, in the network's own day."""
    today = turn.now.astimezone(turn.house.zone).date()
    chore = turn.session.get(Chore, CHORE) or Chore(name=CHORE, done_on=today - timedelta(days=1))
    if chore.done_on >= today:
        return
    chore.done_on = today
    turn.session.add(chore)
    _clear_needs(turn)
    _clear_usuals(turn)
    _clear_logs(turn)
    unfinished.forget(turn)
    if retention.may_erase(turn.house.settings.network):
        _clear_registrations(turn)


def _clear_needs(turn: Turn) -> None:
    """Erase answers about food and needs, and the key that could open a copy of them."""
    days = turn.house.settings.retention.needs_days
    for meeting_id in needs.kept(turn.session):
        meeting = meetings.get(turn.session, meeting_id)
        if meeting is None or retention.needs_are_done(meeting, turn.now, turn.house.zone, days):
            needs.erase(turn.session, meeting_id)
            late_requests.forget_words(turn.session, meeting_id)
            turn.house.keys.destroy(meeting_id)


def _clear_usuals(turn: Turn) -> None:
    """Erase what people kept for next time and have not used, each with its key."""
    before = turn.now - timedelta(days=turn.house.settings.retention.usual_days)
    for person_id in usuals.idle(turn.session, before):
        usuals.forget(turn.session, turn.house.keys, person_id)


def _clear_logs(turn: Turn) -> None:
    kept = turn.house.settings.retention
    updates = turn.now - timedelta(days=kept.updates_days)
    delivery = turn.now - timedelta(days=kept.delivery_days)
    audit = turn.now - timedelta(days=kept.audit_days)
    handled = col(Incoming.status) != IncomingStatus.WAITING
    turn.session.exec(delete(Incoming).where(handled, col(Incoming.received_at) < updates))
    turn.session.exec(delete(Outgoing).where(col(Outgoing.settled_at) < delivery))
    turn.session.exec(delete(Audit).where(col(Audit.at) < audit))


def _clear_registrations(turn: Turn) -> None:
    """Erase who came; how many came stays in the meeting's evaluation and minutes."""
    days = turn.house.settings.retention.registrations_days
    for meeting in meetings.held_before(turn.session, turn.now - timedelta(days=days)):
        if retention.registrations_are_done(meeting, turn.now, turn.house.zone, days):
            for table in (Need, LateRequest, Evaluation, Handover, Registration):
                gone = delete(table).where(col(table.meeting_id) == meeting.id)
                turn.session.exec(gone)
    _clear_guests(turn, turn.now - timedelta(days=days))


def _clear_guests(turn: Turn, before: datetime) -> None:
    """Erase those who were only entered by name for a meeting whose answers are erased."""
    for guest in people.forgotten_guests(turn.session, before):
        leaving.erase(turn, guest)
