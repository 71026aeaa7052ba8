"""How long things are kept, and who may erase them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.rules import audience, authority, times

FAREWELL = timedelta(days=7)
"""How long someone has to go on with a draft, once told that it will be thrown away."""


class Keeper(Protocol):
    """The network, as far as keeping goes."""

    @property
    def kind(self) -> str:
        """Say "förening" or "myndighet"."""
        ...

    @property
    def gallring(self) -> str:
        """The decision that lets a public body erase; empty when there is none."""
        ...


def may_erase(network: Keeper) -> bool:
    """Whether rows may be erased by age: a public body needs a decision (arkivlagen 1990:782)."""
    return network.kind != "myndighet" or bool(network.gallring.strip())


def needs_are_done(meeting: Meeting, now: datetime, zone: ZoneInfo, days: int) -> bool:
    """Whether food and needs have served their purpose: this many days after the meeting.

    A cancelled or discarded meeting needs them no more; a meeting without a day still does.
    """
    if meeting.status in {Status.CANCELLED, Status.DISCARDED}:
        return True
    ends = times.ends_at(meeting, zone)
    return ends is not None and ends + timedelta(days=days) <= now


def registrations_are_done(meeting: Meeting, now: datetime, zone: ZoneInfo, days: int) -> bool:
    """Whether who came has served its purpose: this many days after the meeting."""
    ends = times.ends_at(meeting, zone)
    return ends is not None and ends + timedelta(days=days) <= now


def is_idle(draft: Meeting, before: datetime) -> bool:
    """Whether nobody has gone on with a draft since then, and its day, if it has one, is past too.

    What was composed ahead, such as the later meetings of a series, waits for its day.
    """
    is_ahead = draft.day is not None and draft.day >= before.date()
    untouched = (draft.touched_at or draft.created_at) < before
    return draft.status == Status.DRAFT and untouched and not is_ahead


def has_faded(draft: Meeting, now: datetime) -> bool:
    """Whether the time is out that its writer was given to go on with a draft."""
    is_out = draft.fades_at is not None and draft.fades_at <= now
    return draft.status == Status.DRAFT and is_out


def has_nothing(draft: Meeting) -> bool:
    """Whether a draft holds neither title nor day, so that nobody would miss it."""
    return not draft.title and draft.day is None


def never_came_in(person: Person, before: datetime) -> bool:
    """Whether someone began to join and has not gone on since; the bot then forgets her.

    An organiser is never forgotten so, and neither is someone entered by hand.
    """
    if person.telegram_id is None or authority.is_organiser(person) or audience.is_member(person):
        return False
    return (person.asked_at or person.created_at) < before
