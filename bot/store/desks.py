"""Named questions about the desks that stand in organisers' chats."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, func, select, update

from bot.records.card import Card, CardKind

_IS_DESK = col(Card.kind) == CardKind.DESK


def at(session: Session, chat_id: int, message_id: int) -> Card | None:
    """Find the desk that stands, or stood, in this message."""
    wanted = select(Card).where(Card.chat_id == chat_id, Card.message_id == message_id, _IS_DESK)
    return session.exec(wanted).first()


def look_at(session: Session, meeting_id: int, when: datetime) -> None:
    """Let a meeting's desks be compared with the rows at this hour, unless they already will be.

    One that shows something else for the moment is left alone.
    """
    shown = update(Card).where(
        col(Card.meeting_id) == meeting_id,
        _IS_DESK,
        col(Card.shown) != "",
        col(Card.looks_at).is_(None),
    )
    session.exec(shown.values(looks_at=when))


def due(session: Session, now: datetime) -> list[Card]:
    """The desks whose hour has come."""
    wanted = select(Card).where(col(Card.looks_at) <= now)
    return list(session.exec(wanted.order_by(col(Card.id)).with_for_update()))


def next_look(session: Session) -> datetime | None:
    """When a desk is to be looked at next."""
    return session.exec(select(func.min(col(Card.looks_at)))).first()
