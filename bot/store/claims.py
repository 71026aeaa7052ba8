"""Which rows of the outbox go next. Knows their order, never how they are sent.

Asked many times a second, so the statements are made once and go past the object mapper.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, and_, bindparam, func, select, update
from sqlmodel import Session, col

from bot.records.card import Card
from bot.records.outgoing import Lane, Outgoing, OutgoingStatus

_QUEUED, _SENDING = OutgoingStatus.QUEUED, OutgoingStatus.SENDING
_PAGE = 12
"""Rows looked at together; at Telegram's pace no more than a few may leave at once."""

_TABLE: Table = Outgoing.__table__  # type: ignore[attr-defined]  # SQLModel does not tell its type
_ROWS = _TABLE.c
_ON_THE_WIRE = select(_ROWS.chat_id).where(_ROWS.status == _SENDING)
_NOW = bindparam("now", type_=_ROWS.not_before.type)
# Not the plain column: SQLite would then find all that is due by its hour and sort it at each look,
# instead of reading the first few in their order.
_IN_LINE = func.coalesce(_ROWS.not_before, _ROWS.not_before)
_DUE = (
    select(_ROWS.id, _ROWS.chat_id, _ROWS.lane, _ROWS.stale_after, _ROWS.card_id, _ROWS.method)
    .where(
        and_(
            _ROWS.status == _QUEUED,
            _IN_LINE <= _NOW,
            _ROWS.chat_id.not_in(_ON_THE_WIRE),
        )
    )
    .order_by(_ROWS.lane, _ROWS.id)
    .limit(bindparam("page"))
)
_TO_CLAIM = _DUE.with_for_update(skip_locked=True)
_TO_CLAIM_ELSEWHERE = _TO_CLAIM.where(_ROWS.chat_id.not_in(bindparam("passed", expanding=True)))
_NEXT = select(func.min(_ROWS.not_before)).where(_ROWS.status == _QUEUED, _ROWS.not_before > _NOW)
_COUNT = (
    update(_TABLE)
    .where(_ROWS.id.in_(bindparam("claimed", expanding=True)))
    .values(status=_SENDING, attempts=_ROWS.attempts + 1, claimed_at=bindparam("now"))
    .returning(_ROWS.id, _ROWS.chat_id, _ROWS.lane, _ROWS.method, _ROWS.content, _ROWS.card_id)
)
_GIVE_UP = (
    update(_TABLE)
    .where(_ROWS.id == bindparam("row"))
    .values(
        status=OutgoingStatus.GIVEN_UP,
        content={},
        last_error=bindparam("error"),
        settled_at=bindparam("now"),
    )
)

_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row we have promised to send, and for which an attempt is counted."""

    id: int
    chat_id: int
    lane: Lane
    method: str
    content: dict[str, object]
    card_id: int | None


@dataclass(slots=True)
class Claim:
    """What one look in the outbox gave.

    `stale` holds the ids of rows given up as too late, `left` the chats and lanes of those that
    were seen and must wait; `is_all` says that there were no more than those seen.
    """

    rows: list[Claimed] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    left: list[tuple[int, Lane]] = field(default_factory=list)
    is_all: bool = True


def claim(
    session: Session, now: datetime, slots: Mapping[Lane, int], busy: Collection[int]
) -> Claim:
    """Take rows that are due, one per chat, the waiting person's lane first.

    `slots` says how many may be taken in all once a lane has had its share, never more for a
    later lane than for an earlier. `busy` names the chats that must wait. A chat with a row on
    the wire waits too, which is what keeps its order.
    """
    session.flush()
    look = _Look(session, session.connection(), now, slots, set(busy))
    page = look.page()
    while look.takes(page):
        page = look.page()
    _count(look)
    return look.found


def due(session: Session, now: datetime, limit: int) -> list[tuple[int, Lane]]:
    """The chats and lanes of rows that are due but were not taken, the most urgent first."""
    found = session.connection().execute(_DUE, {"now": now, "page": limit})
    return [(row.chat_id, Lane(row.lane)) for row in found]


def next_at(session: Session, now: datetime) -> datetime | None:
    """When the next row that is not yet due will be; None when there is none."""
    when: datetime | None = session.connection().scalar(_NEXT, {"now": now})
    return when


@dataclass(slots=True)
class _Look:
    """One look in the outbox, a page at a time."""

    session: Session
    line: Connection
    now: datetime
    slots: Mapping[Lane, int]
    passed: set[int]
    found: Claim = field(default_factory=Claim)
    chosen: dict[int, int | None] = field(default_factory=dict)
    """Ids of rows to take, and the message each of them edits if its card knows one."""
    is_first: bool = True

    def page(self) -> Sequence[_Row]:
        """See the next rows; the first time also those of chats that must wait."""
        asked: dict[str, object] = {"now": self.now, "page": _PAGE}
        if self.is_first:
            self.is_first = False
            return self.line.execute(_TO_CLAIM, asked).all()
        asked["passed"] = list(self.passed)
        return self.line.execute(_TO_CLAIM_ELSEWHERE, asked).all()

    def takes(self, page: Sequence[_Row]) -> bool:
        """Choose what may leave; whether another page can hold more of it."""
        for row in page:
            self._considers(row)
        self.found.is_all = len(page) < _PAGE
        return not self.found.is_all and self._has_room(page[-1])

    def _considers(self, row: _Row) -> None:
        if row.chat_id in self.passed or not self._has_room(row):
            self.found.left.append((row.chat_id, Lane(row.lane)))
            self.passed.add(row.chat_id)
        elif row.stale_after is not None and row.stale_after <= self.now:
            self._gives_up(row, "stale")
            self.found.stale.append(row.id)
        elif row.card_id is None or not row.method.startswith("edit"):
            self._takes(row, None)
        elif (message_id := self._shown(row.card_id)) is None:
            self._gives_up(row, "the card was never shown")
        else:
            self._takes(row, message_id)

    def _takes(self, row: _Row, message_id: int | None) -> None:
        self.passed.add(row.chat_id)
        self.chosen[row.id] = message_id

    def _has_room(self, row: _Row) -> bool:
        return len(self.chosen) < self.slots.get(Lane(row.lane), 0)

    def _shown(self, card_id: int) -> int | None:
        return self.session.scalar(select(col(Card.message_id)).where(col(Card.id) == card_id))

    def _gives_up(self, row: _Row, error: str) -> None:
        given = {"row": row.id, "error": error, "now": self.now}
        self.line.execute(_GIVE_UP, given)


def _count(look: _Look) -> None:
    """Count an attempt for what was chosen, and read what it says."""
    if not look.chosen:
        return
    given = {"claimed": list(look.chosen), "now": look.now}
    rows = look.line.execute(_COUNT, given).all()
    for row in sorted(rows, key=lambda row: (row.lane, row.id)):
        message_id = look.chosen[row.id]
        content = row.content if message_id is None else row.content | {"message_id": message_id}
        look.found.rows.append(
            Claimed(row.id, row.chat_id, Lane(row.lane), row.method, content, row.card_id)
        )
