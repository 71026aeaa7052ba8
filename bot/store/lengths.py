"""How much waits, for whoever watches over the bot. Counts rows, reads none."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.records.incoming import Incoming, IncomingStatus
from bot.records.outgoing import Outgoing, OutgoingStatus

_IN = (IncomingStatus.WAITING, IncomingStatus.QUARANTINED)
_OUT = (
    OutgoingStatus.QUEUED,
    OutgoingStatus.SENDING,
    OutgoingStatus.UNCERTAIN,
    OutgoingStatus.GIVEN_UP,
)
"""Only what is few: what has been sent may be a million rows."""


def inbox(session: Session) -> dict[str, int]:
    """Count the updates that wait and those put aside."""
    asked = select(col(Incoming.status), func.count()).group_by(col(Incoming.status))
    found = session.execute(asked.where(col(Incoming.status).in_(_IN)))
    return {status.value: 0 for status in _IN} | {status.value: n for status, n in found}


def outbox(session: Session) -> dict[str, int]:
    """Count the messages that wait, those on the wire, in doubt, and given up."""
    asked = select(col(Outgoing.status), func.count()).group_by(col(Outgoing.status))
    found = session.execute(asked.where(col(Outgoing.status).in_(_OUT)))
    return {status.value: 0 for status in _OUT} | {status.value: n for status, n in found}


def oldest(session: Session) -> dict[str, datetime | None]:
    """Since when the first update, and the first message that may leave, have waited."""
    waits = func.min(col(Incoming.received_at))
    due = func.min(col(Outgoing.not_before))
    return {
        "inbox": session.scalar(select(waits).where(col(Incoming.status) == _IN[0])),
        "outbox": session.scalar(select(due).where(col(Outgoing.status) == _OUT[0])),
    }
