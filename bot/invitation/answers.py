"""Read one short answer to one question, relative to what stands already.

Knows dates and clocks as people type them. Must not know which question is asked or our records.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.invitation import contacts, dates, days, deadline, relative_days
from bot.invitation.answered_clocks import read_clock, read_span, smooth
from bot.invitation.invitation import (
    Certainty,
    Finding,
    Reason,
    absent,
    doubtful,
    found,
    inferred,
)
from bot.invitation.numbers import NUMBER, number_of
from bot.invitation.purpose_words import BEFORE

if TYPE_CHECKING:
    from bot.invitation.days import DayReading

MOVES = re.compile(r"\butan\b|\bfrån\b.*\btill\b", re.IGNORECASE)
LONE_NUMBER = re.compile(
    r"\s*(?:den )?(?P<day>\d{1,2})(?::?[ea])?(?: i stället)?[.!]?\s*", re.IGNORECASE
)
LATER = re.compile(
    r"(?P<count>"
    + NUMBER
    + r")[ ](?P<unit>dag(?:ar)?|veck(?:a|or)|days?|weeks?)[ ](?P<way>senare|tidigare|framåt|"
    r"later|earlier)",
    re.IGNORECASE,
)
BARE_WEEKDAY = re.compile(r"\s*(?:senast )?(?:på )?[^\W\d_]{3,14}[.!]?\s*", re.IGNORECASE)
COUNT = re.compile(r"(?<![\w.])" + NUMBER + r"(?!\w)", re.IGNORECASE)
WEEK = 7


def read_day(text: str, today: date, standing: date | None = None) -> Finding[date]:
    """Read a day: 'torsdag i stället' is the Thursday of the standing day's week."""
    text = smooth(text)
    if standing and (shifted := _shifted_day(text, standing)):
        return shifted
    readings = _days(text, today)
    if not readings:
        return _lone_day(text, today, standing)
    reading = _meant(text, readings)
    if standing and not reading.whole:
        return _near_standing(text, reading, today, standing)
    finding = reading.at((reading.start, reading.end))
    if reading.is_range and MOVES.search(text) and reading.rest:
        finding = replace(finding, value=reading.rest[-1])
    if finding.is_sure and finding.value and finding.value < today:
        return replace(
            finding, certainty=Certainty.DOUBT, options=(finding.value,), reason=Reason.IN_THE_PAST
        )
    return finding


def _days(text: str, today: date) -> list[DayReading]:
    """Find the days of an answer, whole dates before counted ones."""
    open_text = contacts.scan(text).open_text
    whole = [days.read(mention, today) for mention in dates.scan(open_text)]
    held = {place for one in whole for place in range(one.start, one.end)}
    counted = [
        one
        for one in relative_days.scan(open_text, today)
        if one.start not in held and one.end - 1 not in held
    ]
    counted.sort(key=lambda one: one.start - one.end)
    return whole or counted


def _meant(text: str, readings: list[DayReading]) -> DayReading:
    """Take the last day of 'från den 5 till den 12' and 'inte den 5 utan den 12'."""
    if MOVES.search(text):
        return readings[-1]
    return readings[0]


def _lone_day(text: str, today: date, standing: date | None) -> Finding[date]:
    """Read '5' or 'den 5:e' as that day of the standing month."""
    said = LONE_NUMBER.fullmatch(text)
    if not said:
        return absent()
    return _of_month(int(said["day"]), standing, today, (said.start("day"), said.end("day")))


def _of_month(day: int, standing: date | None, today: date, span: tuple[int, int]) -> Finding[date]:
    if standing is not None:
        try:
            return inferred(standing.replace(day=day), span, Reason.COUNTED)
        except ValueError:
            return doubtful((), span, Reason.NO_SUCH_DATE)
    for ahead in range(WEEK * 9):
        when = today + timedelta(days=ahead)
        if when.day == day:
            return inferred(when, span, Reason.COUNTED)
    return doubtful((), span, Reason.NO_SUCH_DATE)


