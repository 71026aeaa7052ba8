"""What a change to an announced meeting means for those who registered."""

from __future__ import annotations

from datetime import date, time

from bot.records.meeting import Form, Meeting
from bot.records.registration import Registration

TOLD = ("day", "start", "end", "place", "join_url", "form")
"""What people must hear about; the rest only shows on the cards."""
IN_CALENDARS = frozenset({"title", *TOLD})

_KEY = "change"


def facts(meeting: Meeting) -> dict[str, object]:
    """Remember what people have been told."""
    return {name: getattr(meeting, name) for name in IN_CALENDARS}


def changed(before: dict[str, object], meeting: Meeting) -> frozenset[str]:
    """Name the facts that differ now."""
    return frozenset(name for name, value in before.items() if getattr(meeting, name) != value)


def written(before: dict[str, object], names: frozenset[str]) -> dict[str, object]:
    """Write the old facts of these names so that a row can keep them."""
    return {name: _plain(before[name]) for name in names}


def still(meeting: Meeting, old: dict[str, object]) -> dict[str, object]:
    """Keep the old facts that differ from the present; one that was changed back is no change."""
    return {name: value for name, value in old.items() if _plain(getattr(meeting, name)) != value}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else value


def as_it_was(meeting: Meeting, old: dict[str, object]) -> Meeting:
    """Give the meeting as it was before; not a row, only to be read."""
    return Meeting.model_validate({**meeting.model_dump(), **old})


def hers(meeting: Meeting, old: dict[str, object], mine: Registration | None) -> dict[str, object]:
    """Keep the old facts that differ now and matter to someone, by how she takes part.

    A new link is nothing to one who sits in the room, nor a new place to one who is online; who
    has not said which it will be, or waits to change sides, hears both.
    """
    if mine is None:
        return {}
    kept = still(meeting, old)
    is_settled = mine.attends is not None and mine.waits_for is None
    if is_settled and meeting.form == Form.HYBRID and "form" not in kept:
        kept.pop("place" if mine.attends == "online" else "join_url", None)
    return kept if must_be_told(frozenset(kept)) else {}


def must_be_told(names: frozenset[str]) -> bool:
    """Whether those who registered must hear of it."""
    return not names.isdisjoint(TOLD)


def key(meeting: Meeting) -> str:
    """Name the telling of a meeting's change, so that it happens once."""
    return f"{_KEY}:{meeting.id}:{meeting.edition}"


def key_along(lead: str, meeting: Meeting) -> str:
    """Name the telling of a change that was made together with another one."""
    return f"{lead_of(lead)}:{meeting.id}"


def lead_of(key: str) -> str:
    """Give what the names of all changes that were made together begin with."""
    return ":".join(key.split(":")[:3])
