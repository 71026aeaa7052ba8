"""When the meeting starts and ends and when the doors open.

Judges the hours found; knows the chosen day and the programme. Must not look for hours itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import time
from typing import TYPE_CHECKING

from bot.invitation import ending
from bot.invitation.agenda_lines import is_break
from bot.invitation.invitation import Certainty, Finding, Reason, absent, doubtful, found, inferred
from bot.invitation.label_words import Kind
from bot.invitation.purposes import Purpose

if TYPE_CHECKING:
    from bot.invitation.agenda_lines import AgendaLine
    from bot.invitation.clocks import Clock
    from bot.invitation.days import DayReading
    from bot.invitation.purposes import Purposed
    from bot.invitation.scan import Scan

DOORS = re.compile(
    r"(?:drop-?in|kaffe|fika|dörr\w*|insläpp\w*|öppn\w+|öppet(?! \w*[^\W\d_]{3})|samling|"
    r"registrer\w*|mingel|"
    r"frukost|incheckning|kahvi\w*|ovet|doors|"
    r"coffee|registration|smörgås|välkomstfika|tilltugg|soppa|macka)\b[^.\n]{0,40}$"
)
OPENING = re.compile(r"drop|dörr|insläpp|öppn|samling|registr|incheck|ovet|doors")
DOORS_AFTER = re.compile(
    r"(?:[ )]{0,2}|, (?!\w+ (?:och \w+ )?från))(?:drop-?in|insläpp|samling|dörr|öppn|fika\b|"
    r"kaffe|registrering|är det (?:fika|kaffe)|finns (?:det )?(?:fika|kaffe)|serveras|bjuds|"
    r"bjuder vi på|mingel)"
)
SERVED = re.compile(
    r"(?:lunch|middag|mat|måltid|soppa|fika|kaffe)\w*[^.\n]{0,25}(?:serveras|äts|"
    r"blir det)?[^.\n]{0,12}$"
)
OFFICE = re.compile(
    r"(?<!\w)(?:telefon\w*|öppet(?:tider|(?= (?:må|ti|on|to|fr|lö|sö|var|alla|kl|mellan|\d)))|"
    r"växel\w*|ring\w*|nås|tel\.?|vardagar|bemanna\w*|tfn|buss\w*|"
    r"tåg\w*|avgår|stänger)\b[^.\n]{0,40}$"
)
STARTS = re.compile(
    r"(?:börjar|start(?:ar|tid)?|med start|begins|starts|alkaa|öppnas mötet)[ :]*(?:ca |redan |"
    r"prick )?$"
)
ARRIVAL = re.compile(
    r"(?:registrering|drop-?in|samling|incheckning|ankomst|kaffe|fika|insläpp|mingel|frukost|"
    r"dörr|coffee|registration|kahvi|välkomstfika|arrival)",
    re.IGNORECASE,
)
LABELLED, BESIDE_DAY, BESIDE_MEETING, STARTING, SPAN, EARLY = 50, 40, 20, 15, 8, 10
JUST_BEFORE, JUST_AFTER = 25, 45
DOUBT_MARGIN = 60
FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of the meeting."""

    start: Finding[time] = field(default_factory=Finding)
    end: Finding[time] = field(default_factory=Finding)
    doors: Finding[time] = field(default_factory=Finding)


def judge(scan: Scan, day: DayReading | None, days: list[Purposed]) -> Hours:
    """Choose the hours of the meeting among all that stand in the text."""
    free = [clock for clock in scan.clocks if _is_free(scan, clock, days)]
    doors = [clock for clock in free if _is_doors(scan, clock)]
    mine = [clock for clock in free if clock not in doors and not ending.is_end(scan, clock)]
    if not mine and not ending.timed_lines(scan):
        mine = [clock for clock in doors if _is_beside(scan, clock, day)]
        doors = [clock for clock in doors if clock not in mine]
    ranked = sorted(mine, key=lambda clock: -_score(scan, clock, day))
    best = ranked[0] if ranked and _score(scan, ranked[0], day) > 0 else None
    if best is None:
        return _from_programme(scan, doors, free)
    start = _start(scan, best, _rivals(scan, ranked, best, day))
    end = ending.judge(scan, best, [clock for clock in free if clock not in doors], start.value)
    return _in_order(Hours(start, end, _doors(scan, doors, ranked, start.value)))


