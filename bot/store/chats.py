"""A group that got another id. Knows where chat ids stand in the rows."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlmodel import Session, col, delete

from bot.records.card import Card
from bot.records.group import Group
from bot.records.hold import Hold
from bot.records.outgoing import Outgoing, OutgoingStatus


def move(session: Session, old: int, new: int) -> None:
    """Put the new id everywhere; telling it twice, or by either side, makes no difference.

    The messages of the old group cannot be edited from the new one, so its cards must be shown
    anew (Bot API, "migrate_to_chat_id").
    """
    if session.scalar(select(Group).where(col(Group.chat_id) == new)):
        session.execute(delete(Group).where(col(Group.chat_id) == old))
    else:
        session.execute(update(Group).where(col(Group.chat_id) == old).values(chat_id=new))
    _move_cards(session, old, new)
    session.execute(
        update(Outgoing)
        .where(
            col(Outgoing.chat_id) == old,
            col(Outgoing.status).in_([OutgoingStatus.QUEUED, OutgoingStatus.SENDING]),
        )
        .values(chat_id=new)
    )
    session.execute(delete(Hold).where(col(Hold.scope) == f"chat:{old}"))


def _move_cards(session: Session, old: int, new: int) -> None:
    for card in session.scalars(select(Card).where(col(Card.chat_id) == old)).all():
        twin = select(Card).where(
            col(Card.meeting_id) == card.meeting_id,
            col(Card.chat_id) == new,
            col(Card.kind) == card.kind,
            col(Card.about) == card.about,
        )
        if session.scalar(twin):
            session.delete(card)
        else:
            card.chat_id, card.message_id, card.shown = new, None, ""
    session.flush()
