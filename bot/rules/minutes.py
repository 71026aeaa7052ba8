"""Who may read a meeting's minutes, until when they can be corrected, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.invitation import answers
from bot.records.minutes import Minutes, MinutesStatus
from bot.rules import lengths, red_days, times

WINDOW = 7
"""Days for corrections, where the organiser does not say otherwise."""
WINDOWS = (WINDOW, 14)
"""Ready-made windows, in days from today."""
MOST_DAYS = 180
"""A day further off was probably not meant."""
LAST_MINUTE = time(23, 59)
LONGEST = 30_000
"""UTF-16 units of minutes written in the chat; longer ones are better sent as a file."""
LONGEST_COMMENT = 2_000
LONGEST_CHANGE = 400
LONGEST_NUMBER = 60
"""UTF-16 units of a comment, of what is new in a version, and of a diary number."""
LARGEST_KEPT = 20 * 1024 * 1024
"""Bytes of a file that Telegram gives us (Bot API, getFile)."""
MOST_COMMENTS = 20
"""How much one person may say about one version."""


def latest(versions: Sequence[Minutes]) -> Minutes | None:
    """Give the version that is being worked on."""
    return max(versions, key=lambda one: one.version, default=None)


def readable(versions: Sequence[Minutes], now: datetime, *, takes_part: bool) -> Minutes | None:
    """Give the latest version that a person may read, None when there is none.

    What is published is for everyone, what is out for corrections for those who took part.
    """
    seen = [one for one in versions if _is_readable(one, now, takes_part=takes_part)]
    return latest(seen)


def _is_readable(one: Minutes, now: datetime, *, takes_part: bool) -> bool:
    if one.status == MinutesStatus.PUBLISHED:
        return one.published_at is not None and one.published_at <= now
    return takes_part and one.status == MinutesStatus.OUT


def is_written(one: Minutes) -> bool:
    """Whether there is anything to send."""
    return bool(one.text.strip() or one.file_id)


def takes_comments(one: Minutes, now: datetime) -> bool:
    """Whether it can be corrected now."""
    is_out = one.status == MinutesStatus.OUT
    return is_out and one.comments_until is not None and now <= one.comments_until


def fits(text: str, limit: int) -> bool:
    """Whether a text can be taken."""
    return lengths.units(text) <= limit


def kept(text: str) -> str:
    """Give as much of a comment as is kept."""
    return lengths.cut(text.strip(), LONGEST_COMMENT)


def ready_days(today: date) -> list[date]:
    """Suggest last days for corrections."""
    return [weekday(today + timedelta(days=days)) for days in WINDOWS]


def last_day(answer: str, today: date) -> date | None:
    """Read the last day for corrections; None when it is unclear or has been."""
    found = answers.read_day(answer, today)
    day = _iso(answer) or (found.value if found.is_sure else None)
    return day if day and today < day <= today + timedelta(days=MOST_DAYS) else None


def _iso(answer: str) -> date | None:
    try:
        return date.fromisoformat(answer)
    except ValueError:
        return None


def weekday(day: date) -> date:
    """Give the day, or the next one that is not red: nobody should have to hurry on a Sunday."""
    while red_days.is_red(day):
        day += timedelta(days=1)
    return day


def until(day: date, zone: ZoneInfo) -> datetime:
    """Give the last moment of a day for corrections."""
    return times.instant(day, LAST_MINUTE, zone)


def next_version(before: Minutes, by: int, now: datetime) -> Minutes:
    """Begin a new version from the one before it."""
    return Minutes(
        meeting_id=before.meeting_id,
        version=before.version + 1,
        kind=before.kind,
        text=before.text,
        file_id=before.file_id,
        file_name=before.file_name,
        created_by=by,
        created_at=now,
    )
