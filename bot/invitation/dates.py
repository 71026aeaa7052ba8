"""Find every day a text names outright: '5 mars', '5/3', '5.3.2027', '2027-03-05', 'den 13:e'.

Finds what is written, not which year or which day it means. Must not know what the day is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.invitation import calendar_words
from bot.invitation.ordinals import ORDINAL, day_of_ordinal

YEAR = (
    r"(?:[ ]{0,2},?[ ]{0,2}(?P<year>(?:19|20)\d\d)(?![\d-]\d)|[ ]?[-/'](?P<short>\d\d)(?![\d.:/]))?"
)
TAIL = r"(?:[:.]?[eéa]\b|\.(?!\d)|\s?(?:st|nd|rd|th)\b)?"

WRITTEN = re.compile(
    r"(?<![\w.,:/])(?:(?P<day>\d{1,2})" + TAIL + r"|(?P<ordinal>" + ORDINAL + r"))"
    r"[ ]{0,3}\n?[ ]{0,3}(?:of[ ]|i[ ])?(?P<month>[^\W\d_]{3,14})\b\.?" + YEAR,
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    r"(?<![\w.])(?P<month>jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|"
    r"nov\w*|"
    r"dec\w*)\.?[ ](?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|[ ]?(?:am|pm)\b|\.\d)" + YEAR,
    re.IGNORECASE,
)
ISO = re.compile(
    r"(?<![\d-])(?P<year>20\d\d)([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d|\2\d)"
)
COMPACT = re.compile(r"(?<![\w-])(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w-])")
SLASHED = re.compile(
    r"(?<![\w/.,:])(?P<day>\d{1,2})[ ]?/[ ]?(?P<month>\d{1,2})(?![\d/]\d|\d)"
    r"(?:(?:[ ]{0,2}|[ ]?[-/][ ]?)(?P<year>20\d\d)(?!\d)|[-/'](?P<short>\d\d)(?![\d.:]))?"
)
DOTTED = re.compile(
    r"(?<![\w/.,:])(?P<day>\d{1,2})\.[ ]?(?P<month>\d{1,2})(?:\.[ ]?(?P<year>20\d\d)(?!\d)"
    r"|\.(?P<short>\d\d)(?!\d)|(?P<dot>\.(?!\d))|(?![\d.:]))"
)
DASHED = re.compile(r"(?<![\d-])(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>20\d\d)(?![\d-])")
SHORT_ISO = re.compile(r"(?<![\d-])(?P<short>[0-4]\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])")
LONE_DAY = re.compile(
    r"(?<!\w)(?:den|the)[ ](?:(?P<day>\d{1,2})(?:[:.]?[ea]\b|(?:st|nd|rd|th)\b|(?![\d.:/-]\d))"
    r"|(?P<ordinal>" + ORDINAL + r"))(?!\w)",
    re.IGNORECASE,
)

WEEKDAY_BEFORE = re.compile(
    r"(?:(?P<first>[^\W\d_]{2,14})\.?[ ]{0,2}(?:-|och|till|&|and|ja)[ ]{0,2})?"
    r"(?<![^\W\d_])(?P<last>[^\W\d_]{2,14})[.,]{0,2}[ ]{0,3}\n?[ ]{0,3}(?:den[ ]{1,2}|the[ ]|\()?$",
    re.IGNORECASE,
)
WEEKDAY_AFTER = re.compile(
    r"[ ]{0,2}[,(]?[ ]{0,2}(?P<word>[^\W\d_]{2,14})\b\.?(?![ ]{1,2}(?:den[ ])?\d{1,2}(?:[ ]?/|"
    r"[ ][^\W\d_]))"
)
DAYS_BEFORE = re.compile(
    r"(?<![\w.:/])(?P<days>\d{1,2}(?:[:.]?[ea]|\.)?(?:[ ]?,[ ]?\d{1,2}(?:[:.]?[ea]|\.)?){0,8})"
    r"[ ]{0,2}(?P<link>-|,|och|till|to|and|ja|&|\+|eller|or|t\.?o\.?m\.?|"
    r"till och med)[ ]{0,2}(?:den[ ])?$",
    re.IGNORECASE,
)
BACKWARD = 48
DATE_CUE = re.compile(
    r"(?:\bden|\bsenast|\bdatum:?|\bdag:?|\bmennessä|\bviimeistään)[ ]{0,2}$", re.IGNORECASE
)
CERTAIN_CUE = re.compile(r"(?:^|\s)(?:den|the) $", re.IGNORECASE)
CLOCK_CUE = re.compile(r"(?:\bkl(?:o|ockan)?|\btid|\btill|\bfrån|-)[.: ]{0,3}$", re.IGNORECASE)
DOTTED_NEXT = re.compile(r"\.?,?[ ]{0,2}(?:kl|klo|kello|mennessä|\()", re.IGNORECASE)
FINNISH_END = re.compile(r"\s{0,2}(?:mennessä|alkaen|saakka)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A day as written, in smoothed offsets; what the text leaves out is None."""

    start: int
    end: int
    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    others: tuple[tuple[int, int | None], ...] = ()
    """Earlier (day, month) of the same list: '12 och' of '12 och 13 mars'."""
    is_range: bool = False
    misspelt: bool = False
    rival_month: int | None = None
    is_guess: bool = False
    """Whether the month is only likely: 'den 5 aars'."""


