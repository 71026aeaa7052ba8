"""Who was there, as lists go: by association and then by name. Knows rows; never the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.records.meeting import Form, Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import names, registration, times

EARLY = timedelta(hours=12)
"""How long before the start the doors may be manned."""


@dataclass(frozen=True, slots=True)
class Attender:
    """Someone who has answered a meeting, with the name of her association, or ""."""

    mine: Registration
    person: Person
    home: str

    @property
    def name(self) -> str:
        """Her name, or a dash."""
        return self.person.name or "–"


def by_association(listed: Iterable[Attender]) -> list[Attender]:
    """Sort by association and then by name; private persons stand last."""
    return sorted(
        listed, key=lambda one: (not one.home, names.in_order(one.home), names.in_order(one.name))
    )


def by_name(listed: Iterable[Attender]) -> list[Attender]:
    """Sort by name."""
    return sorted(listed, key=lambda one: (names.in_order(one.name), one.mine.id))


def grouped(listed: Iterable[Attender]) -> list[tuple[str, list[str]]]:
    """Give the names under each association; private persons last, under ""."""
    return [
        (home, [one.name for one in some])
        for home, some in groupby(by_association(listed), key=lambda one: one.home)
    ]


def matching(listed: Iterable[Attender], letters: str) -> list[Attender]:
    """Find those in whose name, or association, some word begins with these letters."""
    return [
        one for one in listed if names.begins(one.name, letters) or names.begins(one.home, letters)
    ]


def may_be_noted(meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is time to note who is there: from the morning of the day, and ever after."""
    begins = times.starts_at(meeting, zone)
    if meeting.status != Status.ANNOUNCED or begins is None:
        return False
    is_the_day = now.astimezone(zone).date() >= begins.astimezone(zone).date()
    return is_the_day or now >= begins - EARLY


def has_code(mine: Registration, meeting: Meeting) -> bool:
    """Whether someone has a door to show a code at: a seat in the room of a meeting that stands."""
    if mine.standing != Standing.GOING or meeting.status != Status.ANNOUNCED:
        return False
    return meeting.form != Form.ONLINE and registration.side_of(mine, meeting) == "room"


def is_passed_on(mine: Registration, person: Person, meeting: Meeting) -> bool:
    """Whether someone's code goes by way of another: it opens a door, and she has no Telegram."""
    return person.telegram_id is None and has_code(mine, meeting)


def may_be_certified(mine: Registration, meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether someone may have a certificate: noted as present, and the meeting has been held."""
    ends = times.ends_at(meeting, zone)
    was_there = mine.standing == Standing.GOING and mine.attended is True
    return was_there and ends is not None and ends <= now
