"""How several processes take from one inbox on PostgreSQL. Knows rows and their locks only.

An update is held by the transaction that handles it. What one person does keeps its order: an
update is not free while an earlier one of the same person waits, in whosever hands that one is.
"""

from __future__ import annotations

from sqlalchemy import Table, bindparam, exists, func, select, tuple_
from sqlmodel import Session

from bot.records.incoming import Incoming, IncomingStatus

_AHEAD = 64
"""So many of the oldest are looked at, and some of them taken at random: two processes that both
took the very oldest would mostly get in each other's way."""

_WAITING = IncomingStatus.WAITING
_TABLE: Table = Incoming.__table__  # type: ignore[attr-defined]  # SQLModel does not tell its type
_ONE, _OTHER = _TABLE.alias("one"), _TABLE.alias("other")
_IS_FREE = (_ONE.c.status == _WAITING) & ~exists().where(
    _OTHER.c.from_id == _ONE.c.from_id,
    _OTHER.c.status == _WAITING,
    tuple_(_OTHER.c.received_at, _OTHER.c.update_id) < tuple_(_ONE.c.received_at, _ONE.c.update_id),
)
_OLDEST = (
    select(_ONE.c.update_id)
    .where(_IS_FREE)
    .order_by(_ONE.c.received_at, _ONE.c.update_id)
    .limit(_AHEAD)
    .subquery()
)
_SOME = select(_OLDEST.c.update_id).order_by(func.random()).limit(bindparam("limit"))
_HOLD = (
    select(_ONE.c.update_id)
    .where(_ONE.c.update_id == bindparam("number"), _IS_FREE)
    .with_for_update(skip_locked=True, of=_ONE)
)


def is_shared(session: Session) -> bool:
    """Whether other processes may take from the same inbox."""
    return session.get_bind().dialect.name != "sqlite"


def some_free(session: Session, limit: int) -> list[int]:
    """The numbers of some updates that may be handled now, among the oldest."""
    return list(session.connection().scalars(_SOME, {"limit": limit}))


def hold(session: Session, update_id: int) -> bool:
    """Hold an update to the end of the transaction; False when it is not free."""
    return session.connection().scalar(_HOLD, {"number": update_id}) is not None