def scan(text: str) -> list[Mention]:
    """Find the days of a text from which contacts are blanked, in order, without overlaps."""
    mentions: list[Mention] = []
    for pattern in (
        ISO, COMPACT, DASHED, SHORT_ISO, WRITTEN, MONTH_FIRST, SLASHED, DOTTED
    ):  # fmt: skip
        mentions.extend(
            mention for found in pattern.finditer(text) if (mention := _mention(pattern, found))
        )
    mentions = _apart(mentions)
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    lone = (_lone(found) for found in LONE_DAY.finditer(text) if found.end() - 1 not in taken)
    return _joined(text, _apart([*mentions, *(mention for mention in lone if mention)]))


def _mention(pattern: re.Pattern[str], found: re.Match[str]) -> Mention | None:
    parts = found.groupdict()
    day = int(parts["day"]) if parts["day"] else day_of_ordinal(parts["ordinal"])
    month = _month(pattern, found)
    if month is None or not _is_day(pattern, found, day, month.number):
        return None
    year = parts.get("year") or (f"20{parts['short']}" if parts.get("short") else None)
    return Mention(
        found.start(),
        found.end(),
        day,
        month.number,
        int(year) if year else None,
        misspelt=month.misspelt,
        rival_month=month.rival,
        is_guess=calendar_words.month(found["month"]) is None and not found["month"].isdigit(),
    )


def _month(pattern: re.Pattern[str], found: re.Match[str]) -> calendar_words.Named | None:
    word = found["month"]
    if word.isdigit():
        return calendar_words.Named(int(word))
    month = calendar_words.month(word)
    if pattern is WRITTEN and month and month.misspelt and calendar_words.weekday(word):
        return None
    if (
        pattern is WRITTEN
        and month is None
        and CERTAIN_CUE.search(found.string[max(0, found.start() - 5) : found.start()])
    ):
        return calendar_words.likely_month(word)
    return month


def _is_day(pattern: re.Pattern[str], found: re.Match[str], day: int, month: int) -> bool:
    if not 1 <= day <= 31 or not 1 <= month <= 12:  # noqa: PLR2004 - 31 June is asked about later
        return False
    if pattern is DOTTED:
        return _is_dotted_day(found)
    if pattern is SHORT_ISO:
        before = found.string[max(0, found.start() - 24) : found.start()]
        return DATE_CUE.search(before) is not None
    return pattern is not SLASHED or not _is_always(found)


_HOUR_AFTER = re.compile(r",?\s*(?:kl\b|klockan\b)", re.IGNORECASE)


def _is_always(found: re.Match[str]) -> bool:
    """Tell '24/7', at all hours, from the twenty-fourth of July: a weekday, a cue or an hour."""
    before = found.string[max(0, found.start() - 24) : found.start()]
    dated = found["year"] or found["short"] or _weekday_before(before)[1] or DATE_CUE.search(before)
    has_hour = _HOUR_AFTER.match(found.string, found.end())
    return found[0].strip() == "24/7" and not dated and not has_hour