def _is_free(scan: Scan, clock: Clock, days: list[Purposed]) -> bool:
    """Leave out hours of the programme, of last days, of the page and of the office."""
    line = scan.manuscript.line_at(clock.start)
    if scan.furniture.holds(line) or scan.in_programme(clock.start):
        return False
    low = _before(scan, clock)
    if OFFICE.search(low):
        return False
    return not any(
        _belongs_to(scan, clock, day) for day in days if day.purpose is not Purpose.MEETING
    )


def _before(scan: Scan, clock: Clock, reach: int = 60) -> str:
    low = scan.low[max(0, clock.start - reach) : clock.start]
    return low.rsplit("\n", 1)[-1] if "\n\n" in low or ":" in low.rsplit("\n", 1)[-1] else low


def _belongs_to(scan: Scan, clock: Clock, day: Purposed) -> bool:
    """Whether the hour stands right beside a day that is not the meeting's."""
    gap = scan.text[day.reading.end : clock.start] if clock.start >= day.reading.end else None
    if gap is not None:
        return len(gap) <= 14 and not re.search(r"[^\W\d_]{3,}|\n", gap.replace("klockan", ""))  # noqa: PLR2004
    behind = (
        scan.text[clock.end : day.reading.start] if day.reading.start >= clock.end else "x" * 20
    )
    return len(behind) <= 5 and "\n" not in behind  # noqa: PLR2004


def _is_doors(scan: Scan, clock: Clock) -> bool:
    low, after = _before(scan, clock), scan.low[clock.end : clock.end + 30]
    if clock.last is not None and not DOORS.search(low[-30:]):
        return False
    part = re.split(r"[.!?]\s|,\s", low)[-1]
    opens = DOORS.search(part)
    if opens and _names_meeting(scan, opens, clock.start - len(part)):
        return False
    return bool(opens or DOORS_AFTER.match(after) or SERVED.search(part))


def _names_meeting(scan: Scan, opens: re.Match[str], start: int) -> bool:
    """Tell 'Kulturfrukost torsdag 4 mars kl. 7.30', a meeting, from 'frukost från kl. 7.30'."""
    named = not OPENING.match(opens[0])
    return named and any(
        start + opens.start() < one.start < start + opens.end() for one in scan.days
    )


def _score(scan: Scan, clock: Clock, day: DayReading | None) -> int:
    label = scan.label_of(clock.start)
    labelled = bool(label and Kind.WHEN in label.kinds)
    unfit = (
        label is not None
        and label.is_known
        and not labelled
        and not label.kinds & {Kind.AGENDA, Kind.PLACE}
    )
    early = scan.manuscript.line_at(clock.start) < 6  # noqa: PLR2004
    starting = bool(STARTS.search(_before(scan, clock)[-30:]))
    if not clock.cued and not labelled and not _is_beside(scan, clock, day):
        return -1
    return (
        LABELLED * labelled
        + BESIDE_DAY * _is_beside(scan, clock, day)
        + BESIDE_MEETING * _in_sentence(scan, clock, day)
        + STARTING * starting
        + SPAN * (clock.last is not None)
        + EARLY * early
        + 1 * clock.cued
        - 30 * unfit
    )


def _is_beside(scan: Scan, clock: Clock, day: DayReading | None) -> bool:
    """Whether the hour stands next to the chosen day, or to another mention of it."""
    if day is None:
        return False
    same = [one for one in scan.days if one.day == day.day]
    return any(
        -JUST_BEFORE <= clock.end - one.start <= 0
        or (
            0 <= clock.start - one.end <= JUST_AFTER
            and "\n\n" not in scan.text[one.end : clock.start]
        )
        for one in same
    )


def _in_sentence(scan: Scan, clock: Clock, day: DayReading | None) -> bool:
    sentence = scan.sentence(clock.start)
    return day is not None and sentence.start <= day.start < sentence.end


