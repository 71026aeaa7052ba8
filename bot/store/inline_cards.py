"""Named questions about the cards that people have shared."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.records.inline_card import InlineCard
from bot.records.meeting import Meeting


def by_number(session: Session, inline_id: str) -> InlineCard | None:
    """Find the card that has Telegram's number."""
    return session.exec(select(InlineCard).where(InlineCard.inline_id == inline_id)).first()


def note(session: Session, meeting_id: int, inline_id: str, now: datetime) -> InlineCard:
    """Write a shared card down; what a card shows is decided by the first who tells of it."""
    known = by_number(session, inline_id)
    if known is not None:
        return known
    card = InlineCard(meeting_id=meeting_id, inline_id=inline_id, created_at=now)
    session.add(card)
    session.flush()
    return card


def newest(session: Session, meeting_id: int, most: int) -> list[InlineCard]:
    """The cards of a meeting that were shared last, at most so many."""
    wanted = select(InlineCard).where(InlineCard.meeting_id == meeting_id)
    return list(session.exec(wanted.order_by(col(InlineCard.id).desc()).limit(most)))


def forget(session: Session, before: datetime) -> None:
    """Let go of the cards of meetings that were held before; what stands in a chat stays there."""
    held = select(Meeting.id).where(col(Meeting.day) < before.date())
    session.exec(delete(InlineCard).where(col(InlineCard.meeting_id).in_(held)))
