"""Find every clock time a text names: 'kl. 10.00-14.00', '17-19', '14:oo', '5.30 pm', 'halv sju'.

Finds what is written; must not know which of them is the start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time

from bot.invitation.spoken_clocks import SPOKEN, is_spoken_clue, minutes_of

CUE = r"(?:klockan|klocka|klo|kello|kl|at|från|mellan|from|between)"
POINT = r"\d{1,2}(?:[.:][0-5oO][0-9oO]|[ ]?h(?!\w))?|\d{4}"
HALF_DAY = r"(?:[ ]?(?P<{0}>[ap]\.?m\b\.?|fm\b|em\b))?"
ABOUT = r"(?:ca\.?|cirka|ungefär|omkring|runt|about|approx\.?|noin|n\.)"
TO = r"(?:-{1,2}|/|(?:till(?: och med)?|och|to|and|until|ja)(?!\w))"

CLOCK = re.compile(
    r"(?<![\w.:,/-])(?:(?P<cue>" + CUE + r")[.:]?[ ]{0,2})?(?:" + ABOUT + r"[ ]{0,2})?"
    r"(?P<first>" + POINT + r")(?![\d/]|[.:]\d)" + HALF_DAY.format("half1") +
    r"(?:[ ]{0,2}\(ca\.?\))?"
    r"(?:[ ]{0,3}" + TO + r"[ ]{0,3}(?:kl\.?[ ]?|klockan )?"
    r"(?:" + ABOUT + r"[ ]{0,2})?(?:kl\.?[ ]?)?"
    r"(?P<last>" + POINT + r")(?![\d/%]|[.:]\d)" + HALF_DAY.format("half2") + r")?"
    r"(?P<after>[ ]{0,2}\(?(?:ca\b|h\b|tiden|:-|kr|st\b|personer|deltagare|år|kronor|%|§)\)?)?",
    re.IGNORECASE,
)  # fmt: skip
WORDS = re.compile(
    r"(?<!\w)(?:(?P<cue>klockan|kl\.?|kello|klo)[ ])?(?:"
    + ABOUT
    + r"[ ])?(?P<spoken>"
    + SPOKEN
    + r")(?!\w)"
    r"(?:[ ]?(?:-|till|och|to)[ ]?(?:" + ABOUT + r"[ ])?(?P<last>" + SPOKEN + r")(?!\w))?",
    re.IGNORECASE,
)
NOT_CLOCK = (":-", "kr", "st", "personer", "deltagare", "år", "kronor", "%", "§")
MORNINGS = re.compile(r"morgon|morn|frukost|förmiddag|aamu|breakfast|morning|\bfm\b")
EVENING = re.compile(r"kväll|eftermiddag|ilta|evening|\bem\b")
EARLIEST = 6
MORNING = 8
NOON = 12
HOURS = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A time or a span of time as written, in smoothed offsets."""

    start: int
    end: int
    first: time | None
    last: time | None = None
    cued: bool = False
    """Whether 'kl' or minutes make it a clock beyond question; '17-19' alone is not."""
    spoken: bool = False
    last_start: int = -1
    rivals: tuple[time, ...] = ()
    """Two readings of the first time: 'klockan sju' may be morning or evening."""


def scan(text: str, taken: set[int]) -> list[Clock]:
    """Find clocks in a text from which contacts are blanked; `taken` are places held by days."""
    clocks = [clock for found in CLOCK.finditer(text) if (clock := _digits(found, taken))]
    spoken = [clock for found in WORDS.finditer(text) if (clock := _words(found))]
    return _apart([*clocks, *spoken])


def _apart(clocks: list[Clock]) -> list[Clock]:
    kept: list[Clock] = []
    for clock in sorted(clocks, key=lambda one: (one.start, -one.end)):
        if not kept or clock.start >= kept[-1].end:
            kept.append(clock)
    return kept


def _digits(found: re.Match[str], taken: set[int]) -> Clock | None:
    if found.start("first") in taken or _counts_things(found):
        return None
    first, last = found["first"], found["last"]
    if last and found.start("last") in taken:
        last = None
    cued = bool(found["cue"]) or _has_minutes(first) or bool(found["half1"] or found["half2"])
    if not cued and not (last and (_has_minutes(last) or _is_bare_span(first, last))):
        return None
    if not _is_cued_well(found, first):
        return None
    return _clock(found, first, last, cued=cued)


def _counts_things(found: re.Match[str]) -> bool:
    """Leave '18-25 år' and '250 kr' alone."""
    return (found["after"] or "").strip(" ()").lower() in NOT_CLOCK


def _is_cued_well(found: re.Match[str], first: str) -> bool:
    """Take '1530' only after a cue, and 'mellan 5' only with minutes or a partner."""
    cue = (found["cue"] or "").lower()
    if len(first) == 4 and first.isdigit():  # noqa: PLR2004
        return cue.startswith("k")
    if cue in ("", "kl", "klockan", "klocka", "klo", "kello"):
        return True
    return _has_minutes(first) or bool(found["last"]) or bool(found["half1"])


