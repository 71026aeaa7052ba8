"""Days counted from today: 'i morgon', 'på torsdag', 'tisdagen i vecka 11', 'om två veckor'.

Finds and counts; must not know what the day is for.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.invitation import calendar_words
from bot.invitation.days import DayReading
from bot.invitation.invitation import Certainty, Finding, Reason
from bot.invitation.numbers import NUMBER, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {
    0: r"i ?dag|i ?kväll|i ?natt|today|tonight|this evening|tänään|tänä iltana",
    1: r"i ?mor(?:g|r)on|i ?morr?n|i ?mor(?:g|r)onkväll|tomorrow|huomenna",
    2: r"i ?över ?mor(?:g|r)on|ylihuomenna|day after tomorrow",
}
RELATIVE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<in{days}>{words})" for days, words in WORDS.items())
    + r")(?!\w)",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"(?<!\w)(?:om|in|within)[ ](?P<number>"
    + NUMBER
    + r")[ ](?P<unit>dag(?:ar)?|veck(?:a|or)|days?|weeks?)(?!\w)",
    re.IGNORECASE,
)
WEEK = re.compile(
    r"(?<![\w.])(?:v\.?|vecka|week|vk\.?|viikko|viikolla)[ ]?(?P<week>\d{1,2})(?![\d.:/-])",
    re.IGNORECASE,
)
WEEKDAY_BEFORE_WEEK = re.compile(
    r"(?P<word>[^\W\d_]{2,12})[., ]{1,3}(?:i |in |den |\()?$", re.IGNORECASE
)
WEEKDAY_AFTER_WEEK = re.compile(r"[,: ]{1,3}(?:på )?(?P<word>[^\W\d_]{3,12})(?!\w)")
BARE = re.compile(
    r"(?<!\w)(?:(?P<lead>nu på|på|on|this|denna|kommande|coming|tulevana|nästa|next|ensi)[ ])?"
    r"(?P<word>(?:sön|mån|tis|tors|tor|ons|fre|lör|mon|tue|wed|thu|fri|sat|sun|maa|tii|kes|per|"
    r"lau)[^\W\d_]{0,12})"
    r"(?P<tail>[ ]nästa vecka|[ ]next week|[ ]i nästa vecka|[ ]denna vecka|"
    r"[ ]den här veckan)?(?!\w)",
    re.IGNORECASE,
)
MANY = re.compile(r"(?<=dag)ar(?:na)?$|(?<=day)s$")
NEXT = ("nästa", "next", "ensi")
WEEKDAYS = 7
LAST_WEEK = 53
WEEKS_ASKED = 4


def scan(text: str, today: date) -> Iterator[DayReading]:
    """Find the days counted from today, in a text from which contacts are blanked."""
    for found in RELATIVE.finditer(text):
        ahead = next(days for days in WORDS if found[f"in{days}"])
        yield _counted(found, today + timedelta(days=ahead))
    for found in AHEAD.finditer(text):
        days = number_of(found["number"]) * (7 if found["unit"][0] in "vVwW" else 1)
        yield _counted(found, today + timedelta(days=days))
    for found in WEEK.finditer(text):
        if 1 <= int(found["week"]) <= LAST_WEEK:
            yield _week(found, today)
    for found in BARE.finditer(text):
        if reading := _bare(found, today):
            yield reading


def _counted(found: re.Match[str], when: date) -> DayReading:
    finding = Finding(when, Certainty.INFERRED, reason=Reason.COUNTED)
    return DayReading(found.start(), found.end(), finding, whole=False)


def _week(found: re.Match[str], today: date) -> DayReading:
    """Give the weekday of the week if one stands beside it, else ask which."""
    before = WEEKDAY_BEFORE_WEEK.search(found.string[max(0, found.start() - 24) : found.start()])
    after = WEEKDAY_AFTER_WEEK.match(found.string, found.end())
    low = max(0, found.start() - 24)
    if before and (named := calendar_words.weekday(before["word"], beside_date=True)):
        finding = _day_of_week(int(found["week"]), named.number, today)
        return DayReading(low + before.start(), found.end(), finding, whole=False)
    if after and (named := calendar_words.weekday(after["word"])):
        finding = _day_of_week(int(found["week"]), named.number, today)
        return DayReading(found.start(), after.end(), finding, whole=False)
    return DayReading(
        found.start(), found.end(), _which_day(int(found["week"]), today), whole=False
    )


def _day_of_week(week: int, weekday: int, today: date) -> Finding[date]:
    """Give the coming day by ISO week, whose first day is Monday."""
    for year in (today.year, today.year + 1):
        try:
            when = date.fromisocalendar(year, week, weekday + 1)
        except ValueError:
            continue
        if when >= today:
            return Finding(when, Certainty.INFERRED, reason=Reason.COUNTED)
    return Finding(None, Certainty.DOUBT, reason=Reason.NO_SUCH_DATE)


def _which_day(week: int, today: date) -> Finding[date]:
    days = (_day_of_week(week, weekday, today).value for weekday in range(WEEKDAYS))
    options = tuple(day for day in days if day)
    return Finding(None, Certainty.DOUBT, None, options, Reason.WEEK_WITHOUT_DAY)


def _bare(found: re.Match[str], today: date) -> DayReading | None:
    """Read 'på torsdag' as the coming one, 'nästa torsdag' as a question."""
    named = calendar_words.weekday(MANY.sub("", found["word"].lower()))
    if named is None or named.misspelt or _is_past(found):
        return None
    coming = today + timedelta(days=(named.number - today.weekday() - 1) % WEEKDAYS + 1)
    if _is_habit(found):
        return DayReading(found.start(), found.end(), _which_of_many(coming), whole=False)
    finding = _which(found, named.number, coming, today)
    return DayReading(found.start(), found.end(), finding, whole=False)


def _which(found: re.Match[str], weekday: int, coming: date, today: date) -> Finding[date]:
    following_week = today - timedelta(days=today.weekday()) + timedelta(days=WEEKDAYS + weekday)
    tail = (found["tail"] or "").lower()
    if "nästa" in tail or "next" in tail:
        return Finding(following_week, Certainty.INFERRED, reason=Reason.COUNTED)
    if (found["lead"] or "").lower() in NEXT and coming != following_week:
        options = (following_week, coming)
        return Finding(options[0], Certainty.DOUBT, None, options, Reason.TWO_CANDIDATES)
    return Finding(coming, Certainty.INFERRED, reason=Reason.COUNTED)


def _is_past(found: re.Match[str]) -> bool:
    """Leave 'i torsdags' alone."""
    return found["word"].lower().endswith("ags")


def _is_habit(found: re.Match[str]) -> bool:
    """Whether one meets 'varje torsdag' or 'torsdagar'."""
    before = found.string[max(0, found.start() - 12) : found.start()].lower()
    return before.endswith(("varje ", "varannan ", "every ", "joka ")) or bool(
        MANY.search(found["word"].lower())
    )


def _which_of_many(coming: date) -> Finding[date]:
    """Ask which Thursday: the coming one is the likeliest."""
    options = tuple(coming + timedelta(days=WEEKDAYS * ahead) for ahead in range(WEEKS_ASKED))
    return Finding(coming, Certainty.DOUBT, None, options, Reason.TWO_CANDIDATES)
