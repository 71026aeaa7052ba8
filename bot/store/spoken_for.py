"""Named questions about people without Telegram, and those who speak for them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, or_, select

from bot.records.person import Person
from bot.records.registration import Registration

Guests = list[tuple[Person, Registration | None]]


def everyone(session: Session, meeting_id: int) -> Guests:
    """All without Telegram, each with her answer to a meeting, in order of being entered."""
    return _found(session, meeting_id, None)


def of_speakers(session: Session, meeting_id: int, speakers: Sequence[int]) -> dict[int, Guests]:
    """Those that each of these people speaks for at a meeting."""
    spoken_for: dict[int, Guests] = {}
    for person, mine in _found(session, meeting_id, speakers):
        speaker = speaker_of(person, mine)
        if speaker is not None:
            spoken_for.setdefault(speaker, []).append((person, mine))
    return spoken_for


def speaker_of(person: Person, mine: Registration | None) -> int | None:
    """Tell who speaks for her at a meeting: who registered her, else who entered her."""
    return mine.registered_by if mine and mine.registered_by else person.entered_by


def _found(session: Session, meeting_id: int, speakers: Sequence[int] | None) -> Guests:
    answer = (col(Registration.person_id) == col(Person.id)) & (
        col(Registration.meeting_id) == meeting_id
    )
    wanted = (
        select(Person, Registration)
        .outerjoin(Registration, answer)
        .where(col(Person.telegram_id).is_(None))
        .order_by(col(Person.id))
    )
    if speakers is not None:
        wanted = wanted.where(
            or_(
                col(Person.entered_by).in_(speakers),
                col(Registration.registered_by).in_(speakers),
            )
        )
    return list(session.exec(wanted))
