"""What a new meeting takes over from another one, and how its last days follow its day."""

from __future__ import annotations

from datetime import date

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.rules import drafting
from bot.rules.clashes import LAST_DAYS

TAKEN_OVER = (
    "title",
    "hosts",
    "start",
    "end",
    "doors",
    "form",
    "place",
    "join_url",
    "closes_clock",
    "seats",
    "online_seats",
    "per_party",
    "asks_part",
    "changes_clock",
    "latitude",
    "longitude",
    "food",
    "accessibility",
    "moderator",
    "contact",
    "about",
    "theme_group_id",
)
"""What stays the same on another day."""


def take_over(draft: Meeting, source: Meeting) -> None:
    """Fill a new draft with everything but the days; the days it was told lie behind."""
    for name in TAKEN_OVER:
        setattr(draft, name, getattr(source, name))
    draft.texts, draft.waived = dict(source.texts), list(source.waived)
    draft.copied_from = source.id


def put_on(draft: Meeting, source: Meeting, day: date) -> None:
    """Give the copy its day; each last day comes as many days before as it did then."""
    draft.day = day
    for name in LAST_DAYS:
        last: date | None = getattr(source, name)
        moved = last + (day - source.day) if last is not None and source.day is not None else None
        setattr(draft, name, moved)


def settle_days(draft: Meeting, source: Meeting, today: date) -> None:
    """Propose the last days of a copy that has just got its day, as far as they lie ahead."""
    if draft.day is None:
        return
    tried = Meeting(**draft.model_dump())
    put_on(tried, source, draft.day)
    for name in LAST_DAYS:
        moved: date | None = getattr(tried, name)
        is_open = getattr(draft, name) is None and name not in draft.waived
        if is_open and moved is not None and moved >= today:
            setattr(draft, name, moved)
            drafting.settle(draft, name)


def points(agenda: list[AgendaItem], meeting_id: int) -> list[AgendaItem]:
    """Write the same agenda for another meeting."""
    return [
        AgendaItem.model_validate(one.model_dump(exclude={"id"}) | {"meeting_id": meeting_id})
        for one in agenda
    ]
