"""Meetings, people and answers as plain rows, for rules that need no database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.records.meeting import Form, Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules.quiet_hours import Quiet
from bot.rules.reminders import Habits

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NIGHT = Quiet(time(20), time(8), STOCKHOLM)
HABITS = Habits(NIGHT, nudge_days=2, agenda_days=7, reminder_hour=17)
AUTUMN = date(2026, 10, 25)
"""The day summer time ends: the clock shows 02.00-02.59 twice."""
SPRING = date(2027, 3, 28)
"""The day summer time begins: the clock never shows 02.00-02.59."""


def at(written: str) -> datetime:
    """Give the instant of "2026-12-05 10:00" on Stockholm's wall."""
    return datetime.fromisoformat(written).replace(tzinfo=STOCKHOLM).astimezone(UTC)


def utc(written: str) -> datetime:
    """Give the instant of "2026-12-05 09:00" in UTC."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def meeting(**facts: object) -> Meeting:
    """Give an announced meeting on Saturday 5 December 2026, 10-14, with these facts."""
    usual: dict[str, object] = {
        "id": 7,
        "status": Status.ANNOUNCED,
        "secret": "hemlig",
        "title": "Dialogträff",
        "day": date(2026, 12, 5),
        "start": time(10),
        "end": time(14),
        "form": Form.ROOM,
        "place": "Storsjöteatern",
        "created_by": 1,
        "created_at": at("2026-10-01 09:00"),
        "announced_at": at("2026-10-01 09:01"),
    }
    return Meeting.model_validate({**usual, **facts})


def draft(**facts: object) -> Meeting:
    """Give a meeting of which only these facts are known."""
    own: dict[str, object] = {"id": 7, "secret": "hemlig", "created_by": 1}
    return Meeting.model_validate({**own, "created_at": at("2026-11-02 09:00"), **facts})


def answer(standing: Standing = Standing.GOING, **facts: object) -> Registration:
    """Give a person's answer to the meeting."""
    when = at("2026-11-02 09:00")
    own = {"id": 1, "meeting_id": 7, "person_id": 2, "created_at": when, "changed_at": when}
    return Registration.model_validate({**own, "standing": standing, **facts})


def person(**facts: object) -> Person:
    """Give a member who has finished joining."""
    own: dict[str, object] = {"id": 2, "telegram_id": 2**33 + 2, "name": "Karin Ek"}
    joined = {"organisation_id": 3, "created_at": at("2026-11-02 09:00")}
    return Person.model_validate({**own, **joined, **facts})
