"""Read one short answer to one question, relative to what stands already.

Knows dates and clocks as people type them. Must not know which question is asked or our records.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from bot.invitation import clocks, contacts, dates, days, deadline, relative_days
from bot.invitation.invitation import (
    Certainty,
    Finding,
    Reason,
    absent,
    doubtful,
    found,
    inferred,
)
from bot.invitation.manuscript import SMOOTH
from bot.invitation.numbers import NUMBER, number_of
from bot.invitation.purposes import BEFORE
from bot.invitation.spoken_clocks import SPOKEN

if TYPE_CHECKING:
    from bot.invitation.clocks import Clock
    from bot.invitation.days import DayReading

INSTEAD = re.compile(
    r"i ?st[äa]llet|hellre|byt|flytta|ändra|ska vara|instead|change|sijaan|siirrä", re.IGNORECASE
)
MOVES = re.compile(r"\butan\b|\bfrån\b.*\btill\b", re.IGNORECASE)
LONE_NUMBER = re.compile(
    r"\s*(?:den )?(?P<day>\d{1,2})(?::?[ea])?(?: i stället)?[.!]?\s*", re.IGNORECASE
)
LONE_HOUR = re.compile(
    r"(?<![\w.:,/-])(?P<hour>\d{1,2})(?:[.:]?(?P<minute>[0-5]\d))?(?![\w/:]|\.\d)", re.IGNORECASE
)
LATER = re.compile(
    r"(?P<count>"
    + NUMBER
    + r")[ ](?P<unit>dag(?:ar)?|veck(?:a|or)|days?|weeks?)[ ](?P<way>senare|tidigare|framåt|"
    r"later|earlier)",
    re.IGNORECASE,
)
SHIFT = re.compile(
    r"(?P<count>"
    + NUMBER
    + r"|halv)[ ]?(?P<unit>timm(?:e|ar)|tim|minut(?:er)?|min|hours?|minutes?)[ ](?P<way>senare|"
    r"tidigare|later|earlier)",
    re.IGNORECASE,
)
BARE_WEEKDAY = re.compile(r"\s*(?:senast )?(?:på )?[^\W\d_]{3,14}[.!]?\s*", re.IGNORECASE)
COUNT = re.compile(r"(?<![\w.])" + NUMBER + r"(?!\w)", re.IGNORECASE)
PART_OF_DAY = re.compile(
    r"morgon|förmiddag|kväll|eftermiddag|\b[fe]m\b|\b[ap]m\b|aamu|ilta", re.IGNORECASE
)
WEEK = 7
LONGEST_ANSWER = 500
NOON = 12


def read_day(text: str, today: date, standing: date | None = None) -> Finding[date]:
    """Read a day: 'torsdag i stället' is the Thursday of the standing day's week."""
    text = _smooth(text)
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


def _smooth(text: str) -> str:
    """Cut a long answer and make its spaces and dashes plain, every letter in its place."""
    return text[:LONGEST_ANSWER].translate(SMOOTH)


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
    """Take the day after 'till' in 'från den 5 till den 12 mars', else the last of 'inte ... utan'."""
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


def read_clock(text: str, standing: time | None = None) -> Finding[time]:
    """Read a clock time: 'byt till 17.30', 'halv sju'."""
    text = _smooth(text)
    if standing and (shifted := _shifted_clock(text, standing)):
        return shifted
    clock = _clock(text)
    if clock is None or clock.first is None:
        span = (clock.start, clock.end) if clock else None
        return doubtful((), span, Reason.NO_SUCH_TIME) if clock else absent()
    span = (clock.start, clock.end)
    rivals = clock.rivals or _other_half(text, clock)
    if standing is not None and rivals:
        nearest = min(rivals, key=lambda rival: abs(_minutes(rival) - _minutes(standing)))
        return inferred(nearest, span, Reason.COUNTED)
    if clock.rivals:
        return doubtful(clock.rivals, span, Reason.TWO_CANDIDATES)
    return found(clock.first, span)


def _other_half(text: str, clock: Clock) -> tuple[time, ...]:
    """Give both halves of the day for a spoken hour, unless morning or evening is said."""
    if not clock.spoken or clock.first is None or PART_OF_DAY.search(text):
        return ()
    return clock.first, clock.first.replace(hour=(clock.first.hour + NOON) % (2 * NOON))


