"""The last day to register, counted from the meeting if need be, and last days for other matters.

Chooses among days already known to be last days. Must not decide which day the meeting is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from bot.invitation.days import next_occurrence
from bot.invitation.invitation import (
    Certainty,
    Finding,
    OtherDeadline,
    Reason,
    absent,
    doubtful,
    found,
    inferred,
)
from bot.invitation.numbers import NUMBER, number_of
from bot.invitation.purpose_words import DONE_BY, OTHER_MATTER, REGISTERING
from bot.invitation.purposes import Purpose, Purposed

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

BEFORE = r"(?:före|innan|i förväg|before|beforehand|in advance|prior|ennen|dessförinnan|tidigare)"
COUNTED = re.compile(
    r"(?<!\w)(?P<number>" + NUMBER + r")[ ](?P<unit>(?P<working>arbets|var)?dag(?:ar)?|dygn|"
                                     r"vecka|veckor|"
               r"(?P<w2>working )?days?|weeks?|viikko\w*|päivä\w*)[ ]" + BEFORE,
)  # fmt: skip
EVE = re.compile(
    r"(?<!\w)(?:(?P<day>dagen|kvällen|the day|päivää)|(?P<week>veckan|the week)|"
    r"(?P<weekday>[^\W\d_]{2,4}s?dagen))[ ]" + BEFORE,
)
CUE = re.compile(
    r"(?<!\w)(?:senast|minst|sista\w*|tidigast|helst|at least|no later than|viimeistään|latest|"
    r"by)[^.!?\n]{0,14}$"
)
PLAINLY = re.compile(r"anmäl(?!da?\b|a det\b)|\bosa\b|regist|ilmoitt")
REACH = 30
MOST = 20
WORKDAYS = 5
WEEK = 7
LONGEST_BEFORE = 120
LAST_MINUTE = 14


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last day to register, its hour if given, and the last days for other matters."""

    day: Finding[date] = field(default_factory=Finding)
    hour: Finding[time] = field(default_factory=Finding)
    others: Finding[tuple[OtherDeadline, ...]] = field(default_factory=Finding)
    needs: Finding[date] = field(default_factory=Finding)
    """The last day to ask for what must be booked."""


def judge(scan: Scan, days: list[Purposed], meeting: date | None) -> Deadlines:
    """Give the last days of a text, once the meeting's day is known."""
    own = [day for day in days if day.purpose is Purpose.DEADLINE]
    stated = [(day, _finding(scan, day, meeting)) for day in own]
    counted = list(_counted(scan, meeting))
    day, source = _chosen([*stated, *((None, finding) for finding in counted)])
    return Deadlines(
        _checked(day, meeting, scan.today),
        _hour(scan, source),
        _others(scan, days, meeting),
        _checked(_needs(scan, days, meeting), meeting, scan.today),
    )


NEEDED = re.compile(r"(?<!\w)(?:\w*tolk\w*|hörslinga\w*|ledsagare\w*|interpreter\w*|tulk\w*)")
"""What has to be booked."""


def _needs(scan: Scan, days: list[Purposed], meeting: date | None) -> Finding[date]:
    """Give the last day for interpreters and the like: a day, or counted from the meeting."""
    for day in days:
        sentence = scan.sentence(day.reading.start)
        before = scan.low[slice(*scan.manuscript.sentence_before(sentence.start))]
        about = scan.said(sentence) + (before if before.rstrip().endswith("?") else "")
        if day.purpose is Purpose.OTHER_DEADLINE and NEEDED.search(about):
            return _finding(scan, day, meeting)
    for said in (*islice(scan.find_all(COUNTED), MOST), *islice(scan.find_all(EVE), MOST)):
        words = scan.said(scan.sentence(said.start()))
        cued = CUE.search(scan.low[max(0, said.start() - REACH) : said.start()])
        if cued and NEEDED.search(words) and not _is_registering(scan, said, cued=True):
            return _reckoned(scan, said, meeting)
    return absent()


def _chosen(
    findings: list[tuple[Purposed | None, Finding[date]]],
) -> tuple[Finding[date], Purposed | None]:
    """Take the one last day, or ask which when the text gives several."""
    if not findings:
        return absent(), None
    ordered = sorted(findings, key=lambda pair: not (pair[0] and pair[0].labelled))
    source, first = ordered[0]
    days = tuple(dict.fromkeys(one.value for _, one in ordered if one.value))
    if len(days) > 1 and first.is_sure:
        return doubtful(days, first.span, Reason.TWO_CANDIDATES), source
    return first, source


def _finding(scan: Scan, day: Purposed, meeting: date | None) -> Finding[date]:
    reading = day.reading
    last = reading.rest[-1] if reading.is_range and reading.rest else None
    finding = reading.at(scan.span(reading.start, reading.end))
    if last:
        finding = replace(finding, value=last)
    finding = _before_meeting(finding, meeting, year_stands=reading.year_stands, today=scan.today)
    if day.eve and finding.value and finding.is_sure:
        return inferred(finding.value - timedelta(days=1), finding.span, Reason.COUNTED)
    return finding


