"""When each part of the running process last worked. Knows rows and two ways to tell an age."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.records.absence import Absence
from bot.records.person import Person
from bot.records.pulse import Pulse
from bot.store.upsert import insert_or_replace


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment by the wall clock and by the monotonic clock of one boot of one machine."""

    now: datetime
    mono: float
    boot: str

    def age(self, pulse: Pulse) -> timedelta:
        """How old a sign of life is; the monotonic clock is believed where it can be (D5)."""
        if pulse.boot and pulse.boot == self.boot:
            return timedelta(seconds=max(0.0, self.mono - pulse.mono))
        return max(timedelta(), self.now - pulse.beat_at)


def keep(session: Session, pulses: Iterable[Pulse]) -> None:
    """Remember signs of life in the place of older ones."""
    for one in pulses:
        insert_or_replace(session, Pulse, one.model_dump(), key="name")


def last(session: Session) -> dict[str, Pulse]:
    """The last sign of life of each part."""
    return {one.name: one for one in session.exec(select(Pulse))}


def note_absence(session: Session, since: datetime, until: datetime) -> None:
    """Remember that nobody listened."""
    session.add(Absence(since=since, until=until))


def untold(session: Session) -> Absence | None:
    """The last absence that people have not been told of."""
    asked = select(Absence).where(col(Absence.told_at).is_(None))
    return session.exec(asked.order_by(col(Absence.id).desc()).with_for_update()).first()


def last_asked(session: Session, since: datetime, until: datetime) -> list[Person]:
    """People who were last asked something between two hours, and have not answered."""
    asked = select(Person).where(
        col(Person.expects).is_not(None),
        col(Person.asked_at) >= since,
        col(Person.asked_at) <= until,
    )
    return list(session.exec(asked.order_by(col(Person.id))))
