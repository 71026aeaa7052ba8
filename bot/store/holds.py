"""Pauses Telegram has asked for. Knows rows and scopes, never why."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col, delete

from bot.records.hold import Hold
from bot.store.upsert import insert_or_replace


def keep(session: Session, scope: str, until: datetime) -> None:
    """Remember a pause, in the place of an older one of the same scope."""
    insert_or_replace(session, Hold, {"scope": scope, "until": until}, key="scope")


def standing(session: Session, now: datetime) -> dict[str, datetime]:
    """The pauses that still last."""
    rows = session.scalars(select(Hold).where(col(Hold.until) > now))
    return {row.scope: row.until for row in rows}


def forget(session: Session, now: datetime) -> None:
    """Remove the pauses that are over."""
    session.execute(delete(Hold).where(col(Hold.until) <= now))