def _near_standing(text: str, reading: DayReading, today: date, standing: date) -> Finding[date]:
    """Move 'torsdag' to the week that stands, 'den 5:e' to the month that stands."""
    span = (reading.start, reading.end)
    words = text[reading.start : reading.end].lower()
    lone = re.search(r"(?:den|the) (\d{1,2})", words)
    if lone:
        return _of_month(int(lone[1]), standing, today, span)
    if (
        reading.first.reason is not Reason.COUNTED
        or reading.day is None
        or re.search(r"v\.|vecka|week|viik|\d", words)
    ):
        return reading.at(span)
    if re.match(
        r"(?:i ?dag|i ?morgon|i ?över|tomorrow|today|om |in |nu på|nästa|next|tänään|huomenna)",
        words,
    ):
        return reading.at(span)
    monday = standing - timedelta(days=standing.weekday())
    moved = monday + timedelta(days=reading.day.weekday())
    return inferred(moved, span, Reason.COUNTED) if moved >= today else reading.at(span)


def _shifted_day(text: str, standing: date) -> Finding[date] | None:
    said = LATER.search(text)
    if not said:
        return None
    count = number_of(said["count"]) * (WEEK if said["unit"][0].lower() in "vw" else 1)
    back = said["way"].lower() in ("tidigare", "earlier")
    return inferred(
        standing + timedelta(days=-count if back else count), said.span(), Reason.COUNTED
    )


def read_deadline(text: str, today: date, meeting_day: date | None) -> Finding[date]:
    """Read a last day, which may be counted from the meeting: 'en vecka före'."""
    text = smooth(text)
    if counted := _counted_back(text, meeting_day):
        return counted
    finding = _last_day(text, today, meeting_day)
    if not finding.is_sure or finding.value is None:
        return finding
    before = text[: finding.span[0]].lower() if finding.span else ""
    if BEFORE.search(before):
        return doubtful(
            (finding.value - timedelta(days=1), finding.value), finding.span, Reason.TWO_CANDIDATES
        )
    if meeting_day and finding.value > meeting_day:
        return replace(
            finding,
            certainty=Certainty.DOUBT,
            options=(finding.value,),
            reason=Reason.AFTER_THE_MEETING,
        )
    return finding


def _counted_back(text: str, meeting_day: date | None) -> Finding[date] | None:
    low = text.lower()
    for pattern in (deadline.COUNTED, deadline.EVE):
        if said := pattern.search(low):
            if meeting_day is None:
                return Finding(None, Certainty.DOUBT, (0, len(text)), (), Reason.COUNTED)
            value = deadline.counted_back(said.groupdict(), meeting_day)
            if value:
                return inferred(value, (0, len(text)), Reason.COUNTED)
    return None


def _last_day(text: str, today: date, meeting_day: date | None) -> Finding[date]:
    """Read a day, in the meeting's month when only its number is given."""
    finding = read_day(text, today)
    if meeting_day and finding.reason is Reason.COUNTED and BARE_WEEKDAY.fullmatch(text):
        return _which_weekday(finding, meeting_day)
    lone = LONE_NUMBER.fullmatch(text)
    if lone and meeting_day:
        return _of_month_before(int(lone["day"]), meeting_day, (lone.start("day"), lone.end("day")))
    return finding


def _which_weekday(finding: Finding[date], meeting_day: date) -> Finding[date]:
    """Ask whether 'fredag' is the coming one or the last before the meeting."""
    if finding.value is None:
        return finding
    back = (meeting_day.weekday() - finding.value.weekday() - 1) % WEEK + 1
    last = meeting_day - timedelta(days=back)
    if last <= finding.value:
        return finding
    return doubtful((last, finding.value), finding.span, Reason.TWO_CANDIDATES)


def _of_month_before(day: int, meeting_day: date, span: tuple[int, int]) -> Finding[date]:
    for back in range(WEEK * 9):
        when = meeting_day - timedelta(days=back)
        if when.day == day:
            return inferred(when, span, Reason.COUNTED)
    return doubtful((), span, Reason.NO_SUCH_DATE)


def read_number(text: str) -> Finding[int]:
    """Read how many: '25', 'tjugofem', 'max 30 personer'."""
    said = COUNT.search(smooth(text).lower())
    return found(number_of(said[0]), said.span()) if said else absent()


__all__ = ["read_clock", "read_day", "read_deadline", "read_number", "read_span"]
