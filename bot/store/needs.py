"""Named questions about food and needs: sealed on the way in, counted on the way out."""

from __future__ import annotations

from collections import Counter

from sqlmodel import Session, col, delete, select

from bot.records.need import Need, NeedKind
from bot.records.registration import Registration, Standing
from bot.store.sealing import KeyRing


def answered(session: Session, registration_id: int) -> frozenset[NeedKind]:
    """Which of the two questions a person has answered."""
    wanted = select(Need.kind).where(Need.registration_id == registration_id)
    return frozenset(NeedKind(kind) for kind in session.exec(wanted))


def write(session: Session, keys: KeyRing, answer: Need, words: str) -> None:
    """Seal an answer and put it in the place of an older one; no words is answered with nothing."""
    forget(session, answer.registration_id, answer.kind)
    answer.sealed = keys.seal(answer.meeting_id, words) if words else None
    session.add(answer)
    session.flush()


def forget(session: Session, registration_id: int, kind: NeedKind | None = None) -> None:
    """Remove a person's answers, or one of them."""
    gone = delete(Need).where(col(Need.registration_id) == registration_id)
    session.exec(gone if kind is None else gone.where(col(Need.kind) == kind))


def of(session: Session, keys: KeyRing, registration_id: int) -> dict[NeedKind, str]:
    """A person's own answers in clear; an unreadable one is left out."""
    found = session.exec(select(Need).where(Need.registration_id == registration_id))
    opened = {NeedKind(one.kind): _opened(keys, one) for one in found}
    return {kind: words for kind, words in opened.items() if words is not None}


def _opened(keys: KeyRing, one: Need) -> str | None:
    return "" if one.sealed is None else keys.unseal(one.meeting_id, one.sealed)


def counted(session: Session, keys: KeyRing, meeting_id: int, kind: NeedKind) -> Counter[str]:
    """How many of those who come gave each answer; an unanswered question counts as nothing."""
    return Counter(words for _, words in by_person(session, keys, meeting_id, kind))


def by_person(
    session: Session, keys: KeyRing, meeting_id: int, kind: NeedKind
) -> list[tuple[int, str]]:
    """Each coming person's id and answer, for the organiser who must book help."""
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
    opened = [(person_id, _opened(keys, need)) for need, person_id in session.exec(wanted)]
    return [(person_id, words) for person_id, words in opened if words]


def erase(session: Session, meeting_id: int) -> int:
    """Remove every answer given for a meeting; say how many."""
    return session.exec(delete(Need).where(col(Need.meeting_id) == meeting_id)).rowcount


def kept(session: Session) -> list[int]:
    """The meetings for which answers are kept."""
    return list(session.exec(select(Need.meeting_id).distinct()))
