"""Small numbers as digits or words, in Swedish, English and Finnish.

Knows words only; must not know what is counted.
"""

from __future__ import annotations

import re

_SWEDISH = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
)  # fmt: skip
_ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_FINNISH = ("nolla", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi")
_TENS = {"trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80}
_UNITS = _SWEDISH[1:10]

_VALUES: dict[str, int] = {
    **{word: value for value, word in enumerate(_FINNISH)},
    **{word: value for value, word in enumerate(_ENGLISH)},
    **{word: value for value, word in enumerate(_SWEDISH)},
    **_TENS,
    **{
        f"{ten}{unit}": value + at
        for ten, value in _TENS.items()
        for at, unit in enumerate(_UNITS, 1)
    },
    **{f"tjugo{unit}": 20 + at for at, unit in enumerate(_UNITS, 1)},
    **{f"{ten}ett": value + 1 for ten, value in _TENS.items()},
    "nittio": 90, "hundra": 100, "ett": 1, "tjugoett": 21, "a": 1, "an": 1, "kaks": 2, "par": 2,
}  # fmt: skip

NUMBER = r"(?:\d{1,4}|" + "|".join(sorted(map(re.escape, _VALUES), key=len, reverse=True)) + ")"
"""A pattern for one number, longest word first."""


def number_of(word: str) -> int:
    """Give the number a match of NUMBER names."""
    return int(word) if word.isdigit() else _VALUES[word.lower()]
