"""What people eat and need, as wishes that can be chosen, counted and told. Pure; knows no rows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.records.need import NeedKind

CHOICES: dict[NeedKind, tuple[str, ...]] = {
    NeedKind.FOOD: ("vegetarian", "vegan", "gluten", "lactose", "nuts"),
    NeedKind.ACCESS: ("loop", "sign", "text", "wheelchair", "companion"),
}
"""What has a button, in the order it is shown."""
INTERPRETERS = frozenset({"sign", "text"})
"""What has to be booked weeks ahead."""
LONGEST = 300
"""Characters of a wish in one's own words."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person has chosen, in the order of the buttons, and what she wrote herself."""

    chosen: tuple[str, ...] = ()
    words: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing special."""
        return not self.chosen and not self.words


NOTHING = Wish()


def toggled(wish: Wish, kind: NeedKind, choice: str) -> Wish:
    """Choose, or take the choice back."""
    now = set(wish.chosen) ^ {choice}
    return replace(wish, chosen=_in_order(kind, now))


def chosen(kind: NeedKind, choices: Iterable[str]) -> Wish:
    """Make a wish of these choices; what is not a choice of the kind is left out."""
    return Wish(_in_order(kind, set(choices)))


def with_words(wish: Wish, text: str) -> Wish:
    """Put someone's own words in the place of earlier ones."""
    return replace(wish, words=" ".join(text.split())[:LONGEST].rstrip())


def _in_order(kind: NeedKind, choices: set[str]) -> tuple[str, ...]:
    return tuple(one for one in CHOICES[kind] if one in choices)


def written(wish: Wish) -> str:
    """Write a wish down so that `read` gives it back."""
    return json.dumps([list(wish.chosen), wish.words], ensure_ascii=False)


def read(text: str) -> Wish:
    """Read what `written` wrote; raises ValueError for anything else."""
    choices, words = json.loads(text)
    return Wish(tuple(str(one) for one in choices), str(words))


def must_be_booked(wish: Wish) -> bool:
    """Whether it takes weeks to arrange."""
    return not INTERPRETERS.isdisjoint(wish.chosen)


@dataclass(frozen=True, slots=True)
class Plate:
    """One kind of plate and how many of it; neither choices nor words is a merged group."""

    wish: Wish
    count: int


def plates(wishes: Iterable[Wish], smallest: int) -> tuple[Plate, ...]:
    """Count plates for the kitchen, the most common first: who is vegan and gluten-free gets one.

    Kinds of fewer than `smallest` are told together, so that nobody is recognised by what she eats.
    """
    counted = Counter(_plate(wish) for wish in wishes if not wish.is_nothing)
    shown = [Plate(wish, n) for wish, n in counted.items() if n >= smallest]
    shown.sort(key=lambda plate: (-plate.count, plate.wish.chosen, plate.wish.words))
    rest = counted.total() - sum(plate.count for plate in shown)
    return (*shown, Plate(NOTHING, rest)) if rest else tuple(shown)


def _plate(wish: Wish) -> Wish:
    """What is vegan is vegetarian and free of lactose too, so that equal plates count as equal."""
    if "vegan" not in wish.chosen:
        return wish
    kept = tuple(one for one in wish.chosen if one not in {"vegetarian", "lactose"})
    return replace(wish, chosen=kept)


def in_all(plates: Iterable[Plate]) -> dict[str, int]:
    """How many plates a choice is on, for choices that stand on more than one kind of plate."""
    kinds: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for plate in plates:
        for choice in plate.wish.chosen:
            kinds[choice] += 1
            people[choice] += plate.count
    return {choice: people[choice] for choice in kinds if kinds[choice] > 1}