def _is_dotted_day(found: re.Match[str]) -> bool:
    """Tell '5.3' the day from '5.30' the hour: a year, a last dot, a weekday or a 'kl' after."""
    if found["year"] or found["short"]:
        return True
    before = found.string[max(0, found.start() - 24) : found.start()]
    after = found.string[found.end() : found.end() + 12]
    if CLOCK_CUE.search(before) and not FINNISH_END.match(after):
        return False
    beside = _weekday_before(before)[1] is not None or DATE_CUE.search(before)
    return bool(beside or (found["dot"] and _ends_as_day(found, after))) or bool(
        DOTTED_NEXT.match(after)
    )


def _ends_as_day(found: re.Match[str], after: str) -> bool:
    return len(found["month"]) == 1 or (after[:1] != "" and after.lstrip()[:1].islower())


def _lone(found: re.Match[str]) -> Mention | None:
    day = int(found["day"]) if found["day"] else day_of_ordinal(found["ordinal"])
    return Mention(found.start(), found.end(), day) if 1 <= day <= 31 else None  # noqa: PLR2004


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest where two overlap."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give each day its weekday and the days listed before it."""
    joined: list[Mention] = []
    floor = 0
    for mention in mentions:
        whole = _with_weekday(text, _with_days_before(text, mention, floor), floor)
        whole = _with_range(text, joined, whole)
        joined.append(whole)
        floor = whole.end
    return joined


def _with_days_before(text: str, mention: Mention, floor: int) -> Mention:
    low = max(floor, mention.start - BACKWARD)
    before = text[low : mention.start]
    found = DAYS_BEFORE.search(before)
    if not found or mention.month is None or _is_clock(before[: found.start()]):
        return mention
    days = [int(number) for number in re.findall(r"\d{1,2}", found["days"])]
    if not all(1 <= day <= 31 for day in days):  # noqa: PLR2004
        return mention
    others = tuple((day, mention.month) for day in days)
    is_range = found["link"].lower() not in (",", "och", "and", "ja", "&", "+", "eller", "or")
    return replace(mention, start=low + found.start(), others=others, is_range=is_range)


def _is_clock(before: str) -> bool:
    return bool(re.search(r"(?:\bkl|\bklo|klockan|\d:?)[. ]{0,2}$", before, re.IGNORECASE))


def _with_weekday(text: str, mention: Mention, floor: int) -> Mention:
    low = max(floor, mention.start - BACKWARD)
    start, named = _weekday_before(text[low : mention.start])
    if named is not None:
        return replace(
            mention,
            start=low + start,
            weekday=named.number,
            misspelt=mention.misspelt or named.misspelt,
        )
    found = WEEKDAY_AFTER.match(text, mention.end)
    named = calendar_words.weekday(found["word"]) if found else None
    if found and named and not named.misspelt:
        return replace(mention, end=found.end("word"), weekday=named.number)
    return mention


def _weekday_before(before: str) -> tuple[int, calendar_words.Named | None]:
    """Find the weekday that stands before a day; of two, the first."""
    found = WEEKDAY_BEFORE.search(before)
    if not found:
        return 0, None
    last = calendar_words.weekday(found["last"], beside_date=True)
    if last is None:
        return 0, None
    first = calendar_words.weekday(found["first"], beside_date=True) if found["first"] else None
    return (found.start("first"), first) if first else (found.start("last"), last)


def _with_range(text: str, earlier: list[Mention], mention: Mention) -> Mention:
    """Join '30 januari-2 februari' and '12/3 - 14/3' into one range."""
    if not earlier or mention.others or mention.month is None:
        return mention
    first = earlier[-1]
    gap = text[first.end : mention.start]
    if not re.fullmatch(r"[ ]?(?:-|till|to|t\.o\.m\.|till och med)[ ]?(?:den )?", gap):
        return mention
    if first.month is None or first.others:
        return mention
    earlier.pop()
    return replace(
        mention,
        start=first.start,
        weekday=first.weekday,
        others=((first.day, first.month),),
        is_range=True,
    )
