"""Named questions about the groups where cards are shown."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.records.group import Group


def by_chat(session: Session, chat_id: int) -> Group | None:
    """Find the group of a chat."""
    return session.exec(select(Group).where(Group.chat_id == chat_id)).first()


def active(session: Session) -> list[Group]:
    """The groups the bot may post in."""
    wanted = select(Group).where(col(Group.is_active).is_(True))
    return list(session.exec(wanted.order_by(col(Group.id))))
