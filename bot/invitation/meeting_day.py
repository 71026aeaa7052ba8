"""Which day the meeting is: the best supported one, or a question when two are.

Chooses among days already known to be possible. Must not look for words itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.invitation.invitation import Certainty, Finding, Reason, absent
from bot.invitation.purposes import Purpose, Purposed

if TYPE_CHECKING:
    from datetime import date

    from bot.invitation.days import DayReading
    from bot.invitation.scan import Scan

INVITES = re.compile(
    r"välkom|bjud|kall(?:ar|as|else)|\bses\b|träff|äger rum|håll(?:s|er)|av stapeln|\bmöte|"
    r"samlas|boka in|reservera|save the date|"
    r"invit|kutsu|tervetul|ordnas|arrangera|genomförs|infaller|premiär|årsmöte|stämma|konferens|"
    r"samråd|samtal|dialog|join us|seminar|"
    r"workshop|föreläsning|kurs\b|kväll|frukost|mingel|nätverk|webbin|utbildning|kokous|"
    r"tapahtuma|meeting|drar (?:vi )?igång|startar"
)
EARLY_LINES = 4
MOST_ABOVE = 60
LABELLED, CLOCK_NEAR, INVITED, EARLY, WHOLE, WEEKDAY, AGAIN = 60, 25, 20, 14, 30, 6, 8
GONE, IN_PROGRAMME, LATER, NEXT_ONE = -60, -25, -2, -40
NEXT = re.compile(r"\bnästa (?:möte|träff|samråd|dialog\w*|gång)\b")
STRONG = 45


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible day of the meeting and how well the text supports it."""

    purposed: Purposed
    score: int
    in_title: bool

    @property
    def reading(self) -> DayReading:
        """The day as read."""
        return self.purposed.reading

    @property
    def is_strong(self) -> bool:
        """Whether the text plainly gives this day as the meeting's."""
        return self.reading.whole and (self.purposed.labelled or self.in_title)


def candidates(scan: Scan, days: list[Purposed]) -> list[Candidate]:
    """Give the possible days, best first."""
    possible = [
        day for day in days if day.purpose is Purpose.MEETING and not _is_in_point(scan, day)
    ]
    repeats: dict[object, int] = {}
    for day in possible:
        repeats[day.reading.day] = repeats.get(day.reading.day, 0) + 1
    scored = [
        _candidate(scan, day, rank, min(2, repeats[day.reading.day] - 1))
        for rank, day in enumerate(possible)
    ]
    return sorted(scored, key=lambda one: -one.score)


def _is_in_point(scan: Scan, day: Purposed) -> bool:
    """Whether a day is told of in a point of the programme: 'Kunskapsdag, Malmö 26 oktober'."""
    line = scan.manuscript.lines[scan.manuscript.line_at(day.reading.start)]
    told = re.search(r"[^\W\d_]{4}", scan.text[line.body : day.reading.start])
    return told is not None and scan.in_programme(day.reading.start) and not day.labelled


def _candidate(scan: Scan, purposed: Purposed, rank: int, again: int) -> Candidate:
    reading = purposed.reading
    line = scan.manuscript.line_at(reading.start)
    early = _is_early(scan, line)
    invited = bool(INVITES.search(scan.said(scan.sentence(reading.start))))
    in_programme = scan.in_programme(reading.start)
    score = (
        LABELLED * purposed.labelled
        + CLOCK_NEAR * has_clock(scan, reading)
        + INVITED * invited
        + EARLY * early
        + WHOLE * reading.whole
        + AGAIN * again
        + IN_PROGRAMME * in_programme
        + LATER * min(rank, 10)
        + _by_time(scan, reading)
        + NEXT_ONE * _is_next_one(scan, reading)
    )
    short = scan.manuscript.lines[line].length <= 100  # noqa: PLR2004
    return Candidate(purposed, score, early and invited and short and not in_programme)


def _is_early(scan: Scan, line: int) -> bool:
    above = range(min(line, MOST_ABOVE))
    return sum(not scan.furniture.holds(number) for number in above) < EARLY_LINES


def _by_time(scan: Scan, reading: DayReading) -> int:
    gone = reading.day is not None and reading.day < scan.today and reading.year_stands
    now = reading.day == scan.today and not (reading.whole and has_clock(scan, reading))
    return GONE * (gone or (now and (reading.year_stands or not reading.whole)))


def _is_next_one(scan: Scan, reading: DayReading) -> bool:
    """Whether it is the next meeting's day, which is this one's only if no other is named."""
    sentence = scan.sentence(reading.start)
    return NEXT.search(scan.low, sentence.start, reading.start) is not None


def has_clock(scan: Scan, reading: DayReading) -> bool:
    """Whether an hour stands beside the day."""
    return any(
        -15 <= clock.end - reading.start <= 0 or 0 <= clock.start - reading.end <= 30  # noqa: PLR2004
        for clock in scan.clocks
    )


def chosen(ranked: list[Candidate]) -> Candidate | None:
    """Give the best supported day, if any is worth asking about."""
    if not ranked:
        return None
    best = ranked[0]
    worth = best.reading.whole or best.score >= STRONG - INVITED
    return best if worth and best.score > GONE // 2 else None


def finding(scan: Scan, ranked: list[Candidate], grouped: set[date]) -> Finding[date]:
    """Give the day, or a question when it is past or when another day is as strong.

    `grouped` are days that belong together, as occasions or as one meeting of several days.
    """
    best = chosen(ranked)
    if best is None:
        return absent()
    reading = best.reading
    found = reading.at(scan.span(reading.start, reading.end))
    rivals = _rivals(ranked, best, grouped)
    if rivals and found.value and not found.is_doubt:
        options = tuple(dict.fromkeys((found.value, *rivals)))
        return replace(
            found, certainty=Certainty.DOUBT, options=options, reason=Reason.TWO_CANDIDATES
        )
    if found.is_sure and found.value and found.value < scan.today:
        return replace(
            found, certainty=Certainty.DOUBT, options=(found.value,), reason=Reason.IN_THE_PAST
        )
    return found


def _rivals(ranked: list[Candidate], best: Candidate, grouped: set[date]) -> list[date]:
    """Give other days the text gives just as plainly."""
    if not best.is_strong and best.score < STRONG:
        return []
    held = {best.reading.day, *best.reading.rest, *grouped}
    days = [
        one.reading.day
        for one in ranked[1:]
        if one.is_strong and one.reading.day not in held and _stands_out(one, best)
    ]
    return [day for day in days if day is not None][:3]


def _stands_out(one: Candidate, best: Candidate) -> bool:
    if one.purposed.labelled and best.purposed.labelled:
        return best.score - one.score < CLOCK_NEAR
    return one.score >= STRONG and one.in_title != best.in_title
