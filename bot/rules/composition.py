"""Who is wanted at a meeting, beside who comes. Pure; knows associations as facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.records.aim import AimKind


@dataclass(frozen=True, slots=True)
class Association:
    """What of the register a wish can be about; `languages` are folded."""

    id: int
    kind: str
    municipality: str
    languages: frozenset[str]
    groups: frozenset[int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """At least `count` associations of this kind, from this municipality, group or language."""

    kind: AimKind
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Held:
    """A wish, and how many of those who come answer to it."""

    wanted: Wanted
    there: int

    @property
    def lacking(self) -> int:
        """How many more are wanted; never below 0."""
        return max(0, self.wanted.count - self.there)


def fits(wanted: Wanted, one: Association) -> bool:
    """Whether an association is one that is wished for."""
    if wanted.kind == AimKind.KIND:
        return one.kind == wanted.value
    if wanted.kind == AimKind.MUNICIPALITY:
        return one.municipality == wanted.value
    if wanted.kind == AimKind.LANGUAGE:
        return wanted.value.casefold() in one.languages
    return wanted.value in {str(group) for group in one.groups}


def against(wishes: Iterable[Wanted], coming: Sequence[Association]) -> tuple[Held, ...]:
    """Hold the wishes against those who come: those nobody answers to first, fulfilled last."""
    held = [Held(one, sum(fits(one, who) for who in coming)) for one in wishes]
    return tuple(sorted(held, key=_place))


def _place(held: Held) -> tuple[float, int, str, str]:
    share = min(1.0, held.there / held.wanted.count) if held.wanted.count else 1.0
    return share, -held.lacking, held.wanted.kind, held.wanted.value.casefold()


def to_invite(
    held: Iterable[Held], register: Iterable[Association], answered: frozenset[int]
) -> frozenset[int]:
    """Find the associations that would fill a gap and that nobody has answered from."""
    gaps = [one.wanted for one in held if one.lacking]
    return frozenset(
        one.id for one in register if one.id not in answered and any(fits(gap, one) for gap in gaps)
    )
