"""Updates kept before they are confirmed to Telegram. Knows rows, never what an update means."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.records.incoming import Incoming, IncomingStatus
from bot.store.engine import rowcount
from bot.store.upsert import insert_new

_ATTEMPTS = 2
"""A third time would hardly go better, and those behind are waiting."""


def keep(session: Session, updates: Sequence[Mapping[str, object]], now: datetime) -> int:
    """Store raw updates; one that has come before is left as it is. Give the number of new ones."""
    sound = [update for update in updates if _has_number(update)]
    rows = [
        {
            "update_id": update["update_id"],
            "body": json.dumps(update, ensure_ascii=True, separators=(",", ":")),
            "status": IncomingStatus.WAITING,
            "attempts": 0,
            "last_error": "",
            "received_at": now,
        }
        for update in sound
    ]
    return insert_new(session, Incoming, rows, key="update_id") if rows else 0


def _has_number(update: Mapping[str, object]) -> bool:
    """Whether it is an update at all; the number is always there (Bot API, Update)."""
    return isinstance(update.get("update_id"), int)


def waiting(session: Session, limit: int) -> list[Incoming]:
    """Those not handled, oldest first. Telegram may start its numbers anew, so the hour decides."""
    found = select(Incoming).where(col(Incoming.status) == IncomingStatus.WAITING)
    ordered = found.order_by(col(Incoming.received_at), col(Incoming.update_id)).limit(limit)
    return list(session.scalars(ordered))


def count_waiting(session: Session) -> int:
    """How many are not handled."""
    counted = select(func.count()).where(col(Incoming.status) == IncomingStatus.WAITING)
    return session.scalar(counted) or 0


def handled(session: Session, update_id: int, now: datetime) -> bool:
    """Note the effect in its own transaction and forget what was said; False if already noted."""
    done = session.execute(
        update(Incoming)
        .where(col(Incoming.update_id) == update_id, col(Incoming.status) == IncomingStatus.WAITING)
        .values(status=IncomingStatus.HANDLED, body=None, handled_at=now)
    )
    return rowcount(done) == 1


def tried(session: Session, update_id: int) -> None:
    """Count an attempt before it is made, for an update that may have killed the process."""
    session.execute(
        update(Incoming)
        .where(col(Incoming.update_id) == update_id)
        .values(attempts=col(Incoming.attempts) + 1, last_error="the process ended")
    )


def failed(session: Session, update_id: int, error: str) -> bool:
    """Note a failed attempt; True when it was the last and the update is put aside."""
    row = session.get_one(Incoming, update_id, with_for_update=True)
    row.attempts += 1
    row.last_error = error
    if row.attempts >= _ATTEMPTS:
        row.status = IncomingStatus.QUARANTINED
    session.add(row)
    session.flush()
    return row.status == IncomingStatus.QUARANTINED


def is_worn_out(row: Incoming) -> bool:
    """Whether the update has been tried as often as we try."""
    return row.attempts >= _ATTEMPTS


def put_aside(session: Session, update_id: int) -> None:
    """Quarantine without another attempt."""
    session.execute(
        update(Incoming)
        .where(col(Incoming.update_id) == update_id)
        .values(status=IncomingStatus.QUARANTINED)
    )
