"""Updates kept before they are confirmed to Telegram. Knows rows, never what an update means."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Table, bindparam, func, select, update
from sqlmodel import Session, col

from bot.records.incoming import Incoming, IncomingStatus
from bot.store.engine import rowcount
from bot.store.sharing import hold, is_shared, some_free
from bot.store.upsert import insert_new

_TABLE: Table = Incoming.__table__  # type: ignore[attr-defined]  # SQLModel does not tell its type
_ROWS = _TABLE.c
# Asked for each group of turns, so they are made once and go past the object mapper.
_KNOWN = select(_ROWS.update_id).where(_ROWS.update_id.in_(bindparam("numbers", expanding=True)))
_STILL_WAITING = _KNOWN.where(_ROWS.status == IncomingStatus.WAITING)
_HANDLED = (
    update(_TABLE)
    .where(_ROWS.update_id.in_(bindparam("numbers", expanding=True)))
    .values(status=IncomingStatus.HANDLED, from_id=0, body=None, handled_at=bindparam("now"))
)

ATTEMPTS = 2
"""A third time would hardly go better, and those behind are waiting."""


def keep(session: Session, updates: Sequence[Mapping[str, object]], now: datetime) -> int:
    """Store raw updates; one that has come before is left as it is. Give the number of new ones."""
    sound = [update for update in updates if _has_number(update)]
    rows = [
        {
            "update_id": update["update_id"],
            "from_id": _from(update),
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


def _from(update: Mapping[str, object]) -> int:
    """Whose deed it is: a person's, or a chat's when no person is named."""
    for deed in update.values():
        if isinstance(deed, Mapping):
            for doer in (deed.get("from"), deed.get("chat")):
                if isinstance(doer, Mapping) and isinstance(number := doer.get("id"), int):
                    return number
    return 0


def waiting(session: Session, limit: int) -> list[Incoming]:
    """Those not handled, oldest first. Telegram may start its numbers anew, so the hour decides.

    When several processes share the work, some of the first of each person's.
    """
    found = select(Incoming).where(col(Incoming.status) == IncomingStatus.WAITING)
    if is_shared(session):
        found = found.where(col(Incoming.update_id).in_(some_free(session, limit)))
    ordered = found.order_by(col(Incoming.received_at), col(Incoming.update_id)).limit(limit)
    return list(session.scalars(ordered))


def waiting_numbers(session: Session) -> set[int]:
    """The numbers of all that is not handled."""
    numbers = select(col(Incoming.update_id))
    return set(session.scalars(numbers.where(col(Incoming.status) == IncomingStatus.WAITING)))


def count_waiting(session: Session) -> int:
    """How many are not handled."""
    counted = select(func.count()).where(col(Incoming.status) == IncomingStatus.WAITING)
    return session.scalar(counted) or 0


def handled(session: Session, update_id: int, now: datetime) -> bool:
    """Note the effect in its own transaction and forget what was said, and who said it.

    False, and nothing noted, when it is already handled, in another process's hands, or not yet
    that person's turn.
    """
    if is_shared(session) and not hold(session, update_id):
        return False
    done = session.execute(
        update(Incoming)
        .where(col(Incoming.update_id) == update_id, col(Incoming.status) == IncomingStatus.WAITING)
        .values(status=IncomingStatus.HANDLED, from_id=0, body=None, handled_at=now)
    )
    return rowcount(done) == 1


def tried(session: Session, update_id: int, attempt: int) -> None:
    """Count an attempt before it is made, for an update that may have killed the process."""
    if not is_shared(session) or hold(session, update_id):
        failed(session, update_id, attempt, "the process ended")


def failed(session: Session, update_id: int, attempt: int, error: str) -> None:
    """Note how often it has been tried, and how it went."""
    session.execute(
        update(Incoming)
        .where(col(Incoming.update_id) == update_id)
        .values(attempts=attempt, last_error=error)
    )


def put_aside(session: Session, update_id: int) -> None:
    """Quarantine: it stays to be looked at, and the others pass."""
    session.execute(
        update(Incoming)
        .where(col(Incoming.update_id) == update_id, col(Incoming.status) == IncomingStatus.WAITING)
        .values(status=IncomingStatus.QUARANTINED)
    )


def known(session: Session, updates: Sequence[Mapping[str, object]]) -> set[int]:
    """The numbers of those that have come before."""
    numbers = [update["update_id"] for update in updates if _has_number(update)]
    return set(session.connection().scalars(_KNOWN, {"numbers": numbers}))


def still_waiting(session: Session, update_ids: Sequence[int]) -> set[int]:
    """Those of a group that nobody has handled meanwhile."""
    return set(session.connection().scalars(_STILL_WAITING, {"numbers": list(update_ids)}))


def all_tried(session: Session, update_ids: Sequence[int]) -> None:
    """Count one attempt for each of a group, before it is made."""
    session.execute(
        update(Incoming)
        .where(col(Incoming.update_id).in_(update_ids))
        .values(attempts=col(Incoming.attempts) + 1, last_error="the process ended")
    )


def all_handled(session: Session, update_ids: Sequence[int], now: datetime) -> None:
    """Note the effects of a group in its own transaction, and forget what was said by whom."""
    session.connection().execute(_HANDLED, {"numbers": list(update_ids), "now": now})
