"""Which rows of the outbox go next. Knows their order, never how they are sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Row, and_, func, select, update
from sqlmodel import Session, col

from bot.records.card import Card
from bot.records.outgoing import Lane, Outgoing, OutgoingStatus

_QUEUED, _SENDING = OutgoingStatus.QUEUED, OutgoingStatus.SENDING

_COLUMNS = (
    col(Outgoing.id),
    col(Outgoing.chat_id),
    col(Outgoing.lane),
    col(Outgoing.method),
    col(Outgoing.content),
    col(Outgoing.card_id),
    col(Outgoing.stale_after),
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row we have promised to send, and for which an attempt is counted."""

    id: int
    chat_id: int
    lane: Lane
    method: str
    content: dict[str, object]


@dataclass(slots=True)
class Claim:
    """What one look in the outbox gave; `stale` holds the ids of rows given up as too late."""

    rows: list[Claimed] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)


def claim(
    session: Session, now: datetime, slots: Mapping[Lane, int], busy: Collection[int]
) -> Claim:
    """Take rows that are due, one per chat, the waiting person's lane first.

    `slots` says how many may be taken in all once a lane has had its share; `busy` names the
    chats that must wait. A chat with a row on the wire waits too, which is what keeps its order.
    """
    taken, passed = Claim(), set(busy)
    for lane, allowed in sorted(slots.items()):
        while (room := allowed - len(taken.rows)) > 0:
            rows = _next(session, _is_due(now, lane, passed), room)
            if not rows:
                break
            for row in rows:
                _take(session, taken, row, passed, now)
    _count(session, taken.rows, now)
    return taken


def due(session: Session, now: datetime, limit: int) -> list[tuple[int, Lane]]:
    """The chats and lanes of rows that are due but were not taken, the most urgent first."""
    found = (
        select(col(Outgoing.chat_id), col(Outgoing.lane))
        .where(_is_waiting(now))
        .order_by(col(Outgoing.lane), col(Outgoing.id))
        .limit(limit)
    )
    return [(chat_id, Lane(lane)) for chat_id, lane in session.execute(found)]


def next_at(session: Session, now: datetime) -> datetime | None:
    """When the next row that is not yet due will be; None when there is none."""
    return session.scalar(
        select(func.min(col(Outgoing.not_before))).where(
            col(Outgoing.status) == _QUEUED, col(Outgoing.not_before) > now
        )
    )


def _is_waiting(now: datetime) -> ColumnElement[bool]:
    on_the_wire = select(col(Outgoing.chat_id)).where(col(Outgoing.status) == _SENDING)
    return and_(
        col(Outgoing.status) == _QUEUED,
        col(Outgoing.not_before) <= now,
        col(Outgoing.chat_id).not_in(on_the_wire),
    )


def _is_due(now: datetime, lane: Lane, passed: Collection[int]) -> ColumnElement[bool]:
    return and_(_is_waiting(now), col(Outgoing.lane) == lane, col(Outgoing.chat_id).not_in(passed))


def _next(
    session: Session, is_due: ColumnElement[bool], limit: int
) -> list[Row[tuple[object, ...]]]:
    found = select(*_COLUMNS).where(is_due).order_by(col(Outgoing.id)).limit(limit)
    return list(session.execute(found.with_for_update(skip_locked=True)))


def _take(
    session: Session, taken: Claim, row: Row[tuple[object, ...]], passed: set[int], now: datetime
) -> None:
    if row.chat_id in passed:
        return
    if row.stale_after is not None and row.stale_after <= now:
        _give_up(session, row.id, "stale", now)
        taken.stale.append(row.id)
        return
    content = _with_message(session, row)
    if content is None:
        _give_up(session, row.id, "the card was never shown", now)
        return
    passed.add(row.chat_id)
    taken.rows.append(Claimed(row.id, row.chat_id, Lane(row.lane), row.method, content))


def _with_message(session: Session, row: Row[tuple[object, ...]]) -> dict[str, object] | None:
    """Tell an edit which message it changes; None when its card has none."""
    content: dict[str, object] = row.content
    if not row.method.startswith("edit") or row.card_id is None:
        return content
    message_id = session.scalar(select(col(Card.message_id)).where(col(Card.id) == row.card_id))
    return None if message_id is None else content | {"message_id": message_id}


def _give_up(session: Session, row_id: int, error: str, now: datetime) -> None:
    session.execute(
        update(Outgoing)
        .where(col(Outgoing.id) == row_id)
        .values(status=OutgoingStatus.GIVEN_UP, last_error=error, settled_at=now)
    )


def _count(session: Session, rows: list[Claimed], now: datetime) -> None:
    if rows:
        session.execute(
            update(Outgoing)
            .where(col(Outgoing.id).in_([row.id for row in rows]))
            .values(status=_SENDING, attempts=col(Outgoing.attempts) + 1, claimed_at=now)
        )
