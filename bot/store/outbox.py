"""Messages on their way out. Knows rows and their order, never Telegram.

    queued --claim--> sending --settle--> sent
       |                 |---> queued       not delivered for certain, or to be tried once more
       |                 |---> uncertain    nobody knows, and a copy would be worse
       |                 '---> given_up     refused, unreachable, too old
       '--withdraw--> withdrawn

An attempt is counted by the claim, before the request leaves, and taken back only when it is
certain that nothing was delivered. So a process that dies in the middle can never send a third
copy: whoever finds the row afterwards reads how often it may already have arrived.

Queueing and taking back stand here, claiming in `claims`, settling in `outcomes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Table, exists, insert, select, update
from sqlmodel import Session, col

from bot.records.outgoing import OnDoubt, Outgoing, OutgoingStatus
from bot.store import parts
from bot.store.engine import rowcount
from bot.store.sharing import is_shared

_QUEUED, _SENDING = OutgoingStatus.QUEUED, OutgoingStatus.SENDING
_TABLE: Table = Outgoing.__table__  # type: ignore[attr-defined]  # SQLModel does not tell its type
_NEW = insert(_TABLE)
_WRITTEN = tuple(column.name for column in _TABLE.c if column.name != "id")


def queue(session: Session, row: Outgoing) -> bool:
    """Write a message to be sent; False, and nothing written, when its key is already there.

    One that is longer than Telegram takes is written in parts. The row learns its id but is not
    the session's: read it anew to change it.
    """
    taken = row.key is not None and session.scalar(
        select(exists().where(col(Outgoing.key) == row.key))
    )
    if taken:
        return False
    # Past the object mapper, which would take as long as the rest of a turn; so what the row refers
    # to is written first.
    session.flush()
    for part in parts.of(row):
        written = session.connection().execute(_NEW, {one: getattr(part, one) for one in _WRITTEN})
        part.id = next(iter(written.inserted_primary_key or ()))
    return True


def queue_many(session: Session, rows: Sequence[Outgoing]) -> int:
    """Write many messages at once, except those whose key is there; give the number written.

    The parts of a long message count as one.
    """
    rows = [part for row in rows for part in parts.of(row)]
    keys = [row.key for row in rows if row.key is not None]
    known = set(session.scalars(select(col(Outgoing.key)).where(col(Outgoing.key).in_(keys))))
    fresh = [row.model_dump(exclude={"id"}) for row in rows if row.key not in known - {None}]
    if fresh:
        session.execute(insert(Outgoing), fresh)
    return sum(not row["is_part"] for row in fresh)


def redraw(session: Session, row: Outgoing) -> Outgoing:
    """Queue a card's newest look; one that still waits takes the look and keeps its hour.

    A card that may already stand there is edited, never sent twice; the claim fills in which
    message that is. Gives the row that counts.
    """
    same_card = select(Outgoing).where(col(Outgoing.card_id) == row.card_id)
    queued = same_card.where(col(Outgoing.status) == _QUEUED)
    waiting = session.scalars(queued.with_for_update()).first()
    if waiting is None:
        may_stand = same_card.where(
            col(Outgoing.status).in_([_SENDING, OutgoingStatus.UNCERTAIN]),
            col(Outgoing.method).startswith("send"),
        )
        if row.method == "sendMessage" and session.scalars(may_stand).first():
            row.method, row.on_doubt = "editMessageText", OnDoubt.REPEAT
        row.content = _as_content(row, row.method)
        session.add(row)
        waiting = row
    else:
        waiting.content = _as_content(row, waiting.method)
    session.flush()
    return waiting


def _as_content(row: Outgoing, method: str) -> dict[str, object]:
    """Leave out what only a send may have (Bot API, editMessageText)."""
    only_sends = set() if method.startswith("send") else {"disable_notification"}
    return {name: value for name, value in row.content.items() if name not in only_sends}


def withdraw(
    session: Session,
    *,
    person_id: int | None = None,
    broadcast_id: int | None = None,
) -> int:
    """Take back what has not left and has all that is named; give the number taken back.

    Its keys become free, so that it can be written anew. A row already on the wire may arrive,
    but is not tried again. Raises ValueError when nothing is named.
    """
    equal = ((Outgoing.person_id, person_id), (Outgoing.broadcast_id, broadcast_id))
    chosen = [col(column) == value for column, value in equal if value is not None]
    if not chosen:
        raise ValueError("nothing says which rows")
    return take_back(session, *chosen)


def take_back(session: Session, *chosen: ColumnElement[bool]) -> int:
    """Withdraw the rows that all conditions hold for; give the number of those that waited."""
    if is_shared(session):
        # Between the two statements a row could otherwise leave, and be neither.
        either = col(Outgoing.status).in_([_QUEUED, _SENDING])
        held = select(col(Outgoing.id)).where(either, *chosen).order_by(col(Outgoing.id))
        session.execute(held.with_for_update())
    session.execute(
        update(Outgoing)
        .where(col(Outgoing.status) == _SENDING, *chosen)
        .values(is_unwanted=True, key=None)
    )
    done = session.execute(
        update(Outgoing)
        .where(col(Outgoing.status) == _QUEUED, *chosen)
        .values(status=OutgoingStatus.WITHDRAWN, key=None, content={})
    )
    return rowcount(done)


def retry(session: Session, row: Outgoing, now: datetime) -> None:
    """Send a parked row once more, because a person has looked and wants it."""
    row.status, row.attempts, row.not_before, row.stale_after = _QUEUED, 0, now, None
    row.settled_at = None
    session.add(row)
    session.flush()