def _clock(text: str) -> Clock | None:
    """Find the hour meant; a bare number is one, and after 'till' the last."""
    said = _clocks(text)
    if not said:
        return _bare_clock(text)
    return (
        said[-1]
        if re.search(r"\butan\b|\bfrån\b.*\btill\b|\bbyt\b", text, re.IGNORECASE)
        else said[0]
    )


def _clocks(text: str) -> list[Clock]:
    lead = (
        re.sub(r"\btill(?= \d)", "   -", text, flags=re.IGNORECASE)
        if INSTEAD.search(text)
        else text
    )
    lead = lead.replace("-", " ", 1) if lead is not text else lead
    return clocks.scan(lead, set())


def _bare_clock(text: str) -> Clock | None:
    """Read '18', '1730' and 'sju' as hours, since an hour was asked for."""
    numbers = list(LONE_HOUR.finditer(text))
    if numbers:
        said = numbers[-1]
        scanned = clocks.scan(f"kl {said[0]}", set())
        return replace(scanned[0], start=said.start(), end=said.end()) if scanned else None
    spoken = re.search(r"(?<!\w)(?:" + SPOKEN + r")(?!\w)", text, re.IGNORECASE)
    scanned = clocks.scan(f"kl {text[spoken.start() :]}", set()) if spoken else []
    return (
        replace(scanned[0], start=spoken.start(), end=spoken.end()) if scanned and spoken else None
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _shifted_clock(text: str, standing: time) -> Finding[time] | None:
    """Move what stands: 'en timme senare', 'en halvtimme tidigare'."""
    said = SHIFT.search(
        re.sub(r"\ben halvtimme\b|\bhalvtimme\b", "30 minuter", text, flags=re.IGNORECASE)
    )
    if not said or said["count"].lower() == "halv":
        return None
    count = number_of(said["count"]) * (60 if said["unit"][0].lower() in "th" else 1)
    minutes = _minutes(standing) + (
        -count if said["way"].lower() in ("tidigare", "earlier") else count
    )
    if not 0 <= minutes < 24 * 60:
        return doubtful((), None, Reason.NO_SUCH_TIME)
    return inferred(time(minutes // 60, minutes % 60), (0, len(text)), Reason.COUNTED)


def read_span(text: str) -> tuple[Finding[time], Finding[time]]:
    """Read a start and an end: '18-20', 'från sju till nio'."""
    text = _smooth(text)
    said = clocks.scan(text, set())
    if said and said[0].first and said[0].last:
        return _both(said[0])
    if len(said) >= 2 and said[0].first and said[1].first:  # noqa: PLR2004
        last = clocks.moved_after(said[1], said[0].first)
        return _one(said[0]), found(last.first, (last.start, last.end)) if last.first else absent()
    cued = clocks.scan(f"kl {text.strip()}", set())
    shift = len(text) - len(text.lstrip()) - 3
    if cued and cued[0].first and cued[0].last:
        return _both(replace(cued[0], start=max(0, cued[0].start + shift), end=cued[0].end + shift))
    spoken = re.sub(r"(?<!\w)(?:från|mellan)(?!\w)", "klockan", text, count=1, flags=re.IGNORECASE)
    heard = clocks.scan(spoken, set())
    if heard and heard[0].first and heard[0].last:
        return _both(replace(heard[0], start=0, end=len(text)))
    return read_clock(text), absent()


def _one(clock: Clock) -> Finding[time]:
    span = (clock.start, clock.end)
    if clock.rivals:
        return doubtful(clock.rivals, span, Reason.TWO_CANDIDATES)
    return found(clock.first, span) if clock.first else absent()


def _both(clock: Clock) -> tuple[Finding[time], Finding[time]]:
    end = found(clock.last, (clock.start, clock.end)) if clock.last else absent()
    return _one(clock), end


def read_deadline(text: str, today: date, meeting_day: date | None) -> Finding[date]:
    """Read a last day, which may be counted from the meeting: 'en vecka före'."""
    text = _smooth(text)
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
    said = COUNT.search(text[:LONGEST_ANSWER].lower())
    return found(number_of(said[0]), said.span()) if said else absent()
