"""Which month or weekday a word names, in Swedish, English and Finnish, one wrong letter allowed.

The names come from CLDR through Babel; the endings are the inflections of each language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

ENDINGS = {
    "sv": ("", "s", "en", "ens"),
    "en": ("", "s", "'s"),
    "fi": ("", "n", "na", "ta", "ssa", "lle", "ksi", "hin"),
}
"""A month or weekday bends with these; 'torsdagar' (every Thursday) is left out on purpose."""

SHORTEST_PREFIX = {"month": 4, "weekday": 3}
"""A shorter beginning of a month counts only when CLDR has it: 'maa' may be a misspelt 'maj'."""
SHORTEST_MISSPELT = 5
SHORTEST_GUESS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """The number a word names (months 1-12, weekdays 0-6 from Monday) and how well it is spelt."""

    number: int
    misspelt: bool = False
    rival: int | None = None
    """Another number one letter away: 'juki' may be June or July."""


@cache
def _full_names(kind: str) -> dict[str, int]:
    """Map the names written out, with their endings, to their numbers."""
    names: dict[str, int] = {}
    for language, endings in ENDINGS.items():
        locale = Locale.parse(language)
        tables = locale.months if kind == "month" else locale.days
        for context in ("stand-alone", "format"):
            for number, name in tables[context]["wide"].items():
                for ending in endings:
                    names.setdefault(name.lower() + ending, number)
    return names


@cache
def _names(kind: str) -> dict[str, int]:
    """Map every written-out and shortened name to its number."""
    names = dict(_full_names(kind))
    for language in ENDINGS:
        locale = Locale.parse(language)
        tables = locale.months if kind == "month" else locale.days
        for context in ("stand-alone", "format"):
            for number, name in tables[context]["abbreviated"].items():
                names.setdefault(name.lower().rstrip("."), number)
    return names


@cache
def _short_weekdays() -> dict[str, int]:
    """Two-letter weekdays; 'to', 'on', 'ti' are also words, so only a date makes them days."""
    names: dict[str, int] = {}
    for language in ("sv", "fi"):
        tables = Locale.parse(language).days["stand-alone"]
        for number, name in tables["short"].items():
            names.setdefault(name.lower().rstrip("."), number)
    return names


@cache
def _prefixes(kind: str) -> dict[str, int]:
    """Map every beginning that can mean only one name."""
    told: dict[str, set[int]] = {}
    for name, number in _full_names(kind).items():
        for length in range(SHORTEST_PREFIX[kind], len(name)):
            told.setdefault(name[:length], set()).add(number)
    return {start: min(numbers) for start, numbers in told.items() if len(numbers) == 1}


@lru_cache(maxsize=4096)
def month(word: str) -> Named | None:
    """Give the month a word names: 'mars', 'Marsch' no, 'oktobr' yes but misspelt, 'febr.' yes."""
    return _named(word.lower().rstrip("."), "month")


@lru_cache(maxsize=4096)
def likely_month(word: str) -> Named | None:
    """Guess the month of a word after 'den 5', which can hardly be anything else: 'aars', 'mrs'."""
    plain = word.lower().rstrip(".")
    names = _full_names("month")
    near = sorted({names[name] for name in _neighbours(plain, "month", anywhere=True)})
    if len(plain) < SHORTEST_GUESS or not near:
        return None
    return Named(near[0], misspelt=True, rival=near[1] if len(near) > 1 else None)


@lru_cache(maxsize=4096)
def weekday(word: str, *, beside_date: bool = False) -> Named | None:
    """Give the weekday a word names; two letters are enough only beside a date."""
    plain = word.lower().rstrip(".")
    if beside_date and plain in _short_weekdays():
        return Named(_short_weekdays()[plain])
    return _named(plain, "weekday")


def _named(word: str, kind: str) -> Named | None:
    names = _names(kind)
    if word in names:
        return Named(names[word])
    if word in _prefixes(kind):
        return Named(_prefixes(kind)[word])
    if len(word) < SHORTEST_MISSPELT:
        return None
    near = sorted({names[name] for name in _neighbours(word, kind)})
    if not near:
        return None
    return Named(near[0], misspelt=True, rival=near[1] if len(near) > 1 else None)


@cache
def _by_deletion(kind: str) -> dict[str, set[str]]:
    """Map each full name with one letter taken out, and itself, back to the full name."""
    index: dict[str, set[str]] = {}
    for name in _full_names(kind):
        for variant in (name, *_deletions(name)):
            index.setdefault(variant, set()).add(name)
    return index


def _neighbours(word: str, kind: str, *, anywhere: bool = False) -> set[str]:
    """Find full names one letter away: changed, missing, extra or swapped with its neighbour.

    `anywhere` lets the first letter be the wrong one.
    """
    index = _by_deletion(kind)
    near: set[str] = set()
    for variant in (word, *_deletions(word)):
        near.update(
            name
            for name in index.get(variant, ())
            if (anywhere or _begins_alike(word, name)) and _one_letter_apart(word, name)
        )
    return near


def _deletions(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))] if len(word) <= 20 else []  # noqa: PLR2004


def _begins_alike(word: str, name: str) -> bool:
    return word[0] == name[0] or word[1:2] == name[1:2]


def _one_letter_apart(word: str, name: str) -> bool:
    if len(word) != len(name):
        return True
    wrong = [at for at in range(len(word)) if word[at] != name[at]]
    if len(wrong) <= 1:
        return True
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1  # noqa: PLR2004
    return swapped and word[wrong[0]] == name[wrong[1]] and word[wrong[1]] == name[wrong[0]]
