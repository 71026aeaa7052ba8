"""Days and hours written as people write them, for tests that read them back.

Knows the styles of invitations. Must not know how the reader works.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from babel.dates import format_date

TODAY = date(2027, 1, 15)
Written = Callable[[date], str]


def _sv(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale="sv")


def _short(day: date) -> str:
    return ("må", "ti", "on", "to", "fr", "lö", "sö")[day.weekday()]


DAYS: dict[str, Written] = {
    "lördag 13 februari 2027": lambda day: _sv(day, "EEEE d MMMM y"),
    "Lördagen den 13 februari": lambda day: _sv(day, "EEEE'en den' d MMMM").capitalize(),
    "lördag den 13:e februari": lambda day: _sv(day, "EEEE 'den' d':e' MMMM"),
    "den 13 februari": lambda day: f"den {_sv(day, 'd MMMM')}",
    "13 FEBRUARI 2027": lambda day: _sv(day, "d MMMM y").upper(),
    "13 feb.": lambda day: _sv(day, "d MMM"),
    "lör 13 feb": lambda day: _sv(day, "EEE d MMM").replace(".", ""),
    "lö 13/2": lambda day: f"{_short(day)} {day.day}/{day.month}",
    "13/2": lambda day: f"{day.day}/{day.month}",
    "13/2-27": lambda day: f"{day.day}/{day.month}-{day:%y}",
    "13/2 2027": lambda day: f"{day.day}/{day.month} {day.year}",
    "lö 13.2": lambda day: f"{_short(day)} {day.day}.{day.month}",
    "13.2.2027": lambda day: f"{day.day}.{day.month}.{day.year}",
    "2027-02-13": lambda day: day.isoformat(),
    "lördagen i vecka 6": lambda day: f"{_sv(day, 'EEEE')}en i vecka {day.isocalendar().week}",
    "lördag v. 6": lambda day: f"{_sv(day, 'EEEE')} v. {day.isocalendar().week}",
    "Saturday 13 February 2027": lambda day: format_date(day, "EEEE d MMMM y", locale="en"),
    "February 13, 2027": lambda day: format_date(day, "MMMM d, y", locale="en"),
    "13th of February": lambda day: f"{day.day}th of {format_date(day, 'MMMM', locale='en')}",
    "lauantaina 13. helmikuuta 2027": lambda day: format_date(
        day, "EEEE d. MMMM y", locale="fi"
    ),
    "13. helmikuuta": lambda day: format_date(day, "d. MMMM", locale="fi"),
}  # fmt: skip
"""Every style names its day fully within the year to come."""

NEAR: dict[str, Written] = {
    "på lördag": lambda day: f"på {_sv(day, 'EEEE')}",
    "nu på lördag": lambda day: f"nu på {_sv(day, 'EEEE')}",
    "i morgon": lambda _: "i morgon",
    "imorgon": lambda _: "imorgon",
}
"""Styles for the days just ahead."""

Spelt = Callable[[time, time], str]


def _dot(clock: time) -> str:
    return clock.strftime("%H.%M")


def _bare(clock: time) -> str:
    return str(clock.hour) if clock.minute == 0 else f"{clock.hour}.{clock.minute:02d}"


SPANS: dict[str, Spelt] = {
    "kl. 10.00–14.00": lambda start, end: f"kl. {_dot(start)}–{_dot(end)}",
    "kl 10:00-14:00": lambda start, end: f"kl {start:%H:%M}-{end:%H:%M}",
    "10.00 - 14.00": lambda start, end: f"{_dot(start)} - {_dot(end)}",
    "klockan 10 till 14": lambda start, end: f"klockan {_bare(start)} till {_bare(end)}",
    "kl. 17:30–20": lambda start, end: f"kl. {start:%H:%M}–{_bare(end)}",
    "mellan 10.00 och 14.00": lambda start, end: f"mellan {_dot(start)} och {_dot(end)}",
    "från kl 10.00 till ca 14.00": lambda start, end: f"från kl {_dot(start)} till ca {_dot(end)}",
    "kl 10.00–ca 14.00": lambda start, end: f"kl {_dot(start)}–ca {_dot(end)}",
    "klo 10.00–14.00": lambda start, end: f"klo {_dot(start)}–{_dot(end)}",
}
