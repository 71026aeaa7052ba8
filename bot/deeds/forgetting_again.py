"""Cleans a restored backup of those who were erased after it was made (GDPR art. 17)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import select

from bot.deeds import cards, leaving
from bot.records.erasure import Erasure
from bot.store import people
from bot.turn import Turn


def replay(turn: Turn) -> int:
    """Erase those on the list who stand in the database again; give how many there were.

    Asked before anything is sent. It costs two short questions when nothing has been restored.
    Someone who came in anew after she was erased has a later row, and stays.
    """
    known = {one.person_hash: one.erased_at for one in turn.session.exec(select(Erasure))}
    listed = turn.house.keys.erased.all()
    for mark, at in known.items():
        if mark not in listed:
            turn.house.keys.erased.add(mark, at)
    fresh = {mark: at for mark, at in listed.items() if mark not in known or known[mark] < at}
    gone = _erase(turn, fresh) if fresh else 0
    for mark, at in fresh.items():
        leaving.note(turn, mark, at)
    return gone


def _erase(turn: Turn, fresh: dict[str, datetime]) -> int:
    gone = 0
    for person in people.everyone(turn.session):
        at = fresh.get(turn.house.keys.person_hash(leaving.identity(person)))
        if at is not None and person.created_at <= at:
            for meeting in leaving.remove(turn, person):
                cards.refresh(turn, meeting)
            gone += 1
    return gone