def _before_meeting(
    finding: Finding[date], meeting: date | None, *, year_stands: bool, today: date
) -> Finding[date]:
    """Move a last day whose year was left out to the one just before the meeting."""
    value = finding.value
    if value is None or meeting is None or year_stands or value <= meeting:
        return finding
    earlier = [
        day for year in (0, 1) if (day := _same_day(value, meeting.year - year)) and day <= meeting
    ]
    near = [day for day in earlier if meeting - day <= timedelta(days=LONGEST_BEFORE)]
    if not near:
        return finding
    if near[0] < today:
        return Finding(near[0], Certainty.DOUBT, finding.span, (near[0],), Reason.IN_THE_PAST)
    return inferred(near[0], finding.span, Reason.YEAR_INFERRED)


def _same_day(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _checked(finding: Finding[date], meeting: date | None, today: date) -> Finding[date]:
    """Ask about a last day after the meeting or already past."""
    if not finding.is_sure or finding.value is None:
        return finding
    if meeting and finding.value > meeting:
        return doubtful((finding.value,), finding.span, Reason.AFTER_THE_MEETING)
    if finding.value < today:
        return doubtful((finding.value,), finding.span, Reason.IN_THE_PAST)
    return finding


def _counted(scan: Scan, meeting: date | None) -> list[Finding[date]]:
    """Find 'senast en vecka före' and 'senast dagen innan', counted from the meeting."""
    findings = []
    for pattern in (COUNTED, EVE):
        for said in islice(scan.find_all(pattern), MOST):
            cued = CUE.search(scan.low[max(0, said.start() - REACH) : said.start()]) is not None
            if (cued or pattern is COUNTED) and _is_registering(scan, said, cued=cued):
                findings.append(_reckoned(scan, said, meeting))
    return findings


def _is_registering(scan: Scan, said: re.Match[str], *, cued: bool) -> bool:
    """Whether what must be done so long before is to register."""
    sentence = scan.sentence(said.start())
    words = scan.said(sentence)
    previous = scan.low[slice(*scan.manuscript.sentence_before(sentence.start))]
    if not cued and not REGISTERING.search(words):
        return False
    own = REGISTERING.search(words)
    label = scan.label_of(said.start())
    labelled = label.words.lower() if label else ""
    if OTHER_MATTER.search(words) and not PLAINLY.search(words):
        return False
    if DONE_BY.search(CUE.sub("", scan.low[sentence.start : said.start()])):
        return False
    if (
        OTHER_MATTER.search(previous)
        and "\n\n" not in previous
        and not re.search(r"anmäl(?!da?\b)|\bosa\b|svar", words)
    ):
        return False
    return bool(own or REGISTERING.search(labelled) or REGISTERING.search(previous))


def _reckoned(scan: Scan, said: re.Match[str], meeting: date | None) -> Finding[date]:
    span = scan.span(said.start(), said.end())
    if meeting is None:
        return Finding(None, Certainty.DOUBT, span, (), Reason.COUNTED)
    groups = said.groupdict()
    if groups.get("week"):
        options = (meeting - timedelta(days=WEEK), meeting - timedelta(days=meeting.weekday() + 3))
        return doubtful(options, span, Reason.TWO_CANDIDATES)
    value = counted_back(groups, meeting)
    return inferred(value, span, Reason.COUNTED) if value else absent()


def counted_back(groups: dict[str, str | None], meeting: date) -> date | None:
    """Give the day so many days, working days or weeks before the meeting."""
    number = groups.get("number")
    if number is None:
        return _eve(groups, meeting)
    count, unit = number_of(number), groups["unit"] or ""
    if groups.get("working") or groups.get("w2"):
        return _working_days_before(meeting, count)
    days = count * WEEK if unit.startswith(("vecka", "veckor", "week", "viikko")) else count
    return meeting - timedelta(days=min(days, 3650))


def _eve(groups: dict[str, str | None], meeting: date) -> date | None:
    from bot.invitation import calendar_words  # noqa: PLC0415

    if groups.get("day"):
        return meeting - timedelta(days=1)
    named = calendar_words.weekday(groups.get("weekday") or "")
    if named is None:
        return None
    return meeting - timedelta(days=(meeting.weekday() - named.number - 1) % WEEK + 1)


def _working_days_before(meeting: date, count: int) -> date:
    day = meeting
    while count > 0:
        day -= timedelta(days=1)
        count -= day.weekday() < WORKDAYS
    return day


def _hour(scan: Scan, source: Purposed | None) -> Finding[time]:
    if source is None:
        return absent()
    for clock in scan.clocks:
        if (
            0 <= clock.start - source.reading.end <= LAST_MINUTE
            and clock.first
            and clock.last is None
            and _is_of_the_day(scan.low[source.reading.end : clock.end])
        ):
            return found(clock.first, scan.span(clock.start, clock.end))
    return absent()


def _is_of_the_day(after: str) -> bool:
    """Whether a clock belongs to the day before it; a bare one on a new line is a programme's."""
    return "\n" not in after or "kl" in after


def _others(
    scan: Scan, days: list[Purposed], meeting: date | None
) -> Finding[tuple[OtherDeadline, ...]]:
    others = tuple(
        OtherDeadline(_matter(scan, day), _finding(scan, day, meeting))
        for day in days
        if day.purpose is Purpose.OTHER_DEADLINE
    )
    if not others:
        return absent()
    return found(others, others[0].day.span)


def _matter(scan: Scan, day: Purposed) -> str:
    """Quote what the other last day is for: the sentence it stands in."""
    sentence = scan.sentence(day.reading.start)
    return " ".join(scan.text[sentence.start : sentence.end].split())


__all__ = ["COUNTED", "EVE", "Deadlines", "counted_back", "judge", "next_occurrence"]
