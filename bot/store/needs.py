"""Named questions about food and needs: sealed on the way in, counted on the way out."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.records.need import Need, NeedKind
from bot.records.registration import Registration, Standing
from bot.rules import needs
from bot.rules.needs import Wish
from bot.store.sealing import KeyRing


def answered(session: Session, registration_id: int) -> frozenset[NeedKind]:
    """Which of the two questions a person has answered."""
    wanted = select(Need.kind).where(
        Need.registration_id == registration_id, col(Need.answered_at).is_not(None)
    )
    return frozenset(NeedKind(kind) for kind in session.exec(wanted))


def row(session: Session, registration_id: int, kind: NeedKind) -> Need | None:
    """Find what is kept of one answer, also while it is being chosen."""
    wanted = select(Need).where(Need.registration_id == registration_id, Need.kind == kind)
    return session.exec(wanted).first()


def begun(session: Session, mine: Registration, kind: NeedKind) -> Need:
    """Find the row of an answer, or begin it."""
    found = row(session, mine.id, kind)
    return found or Need(registration_id=mine.id, meeting_id=mine.meeting_id, kind=kind)


def agree(session: Session, need: Need, version: str, now: datetime) -> None:
    """Note that she wants to answer and has agreed to this text."""
    need.consent, need.consented_at = version, now
    session.add(need)
    session.flush()


def choose(session: Session, keys: KeyRing, need: Need, wish: Wish) -> None:
    """Seal what is chosen so far."""
    need.draft = keys.seal(need.meeting_id, needs.written(wish))
    session.add(need)
    session.flush()


def draft(keys: KeyRing, need: Need) -> Wish:
    """What is chosen so far."""
    return _opened(keys, need.meeting_id, need.draft) or needs.NOTHING


def leave(session: Session, need: Need) -> None:
    """Stop choosing; what was answered before stays, what never was answered goes."""
    need.draft, need.drawn_in = None, None
    if need.answered_at is None:
        forget(session, need.registration_id, NeedKind(need.kind))
        return
    if need.sealed is None:
        need.consent, need.consented_at = "", None
    session.add(need)
    session.flush()


def write(session: Session, keys: KeyRing, need: Need, wish: Wish) -> None:
    """Seal an answer in the place of an older one; nothing special needs no consent."""
    need.draft, need.drawn_in, need.sealed = None, None, None
    if wish.is_nothing:
        need.consent, need.consented_at = "", None
    else:
        need.sealed = keys.seal(need.meeting_id, needs.written(wish))
    session.add(need)
    session.flush()


def forget(session: Session, registration_id: int, kind: NeedKind | None = None) -> None:
    """Remove a person's answers, or one of them."""
    gone = delete(Need).where(col(Need.registration_id) == registration_id)
    session.exec(gone if kind is None else gone.where(col(Need.kind) == kind))


def of(session: Session, keys: KeyRing, registration_id: int) -> dict[NeedKind, Wish]:
    """A person's own answers in clear; what is not answered or cannot be read is left out."""
    found = session.exec(
        select(Need).where(
            Need.registration_id == registration_id, col(Need.answered_at).is_not(None)
        )
    )
    opened = {NeedKind(one.kind): _opened(keys, one.meeting_id, one.sealed) for one in found}
    return {kind: wish for kind, wish in opened.items() if wish is not None}


def _opened(keys: KeyRing, meeting_id: int, sealed: bytes | None) -> Wish | None:
    """Open an answer; None when its key is gone."""
    if sealed is None:
        return needs.NOTHING
    text = keys.unseal(meeting_id, sealed)
    return None if text is None else needs.read(text)


def wishes(
    session: Session, keys: KeyRing, meeting_id: int, kind: NeedKind
) -> list[tuple[int, Wish]]:
    """Each coming person's id and wish, in order of registering; who wishes nothing is left out.

    What someone has chosen and not yet finished counts too: it is better cooked than forgotten.
    """
    wanted = (
        select(Need, Registration.person_id)
        .join(Registration, col(Registration.id) == col(Need.registration_id))
        .where(
            Need.meeting_id == meeting_id,
            Need.kind == kind,
            Registration.standing == Standing.GOING,
        )
        .order_by(col(Registration.id))
    )
    found = [(person_id, _standing(keys, need)) for need, person_id in session.exec(wanted)]
    return [(person_id, wish) for person_id, wish in found if wish and not wish.is_nothing]


def _standing(keys: KeyRing, need: Need) -> Wish | None:
    sealed = need.sealed if need.answered_at else need.draft
    return _opened(keys, need.meeting_id, sealed)


def erase(session: Session, meeting_id: int) -> int:
    """Remove every answer given for a meeting; say how many."""
    return session.exec(delete(Need).where(col(Need.meeting_id) == meeting_id)).rowcount


def kept(session: Session) -> list[int]:
    """The meetings for which answers are kept."""
    return list(session.exec(select(Need.meeting_id).distinct()))
