"""Days of the month written as words: 'den femte mars', 'första maj'.

Knows the Swedish ordinals to thirty-one; CLDR has no table of them that Babel hands out.
"""

from __future__ import annotations

_UNITS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde")
_TEENS = (
    "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde",
    "artonde", "nittonde",
)  # fmt: skip
_WORDS = (
    *_UNITS,
    *_TEENS,
    "tjugonde",
    *(f"tjugo{unit}" for unit in _UNITS),
    "trettionde",
    "trettioförsta",
)
_DAYS = {word: day for day, word in enumerate(_WORDS, 1)} | {"förste": 1, "andre": 2}

ORDINAL = "|".join(sorted(_DAYS, key=len, reverse=True))
"""The words as one alternative of a pattern, longest first."""


def day_of_ordinal(word: str) -> int:
    """Give the day a word names: 'tjugoförsta' is 21."""
    return _DAYS[word.lower()]