def _has_minutes(point: str) -> bool:
    return "." in point or ":" in point or (point.isdigit() and len(point) == 4)  # noqa: PLR2004


def _is_bare_span(first: str, last: str) -> bool:
    """Take '17-19' as hours if it runs forward within a day."""
    whole = first.isdigit() and last.isdigit()
    return whole and EARLIEST <= int(first) < int(last) <= HOURS


def _clock(found: re.Match[str], first: str, last: str | None, *, cued: bool) -> Clock | None:
    half2 = found["half2"]
    start = _time(first, found["half1"] or (half2 if last else None))
    end = _time(last, half2) if last else None
    if start and end and end < start and not found["half1"] and half2:
        start = _time(first, None)
    if start is None and not found["cue"]:
        return None
    rivals: tuple[time, ...] = ()
    if found["cue"] and _is_bare_hour(first) and not (found["half1"] or half2):
        start, end, rivals = _heard(found, int(first), end)
    stop = found.end("half2") if half2 else found.end("last") if last else _end_of_first(found)
    return Clock(
        found.start(),
        stop,
        start,
        end,
        cued,
        last_start=found.start("last"),
        rivals=rivals,
    )


def _is_bare_hour(point: str) -> bool:
    """Tell 'kl 7', which may be evening, from 'kl 07' and 'kl 7.30'."""
    return point.isdigit() and len(point) == 1 and 0 < int(point) < MORNING


def _heard(
    found: re.Match[str], hour: int, end: time | None
) -> tuple[time, time | None, tuple[time, ...]]:
    """Ask whether 'kl 7' is morning or evening, unless the words round it tell."""
    around = _around(found)
    told = EVENING.search(around) or MORNINGS.search(around)
    first, _ = _half_of_day(hour * 60, around)
    if end and end.hour < NOON and first.hour >= NOON:
        end = _of_minutes((end.hour + NOON) * 60 + end.minute)
    morning = _of_minutes(hour * 60)
    plainly_day = end is not None and end.hour >= NOON and first == morning
    return first, end, () if told or plainly_day else (first, morning)


def _around(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - 60) : found.end() + 60].lower()


def _end_of_first(found: re.Match[str]) -> int:
    return found.end("half1") if found["half1"] else found.end("first")


def _time(point: str, half: str | None) -> time | None:
    """Give the time of day, or None for 25.00; 24 is midnight."""
    digits = point.lower().replace("o", "0").rstrip("h ")
    if len(digits) == 4 and digits.isdigit():  # noqa: PLR2004
        digits = f"{digits[:2]}:{digits[2:]}"
    hour, _, minute = digits.replace(".", ":").partition(":")
    hours = _with_half(int(hour), half)
    if hours == HOURS and int(minute or 0) == 0:
        return time(23, 59)
    return time(hours, int(minute or 0)) if hours < HOURS else None


def _with_half(hour: int, half: str | None) -> int:
    if not half or hour > NOON:
        return hour
    afternoon = half.lower().startswith(("p", "e"))
    return hour % NOON + (NOON if afternoon else 0)


def _words(found: re.Match[str]) -> Clock | None:
    """Read 'halv sju' and 'klockan nio'; a number word alone is no clock."""
    if not found["cue"] and not is_spoken_clue(found["spoken"]):
        return None
    minutes = minutes_of(found["spoken"])
    last = minutes_of(found["last"]) if found["last"] else None
    around = _around(found)
    first, rivals = _half_of_day(minutes, around)
    end = _later(first, last) if last is not None else None
    return Clock(
        found.start(), found.end(), first, end, cued=True, spoken=True,
        last_start=found.start("last"), rivals=rivals,
    )  # fmt: skip


def _half_of_day(minutes: int, around: str) -> tuple[time, tuple[time, ...]]:
    """Hear 'halv sju' as evening unless morning is spoken of; from eight to eleven both may be."""
    morning, evening = _of_minutes(minutes), _of_minutes(minutes + NOON * 60)
    if MORNINGS.search(around):
        return morning, ()
    if EVENING.search(around) or minutes < MORNING * 60:
        return evening, ()
    return (morning, (morning, evening)) if minutes < NOON * 60 else (morning, ())


def _of_minutes(minutes: int) -> time:
    minutes %= HOURS * 60
    return time(minutes // 60, minutes % 60)


def _later(first: time, minutes: int) -> time:
    """Give the spoken end after the start: from half past six to nine is to 21."""
    end = _of_minutes(minutes)
    return end if end > first else _of_minutes(minutes + NOON * 60)


def moved_after(clock: Clock, start: time | None) -> Clock:
    """Hear a spoken time that would lie before the start as one in the second half of the day."""
    if not clock.spoken or start is None or clock.first is None or clock.first > start:
        return replace(clock, rivals=()) if clock.spoken and start else clock
    minutes = clock.first.hour * 60 + clock.first.minute + NOON * 60
    return replace(clock, first=_of_minutes(minutes), rivals=())