def _start(scan: Scan, best: Clock, rivals: tuple[time, ...]) -> Finding[time]:
    span = scan.span(best.start, best.end)
    if best.first is None:
        return doubtful((), span, Reason.NO_SUCH_TIME)
    if best.rivals:
        return doubtful(best.rivals, span, Reason.TWO_CANDIDATES)
    if rivals:
        return doubtful((best.first, *rivals), span, Reason.TWO_CANDIDATES)
    return found(best.first, span)


def _rivals(
    scan: Scan, ranked: list[Clock], best: Clock, day: DayReading | None
) -> tuple[time, ...]:
    """Give other starts the text gives just as plainly for the same day."""
    if day is None:
        return ()
    plain = [
        clock
        for clock in ranked[1:]
        if clock.first and clock.first != best.first and _score(scan, clock, day) >= DOUBT_MARGIN
        and _stands_beside_same_day(scan, clock, day) and clock.first != best.last
        and scan.manuscript.line_at(clock.start) != scan.manuscript.line_at(best.start)
    ]  # fmt: skip
    return tuple(dict.fromkeys(clock.first for clock in plain if clock.first))[:2]


def _stands_beside_same_day(scan: Scan, clock: Clock, day: DayReading) -> bool:
    """Whether the nearest day before the hour is the chosen one."""
    before = [one for one in scan.days if one.end <= clock.start]
    return bool(before) and before[-1].day == day.day


def _from_programme(scan: Scan, doors: list[Clock], free: list[Clock]) -> Hours:
    """Take start and end from the programme when they stand nowhere else."""
    lines = ending.timed_lines(scan)
    if not lines:
        return Hours(doors=_lone_doors(scan, doors))
    opening = next((line for line in lines if not _is_arrival(line)), lines[0])
    if opening.time is None:
        return Hours()
    start = inferred(opening.time, ending.hour_span(scan, opening), Reason.START_INFERRED)
    early = lines[0] if lines[0] is not opening else None
    open_from = (
        inferred(early.time, ending.hour_span(scan, early), Reason.START_INFERRED)
        if early and early.time
        else _lone_doors(scan, doors)
    )
    stated = next(
        (
            clock
            for clock in free
            if ending.is_end(scan, clock) and clock.first and clock.first > opening.time
        ),
        None,
    )
    if stated and stated.first:
        return Hours(start, found(stated.first, scan.span(stated.start, stated.end)), open_from)
    return Hours(start, ending.end_of_programme(scan, opening.time), open_from)


def _is_arrival(line: AgendaLine) -> bool:
    return bool(ARRIVAL.match(line.words)) and (
        is_break(line.words) or len(line.words.split()) <= FEW_WORDS
    )


def _lone_doors(scan: Scan, doors: list[Clock]) -> Finding[time]:
    if not doors or doors[0].first is None:
        return absent()
    return found(doors[0].first, scan.span(doors[0].start, doors[0].end))


def _doors(
    scan: Scan, doors: list[Clock], ranked: list[Clock], start: time | None
) -> Finding[time]:
    """Take an hour of coffee or doors only if it lies before the start."""
    for clock in (*doors, *ranked):
        early = clock.first is not None and start is not None and clock.first < start
        if early and clock.first and (clock in doors) and not clock.spoken:
            return found(clock.first, scan.span(clock.start, clock.end))
    lines = ending.timed_lines(scan)
    if lines and lines[0].time and start and lines[0].time < start and _is_arrival(lines[0]):
        return found(lines[0].time, ending.hour_span(scan, lines[0]))
    return absent()


def _in_order(hours: Hours) -> Hours:
    """Ask about an end that does not come after the start."""
    start, end = hours.start.value, hours.end.value
    if start and end and end <= start and end.hour > 3:  # noqa: PLR2004
        doubt = replace(
            hours.end, certainty=Certainty.DOUBT, options=(end,), reason=Reason.END_BEFORE_START
        )
        return replace(hours, end=doubt)
    return hours
