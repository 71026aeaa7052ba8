"""Which meetings a person finds where: what is coming, what is hers, what has been.

Knows meetings and answers as facts; never how a list looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from bot.records.meeting import Meeting, Status
from bot.records.registration import Standing
from bot.rules import times
from bot.rules.registration import LIVE

Standings = Mapping[int, Standing]
"""A person's answers, by meeting."""


class Tab(StrEnum):
    """The lists a person can leaf through."""

    COMING = "coming"
    MINE = "mine"
    PAST = "past"


_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Page(Generic[_Thing]):
    """Some of a list: page `number` of `of`, both from 1."""

    items: list[_Thing]
    number: int
    of: int


def has_ended(meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a meeting lies behind; one that is under way can still be found."""
    ends = times.ends_at(meeting, zone)
    return ends is not None and ends <= now


def coming(meetings: Sequence[Meeting], now: datetime, zone: ZoneInfo) -> list[Meeting]:
    """What people have been told of and that has not ended, the next first."""
    ahead = [one for one in meetings if one.status == Status.ANNOUNCED]
    return sorted((one for one in ahead if not has_ended(one, now, zone)), key=_when)


def meant(listed: Sequence[Meeting], standings: Standings, *, comes: bool) -> list[Meeting]:
    """What she may mean who writes that she comes, or cannot: where that changes her answer."""
    if comes:
        without = [one for one in listed if standings.get(one.id) not in LIVE]
        return without or list(listed)
    return [one for one in listed if standings.get(one.id) in {None, Standing.LAPSED, *LIVE}]


def mine(
    meetings: Sequence[Meeting], standings: Standings, now: datetime, zone: ZoneInfo
) -> list[Meeting]:
    """What she has answered and that has not ended, also with a no, and also when cancelled."""
    answered = [one for one in meetings if one.id in standings]
    shown = [one for one in answered if one.status in {Status.ANNOUNCED, Status.CANCELLED}]
    return sorted((one for one in shown if not has_ended(one, now, zone)), key=_when)


def past(
    own: Sequence[Meeting],
    archived: Sequence[Meeting],
    standings: Standings,
    now: datetime,
    zone: ZoneInfo,
) -> list[Meeting]:
    """What has been held, the latest first: what she was registered for, and what has minutes."""
    public = {one.id: one for one in archived}
    known = public | {one.id: one for one in own}
    return [
        one
        for one in held(list(known.values()), now, zone)
        if one.id in public or standings.get(one.id) == Standing.GOING
    ]


def held(meetings: Sequence[Meeting], now: datetime, zone: ZoneInfo) -> list[Meeting]:
    """Every meeting that has been held, the latest first."""
    stood = [one for one in meetings if one.status == Status.ANNOUNCED]
    return sorted((one for one in stood if has_ended(one, now, zone)), key=_when, reverse=True)


def _when(meeting: Meeting) -> tuple[date, str, int]:
    clock = meeting.start.isoformat() if meeting.start else ""
    return meeting.day or date.min, clock, meeting.id


def fits(meeting: Meeting, words: str) -> bool:
    """Whether every word stands in what people know the meeting by; no words fit all."""
    known = " ".join(part or "" for part in (meeting.title, meeting.place, meeting.hosts))
    return all(word in known.casefold() for word in words.casefold().split())


def page(listed: Sequence[_Thing], wanted: int, size: int) -> Page[_Thing]:
    """Open a list at a page; one that is not there becomes the nearest."""
    pages = max(1, -(-len(listed) // size))
    number = min(max(wanted, 1), pages)
    return Page(list(listed[(number - 1) * size : number * size]), number, pages)
