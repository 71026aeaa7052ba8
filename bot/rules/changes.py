"""What a change to an announced meeting means for those who registered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.meeting import Meeting

TOLD = ("day", "start", "end", "place", "join_url", "form")
"""What people must hear about; the rest only shows on the cards."""
IN_CALENDARS = frozenset({"title", *TOLD})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a meeting said before it was changed."""

    values: dict[str, object]


def facts(meeting: Meeting) -> Facts:
    """Remember what people have been told."""
    return Facts({name: getattr(meeting, name) for name in IN_CALENDARS})


def changed(before: Facts, meeting: Meeting) -> frozenset[str]:
    """Name the facts that differ now."""
    return frozenset(
        name for name, value in before.values.items() if getattr(meeting, name) != value
    )


def must_be_told(names: frozenset[str]) -> bool:
    """Whether those who registered must hear of it."""
    return not names.isdisjoint(TOLD)


def moves_the_plan(names: frozenset[str]) -> bool:
    """Whether reminders already queued have become untrue."""
    return not names.isdisjoint({"day", "start", "end", "place", "join_url", "closes_on", "title"})
