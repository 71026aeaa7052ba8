"""What the kitchen and the venue are told, and what has changed since. Pure; numbers, no names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.invitation import food
from bot.records.agenda import AgendaItem
from bot.rules import needs
from bot.rules.needs import NOTHING, Plate, Wish

EVERYONE = ""
"""The key under which all who eat are counted."""


class Actor(StrEnum):
    """Who must act on a need."""

    INTERPRETERS = "interpreters"
    VENUE = "venue"
    ORGANISER = "organiser"


ACTS = {
    "sign": Actor.INTERPRETERS,
    "text": Actor.INTERPRETERS,
    "loop": Actor.VENUE,
    "wheelchair": Actor.VENUE,
    "companion": Actor.ORGANISER,
}
"""Whose each need is; what is said in one's own words is the organiser's to understand."""
VENUE_DAYS, OWN_DAYS = 7, 1
"""Days before the meeting by which the venue must know, and by which seats are set."""


def numbers(plates: Iterable[Plate], eaters: int) -> dict[str, int]:
    """Write plates down so that `changes` can compare them; `eaters` are all who eat."""
    return {EVERYONE: eaters} | {needs.written(one.wish): one.count for one in plates}


def ordinary(told: Mapping[str, int]) -> int:
    """How many eat without special requests."""
    special = sum(count for key, count in told.items() if key != EVERYONE)
    return max(0, told.get(EVERYONE, 0) - special)


def plates(told: Mapping[str, int]) -> tuple[Plate, ...]:
    """Read the plates back, the most common first and merged ones last."""
    read = [Plate(needs.read(key), count) for key, count in told.items() if key != EVERYONE]
    return tuple(sorted(read, key=lambda one: (one.wish == NOTHING, -one.count, one.wish.chosen)))


@dataclass(frozen=True, slots=True)
class Change:
    """So many more of something, or fewer below 0; without a wish it is those who eat anything."""

    wish: Wish | None
    by: int


@dataclass(frozen=True, slots=True)
class Meal:
    """Something that is served at a break, and when; None where the agenda has no clock."""

    what: str
    at: time | None


def meals(agenda: Iterable[AgendaItem]) -> tuple[Meal, ...]:
    """Find the meals of a day in its agenda."""
    named = ((food.eaten_at(one.title), one.at) for one in agenda)
    return tuple(Meal(what, at) for what, at in named if what)


def changes(before: Mapping[str, int], now: Mapping[str, int]) -> tuple[Change, ...]:
    """Say what is more or less than it was, the special plates first."""
    keys = sorted({*before, *now} - {EVERYONE})
    found = [Change(needs.read(key), now.get(key, 0) - before.get(key, 0)) for key in keys]
    found.append(Change(None, ordinary(now) - ordinary(before)))
    return tuple(one for one in found if one.by)


@dataclass(frozen=True, slots=True)
class Task:
    """What one must see to, how much of it, and the last day to do it."""

    actor: Actor
    needs: tuple[tuple[str, int], ...]
    """Choices with how many ask for each; `""` is what is said in one's own words."""
    by: date | None
    """None while the meeting's day is unknown."""


def tasks(wishes: Iterable[Wish], day: date | None, lead: int) -> tuple[Task, ...]:
    """Sort needs by who must act, who needs most time first; `lead` is the interpreters' days."""
    counted: Counter[str] = Counter()
    for wish in wishes:
        counted.update(wish.chosen)
        counted[""] += bool(wish.words)
    days = {Actor.INTERPRETERS: lead, Actor.VENUE: VENUE_DAYS, Actor.ORGANISER: OWN_DAYS}
    order = [*ACTS, ""]
    found = []
    for actor in Actor:
        theirs = [one for one in order if ACTS.get(one, Actor.ORGANISER) == actor and counted[one]]
        if theirs:
            asked = tuple((one, counted[one]) for one in theirs)
            found.append(Task(actor, asked, day and day - timedelta(days=days[actor])))
    return tuple(found)
