"""When an organiser's own message falls due around a meeting. It moves with the meeting."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.invitation import answers
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor, PlanStep
from bot.rules import quiet_hours, red_days, times
from bot.rules.reminders import Habits

MESSAGE = "message"
"""The occasion of a step that is a message of its own."""
CLOCK = time(9)
"""When it goes out if no hour was said."""
LASTING = timedelta(days=3)
"""How long after its hour a message about what has been is still of use."""
_KEY = "step"
MOST_DAYS = 90
"""How far from its anchor a date can lie."""
COUNTED = re.compile(
    r"(?P<minus>-)?(?P<days>[0-9]{1,2}) ?(dag|dagar|days?|päivää)?"
    r"( (?P<way>före|innan|before|ennen|efter|after|jälkeen)\b.*)?"
)
LAST_DAY = re.compile(r"\bsista|\blast day|\bviimei", re.IGNORECASE)
BEFORE = frozenset({"före", "innan", "before", "ennen"})


@dataclass(frozen=True, slots=True)
class StepDue:
    """A step: from `at`, no longer useful after `stale_after`; `key` makes it happen once."""

    step: PlanStep
    at: datetime
    stale_after: datetime
    key: str


def plan(meeting: Meeting, steps: Iterable[PlanStep], habits: Habits) -> tuple[StepDue, ...]:
    """Lay out the organisers' own messages for an announced meeting, in order of time."""
    if meeting.status != Status.ANNOUNCED:
        return ()
    wanted = [one for one in steps if one.occasion == MESSAGE and not one.is_off]
    days = [_due(meeting, one, habits) for one in wanted]
    # What lay behind when it was written down is not made up for.
    ahead = [one for one in days if one is not None and one.at > one.step.created_at]
    return tuple(sorted(ahead, key=lambda one: (one.at, one.step.id)))


def _due(meeting: Meeting, step: PlanStep, habits: Habits) -> StepDue | None:
    at, begins = moment(meeting, step, habits), times.starts_at(meeting, habits.zone)
    if at is None or begins is None:
        return None
    # The day stands in the key: a moved meeting is a new occasion, a delayed tick is not.
    key = f"{_KEY}:{step.id}:{at:%Y%m%d}"
    return StepDue(step, at, begins if at < begins else at + LASTING, key)


def moment(meeting: Meeting, step: PlanStep, habits: Habits) -> datetime | None:
    """Say when a step falls due: by day and never on a red one, nearer its anchor than it said.

    None while the day it is counted from is unknown.
    """
    anchor = meeting.day if step.anchor == Anchor.MEETING else meeting.closes_on
    if anchor is None or step.days is None:
        return None
    day = anchor + timedelta(days=step.days)
    day = _next_working_day(day) if step.days > 0 else quiet_hours.working_day(day)
    wanted = times.instant(day, step.clock or CLOCK, habits.zone)
    return habits.quiet.next_open(wanted)


def _next_working_day(day: date) -> date:
    while red_days.is_red(day):
        day += timedelta(days=1)
    return day


def read(answer: str, meeting: Meeting, today: date) -> tuple[Anchor, int] | None:
    """Read "5 dagar före" or a date, counted from the meeting unless the last day is named."""
    is_last = LAST_DAY.search(answer) is not None
    anchor = meeting.closes_on if is_last else meeting.day
    days = read_days(answer, anchor, today, is_after=False)
    return None if days is None else (Anchor.DEADLINE if is_last else Anchor.MEETING, days)


def read_days(answer: str, anchor: date | None, today: date, *, is_after: bool) -> int | None:
    """Read a distance: "-3" as buttons carry it, "3 dagar" as people write it, or a date.

    A bare number is before the anchor, unless what it is for comes after it.
    """
    counted = COUNTED.fullmatch(answer.strip().casefold())
    if counted is not None:
        is_before = counted["way"] in BEFORE if counted["way"] else not is_after
        days = int(counted["days"])
        return -days if is_before or counted["minus"] else days
    found = answers.read_day(answer, today)
    if anchor is None or not found.is_sure or found.value is None:
        return None
    days = (found.value - anchor).days
    return days if abs(days) <= MOST_DAYS else None


def edition(step: PlanStep) -> str:
    """Sum up what a message of the run sheet says, to whom and when, to tell whether it changed."""
    facts = (step.text, step.audience, step.anchor, step.days, step.clock)
    written = json.dumps(facts, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def is_step(key: str) -> bool:
    """Whether a broadcast's key is that of a step."""
    return key.startswith(f"{_KEY}:")
