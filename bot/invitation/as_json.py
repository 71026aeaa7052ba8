"""An invitation as plain JSON values, for those who read it with other programmes.

Knows the field names that are promised outward. Must not read or judge anything.
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, TypeAlias

from bot.invitation.invitation import OtherDeadline

if TYPE_CHECKING:
    from bot.invitation.invitation import Finding, Invitation, Item, Occasion

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
"""What JSON can hold."""

RENAMED = {"day": "date"}
"""The meeting's day is called 'date' outward."""


def plain(invitation: Invitation) -> dict[str, Plain]:
    """Give every field, then doubts, occasions and spans."""
    fields: dict[str, Plain] = {
        RENAMED.get(name, name): value_of(finding.value) for name, finding in invitation.findings
    }
    fields["online"] = bool(invitation.online.value)
    fields["hybrid"] = bool(invitation.hybrid.value)
    fields["year_inferred"] = (
        invitation.day.reason is not None and invitation.day.reason.value == "year_inferred"
    )
    fields["agenda"] = [item(one) for one in invitation.agenda]
    fields["links"] = list(invitation.links)
    fields["language"] = invitation.language
    fields["doubts"] = [doubt(name, finding) for name, finding in invitation.doubts]
    fields["occasions"] = [occasion(one) for one in invitation.occasions]
    fields["certainty"] = {
        RENAMED.get(name, name): finding.certainty.value for name, finding in invitation.findings
    }
    fields["spans"] = {
        RENAMED.get(name, name): list(finding.span)
        for name, finding in invitation.findings
        if finding.span
    }
    return fields


def value_of(value: object) -> Plain:
    """Write one value: dates as 2027-02-13, hours as 10:00."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [value_of(one) for one in value]
    if isinstance(value, OtherDeadline):
        return {"what": value.what, "date": value_of(value.day.value)}
    return value if isinstance(value, str | int) else None


def item(one: Item) -> dict[str, Plain]:
    """Write one point of the agenda with those below it."""
    return {
        "title": one.title,
        "time": value_of(one.time),
        "speaker": one.speaker,
        "is_break": one.is_break,
        "children": [item(child) for child in one.children],
    }


def doubt(name: str, finding: Finding[object]) -> dict[str, Plain]:
    """Write what must be asked about one field."""
    return {
        "field": RENAMED.get(name, name),
        "reason": finding.reason.value if finding.reason else None,
        "options": [value_of(option) for option in finding.options],
        "span": list(finding.span) if finding.span else None,
    }


def occasion(one: Occasion) -> dict[str, Plain]:
    """Write one of several occasions."""
    return {
        "date": value_of(one.day.value),
        "start": value_of(one.start.value),
        "end": value_of(one.end.value),
        "place": one.place.value,
    }
