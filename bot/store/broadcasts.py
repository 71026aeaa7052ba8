"""Named questions about messages on their way to many, and the cards that stay true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.card import Card, CardKind

AT_ONCE = 500
"""Ids in one statement; a database takes only so many."""
UNDER_WAY = (BroadcastStatus.WAITING, BroadcastStatus.GOING)
UNFINISHED = (*UNDER_WAY, BroadcastStatus.PAUSED)


def locked(session: Session, broadcast_id: int) -> Broadcast | None:
    """Find a broadcast as it stands now, and let nobody else change it before the commit."""
    wanted = select(Broadcast).where(Broadcast.id == broadcast_id)
    fresh = wanted.with_for_update().execution_options(populate_existing=True)
    return session.exec(fresh).first()


def keyed(session: Session, key: str) -> Broadcast | None:
    """Find the broadcast of an occasion."""
    return session.exec(select(Broadcast).where(Broadcast.key == key)).first()


def of(session: Session, meeting_id: int) -> list[Broadcast]:
    """Everything ever told to many about a meeting, but not what is only being written."""
    wanted = select(Broadcast).where(
        Broadcast.meeting_id == meeting_id, Broadcast.status != BroadcastStatus.DRAFT
    )
    return list(session.exec(wanted.order_by(col(Broadcast.id))))


def invitations(session: Session, meeting_ids: Sequence[int]) -> list[Broadcast]:
    """Every invitation to these meetings, but not what is only being written."""
    found: list[Broadcast] = []
    for start in range(0, len(meeting_ids), AT_ONCE):
        wanted = select(Broadcast).where(
            col(Broadcast.meeting_id).in_(meeting_ids[start : start + AT_ONCE]),
            Broadcast.kind == BroadcastKind.INVITATION,
            Broadcast.status != BroadcastStatus.DRAFT,
        )
        found += session.exec(wanted.order_by(col(Broadcast.id)))
    return found


def ready(session: Session, now: datetime) -> list[Broadcast]:
    """Broadcasts whose hour has come and that are not all written yet."""
    wanted = select(Broadcast).where(
        col(Broadcast.status).in_(UNDER_WAY), col(Broadcast.starts_at) <= now
    )
    return list(session.exec(wanted.order_by(col(Broadcast.id))))


def next_start(session: Session) -> datetime | None:
    """When the next broadcast begins or goes on."""
    wanted = select(Broadcast.starts_at).where(col(Broadcast.status).in_(UNDER_WAY))
    return session.exec(wanted.order_by(col(Broadcast.starts_at))).first()


def to_look_at(session: Session, now: datetime) -> list[Broadcast]:
    """Broadcasts whose receipts may have become untrue."""
    wanted = select(Broadcast).where(col(Broadcast.looks_at) <= now)
    return list(session.exec(wanted.order_by(col(Broadcast.id)).with_for_update()))


def next_look(session: Session) -> datetime | None:
    """When a receipt is to be looked at next."""
    return session.exec(select(func.min(col(Broadcast.looks_at)))).first()


def cards(session: Session, meeting_id: int, kind: CardKind) -> list[Card]:
    """The cards of one kind that show a meeting."""
    wanted = select(Card).where(Card.meeting_id == meeting_id, Card.kind == kind)
    return list(session.exec(wanted.order_by(col(Card.id))))


def card(session: Session, wanted: Card) -> Card:
    """Find the card for this meeting, chat, kind and matter, or write it down."""
    standing = session.exec(
        select(Card).where(
            Card.meeting_id == wanted.meeting_id,
            Card.chat_id == wanted.chat_id,
            Card.kind == wanted.kind,
            Card.about == wanted.about,
        )
    ).first()
    if standing is None:
        session.add(wanted)
        session.flush()
        return wanted
    return standing
