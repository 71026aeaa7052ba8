"""Clock times as they are said: 'halv sju', 'kvart över sex', 'kvart i åtta', 'nio'.

Gives minutes after midnight on the twelve-hour face; which half of the day is judged elsewhere.
"""

from __future__ import annotations

import re

_SWEDISH = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_ENGLISH = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_FINNISH = [
    "yksi",
    "kaksi",
    "kolme",
    "neljä",
    "viisi",
    "kuusi",
    "seitsemän",
    "kahdeksan",
    "yhdeksän",
    "kymmenen",
]
_HOURS: dict[str, int] = {}
for _words in (_SWEDISH, _ENGLISH, _FINNISH):
    _HOURS.update({word: hour for hour, word in enumerate(_words, 1)})

_HOUR = "|".join(sorted(_HOURS, key=len, reverse=True))
_HOUR_OR_DIGIT = _HOUR + r"|1[0-2]|[1-9]"
_STEPS = {"fem": 5, "tio": 10, "kvart": 15, "tjugo": 20, "quarter": 15, "ten": 10, "five": 5}
_STEP = "|".join(_STEPS)

SPOKEN = (
    rf"(?:(?:halv|half past|puoli)[ ](?:{_HOUR_OR_DIGIT})"
    rf"|(?:{_STEP})[ ](?:över|i|past|to)[ ](?:{_HOUR_OR_DIGIT})|(?:{_HOUR}))"
)
"""A pattern for one spoken time."""

_HALF = re.compile(rf"(?P<how>halv|half past|puoli) (?P<hour>{_HOUR_OR_DIGIT})", re.IGNORECASE)
_STEPPED = re.compile(
    rf"(?P<step>{_STEP}) (?P<way>över|i|past|to) (?P<hour>{_HOUR_OR_DIGIT})", re.IGNORECASE
)


def is_spoken_clue(words: str) -> bool:
    """Tell 'halv sju' and 'kvart i åtta', which are clocks by themselves, from 'sju'."""
    return " " in words


def minutes_of(words: str) -> int:
    """Give minutes on the twelve-hour face: 'halv sju' is 6.30."""
    if half := _HALF.fullmatch(words):
        hour = _hour(half["hour"])
        return hour * 60 + (30 if half["how"].lower() == "half past" else -30)
    if stepped := _STEPPED.fullmatch(words):
        sign = 1 if stepped["way"].lower() in ("över", "past") else -1
        return _hour(stepped["hour"]) * 60 + sign * _STEPS[stepped["step"].lower()]
    return _hour(words) * 60


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else _HOURS[word.lower()]
