"""Read one short answer to one question, relative to what stands already.

Knows dates and clocks as people type them. Must not know which question is asked or our records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding

if TYPE_CHECKING:
    from datetime import date, time

# ruff: noqa: ARG001 - the signatures stand first, for the conversation written against them


def read_day(text: str, today: date, standing: date | None = None) -> Finding[date]:
    """Read a day: 'torsdag i stället' is the Thursday of the standing day's week."""
    return Finding()


def read_clock(text: str, standing: time | None = None) -> Finding[time]:
    """Read a clock time: 'byt till 17.30', 'halv sju'."""
    return Finding()


def read_span(text: str) -> tuple[Finding[time], Finding[time]]:
    """Read a start and an end: '18-20', 'från sju till nio'."""
    return Finding(), Finding()


def read_deadline(text: str, today: date, meeting_day: date | None) -> Finding[date]:
    """Read a last day, which may be counted from the meeting: 'en vecka före'."""
    return Finding()


def read_number(text: str) -> Finding[int]:
    """Read how many: '25', 'tjugofem', 'max 30 personer'."""
    return Finding()
