"""Writes the points of an agenda down one by one, where the whole is not put in anew."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.records.agenda import AgendaItem
from bot.store import meetings


def point(session: Session, meeting_id: int, row: int) -> AgendaItem | None:
    """Find a point of a meeting's agenda."""
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id, AgendaItem.id == row)
    return session.exec(wanted).first()


def append(session: Session, meeting_id: int, added: list[AgendaItem]) -> None:
    """Put points last."""
    listed = meetings.agenda(session, meeting_id)
    last = max((one.position for one in listed), default=-1)
    for place, one in enumerate(added, last + 1):
        one.position = place
        session.add(one)
    session.flush()


def arrange(session: Session, meeting_id: int, order: list[tuple[int, int]]) -> None:
    """Set the order and the depths; what is not in the order goes."""
    wanted = {row: (place, depth) for place, (row, depth) in enumerate(order)}
    listed = session.exec(select(AgendaItem).where(col(AgendaItem.meeting_id) == meeting_id))
    for one in listed.all():
        if one.id in wanted:
            one.position, one.depth = wanted[one.id]
            session.add(one)
        else:
            session.delete(one)
    session.flush()
