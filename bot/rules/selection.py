"""Whom an organiser means: choices that are combined, kept with what they choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.records.registration import Standing


class Answered(StrEnum):
    """How someone stands towards the meeting it is about."""

    GOING = "going"
    WAITING = "waiting"
    DECLINED = "declined"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a selection may ask about a person."""

    organisations: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    groups: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    answered: Answered = Answered.SILENT
    was_present: bool = False
    """At the network's last meeting."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Of each kind of choice any one will do, but every kind that is chosen must fit.

    Nothing chosen is everyone.
    """

    organisations: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    groups: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    answered: frozenset[Answered] = frozenset()
    present_only: bool = False

    @property
    def is_everyone(self) -> bool:
        """Whether nothing has been chosen."""
        return self == Selection()

    @property
    def means_the_silent(self) -> bool:
        """Whether those who have never answered are among those who are meant."""
        return not self.present_only and (not self.answered or Answered.SILENT in self.answered)

    @property
    def only_group(self) -> int | None:
        """The theme group that is all that has been chosen; None when it is another choice."""
        groups = sorted(self.groups)
        return groups[0] if self == Selection(groups=frozenset(groups[:1])) and groups else None

    def covers(self, person: Profile) -> bool:
        """Whether the person is among those who are meant."""
        wanted = (
            (self.organisations, person.organisations),
            (self.kinds, person.kinds),
            (self.municipalities, person.municipalities),
            (self.groups, person.groups),
            (self.languages, person.languages),
            (self.answered, frozenset({person.answered})),
        )
        fits = all(not chosen or chosen & has for chosen, has in wanted)
        return fits and (person.was_present or not self.present_only)

    def toggled(self, name: str, value: str | int) -> Selection:
        """Choose one more, or choose it no longer. Raises KeyError for a choice there is none of.

        `present_only` takes any value.
        """
        if name == "present_only":
            return replace(self, present_only=not self.present_only)
        if name not in _PARTS:
            raise KeyError(name)
        chosen: Any = getattr(self, name) ^ {_PARTS[name](value)}
        return replace(self, **{name: chosen})

    def as_facts(self) -> dict[str, object]:
        """Give the selection in a form that a row can hold; nothing chosen is empty."""
        parts = {name: sorted(getattr(self, name)) for name in _PARTS if getattr(self, name)}
        return {**parts, **({"present_only": True} if self.present_only else {})}


_PARTS: Mapping[str, type[int | str]] = {
    "organisations": int,
    "kinds": str,
    "municipalities": str,
    "groups": int,
    "languages": str,
    "answered": Answered,
}


def from_facts(facts: Mapping[str, object]) -> Selection:
    """Read a selection back; what an older or newer version wrote otherwise is left out."""
    found: dict[str, Any] = {}
    for name, made in _PARTS.items():
        given = facts.get(name)
        if isinstance(given, list):
            found[name] = frozenset(made(one) for one in given if _is_known(made, one))
    return Selection(**found, present_only=facts.get("present_only") is True)


def _is_known(made: type[int | str], value: object) -> bool:
    if made is int:
        return isinstance(value, int)
    return isinstance(value, str) and (made is not Answered or value in frozenset(Answered))


def answered(standing: Standing | None) -> Answered:
    """Say how a registration's standing counts; an offered seat still waits for an answer.

    Who let an offer run out has said neither yes nor no.
    """
    if standing in {None, Standing.LAPSED}:
        return Answered.SILENT
    if standing == Standing.GOING:
        return Answered.GOING
    if standing in {Standing.WAITING, Standing.OFFERED}:
        return Answered.WAITING
    return Answered.DECLINED
