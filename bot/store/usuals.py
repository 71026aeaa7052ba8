"""Named questions about what people asked to have kept for next time; sealed with their own key."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.records.need import NeedKind
from bot.records.usual import Usual
from bot.rules import needs
from bot.rules.needs import Wish
from bot.store.sealing import KeyRing


def of(session: Session, keys: KeyRing, person_id: int) -> dict[NeedKind, Wish]:
    """What is kept for a person, in clear; what cannot be read is left out."""
    found = session.exec(select(Usual).where(Usual.person_id == person_id))
    opened = {NeedKind(one.kind): keys.unseal_for(person_id, one.sealed) for one in found}
    return {kind: needs.read(text) for kind, text in opened.items() if text is not None}


def kinds(session: Session, person_id: int) -> frozenset[NeedKind]:
    """Of which questions an answer is kept, without opening it."""
    wanted = select(Usual.kind).where(Usual.person_id == person_id)
    return frozenset(NeedKind(kind) for kind in session.exec(wanted))


def keep(session: Session, keys: KeyRing, usual: Usual, wish: Wish) -> None:
    """Keep a wish in the place of an older one; the row tells whose, which and by what consent."""
    mine = (col(Usual.person_id) == usual.person_id, col(Usual.kind) == usual.kind)
    session.exec(delete(Usual).where(*mine))
    usual.sealed = keys.seal_for(usual.person_id, needs.written(wish))
    session.add(usual)
    session.flush()


def use(session: Session, person_id: int, now: datetime) -> None:
    """Note that what is kept was of use, so that it stays."""
    for one in session.exec(select(Usual).where(Usual.person_id == person_id)):
        one.used_at = now
        session.add(one)


def forget(session: Session, keys: KeyRing, person_id: int) -> None:
    """Remove what is kept for a person, and the key that could open a copy of it."""
    session.exec(delete(Usual).where(col(Usual.person_id) == person_id))
    keys.destroy_for(person_id)


def idle(session: Session, before: datetime) -> list[int]:
    """The people for whom something is kept that has been of no use since."""
    wanted = select(Usual.person_id).group_by(col(Usual.person_id))
    late = select(Usual.person_id).where(col(Usual.used_at) >= before)
    return list(session.exec(wanted.where(col(Usual.person_id).not_in(late))))
