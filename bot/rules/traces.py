"""Where a person leaves traces in the tables, and what becomes of each. Knows names of columns.

A new column that points at a person is refused by tests/rules/test_traces.py until it stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of a row when the person it points at is erased."""

    REMOVED = "removed"
    """It is about her, and goes with her."""
    LOOSENED = "loosened"
    """It stays, and forgets that it was she."""
    KEPT = "kept"
    """It stays with her number, which is nobody's any more and is never given to another."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One column that points at people, by row id or by their number at Telegram."""

    table: str
    column: str
    fate: Fate
    by_telegram: bool = False


_REMOVED = (
    "comment.person_id",
    "evaluation.person_id",
    "handover.giver_id",
    "laterequest.person_id",
    "leader.person_id",
    "membership.person_id",
    "mute.person_id",
    "outgoing.person_id",
    "paper.person_id",
    "registerimport.person_id",
    "registration.person_id",
    "rolerequest.person_id",
    "usual.person_id",
)
_LOOSENED = (
    "admission.made_by",
    "audit.actor_id",
    "broadcast.created_by",
    "handover.opened_by",
    "kitchenreport.made_by",
    "laterequest.asked_by",
    "leader.appointed_by",
    "minutes.created_by",
    "organisation.added_by",
    "person.entered_by",
    "planstep.created_by",
    "registration.registered_by",
)
_KEPT = ("group.linked_by", "meeting.created_by")
_BY_TELEGRAM = (("card.chat_id", Fate.REMOVED), ("outgoing.chat_id", Fate.REMOVED))


def _trace(place: str, fate: Fate, *, by_telegram: bool = False) -> Trace:
    table, _, column = place.partition(".")
    return Trace(table, column, fate, by_telegram)


TRACES = (
    *(_trace(place, Fate.REMOVED) for place in _REMOVED),
    *(_trace(place, Fate.LOOSENED) for place in _LOOSENED),
    *(_trace(place, Fate.KEPT) for place in _KEPT),
    *(_trace(place, fate, by_telegram=True) for place, fate in _BY_TELEGRAM),
)
NEVER_TOLD = frozenset(
    {
        "body",  # other people's words may stand in what came and went
        "content",
        "cursor",
        "drawn_in",
        "expects",
        "facts",
        "file_id",  # Telegram's handles open files and links
        "key",
        "secret",
        "secret_hash",
        "source",
        "wants",
    }
)
"""Columns that are left out of what a person gets about herself: the bot's own bookkeeping."""
BRIEFLY = frozenset(
    {
        "at",
        "created_at",
        "day",
        "detail",
        "email",
        "id",
        "kind",
        "meeting_id",
        "name",
        "phone",
        "standing",
        "status",
        "title",
        "verb",
    }
)
"""Columns that are told of what she has made but is not about her."""


def told(trace: Trace, columns: frozenset[str]) -> frozenset[str]:
    """Choose the columns of a row that its person gets to see: never whom else it points at."""
    pointing = {one.column for one in TRACES if one.table == trace.table}
    open_to_her = columns - NEVER_TOLD - pointing
    return open_to_her if trace.fate == Fate.REMOVED else open_to_her & BRIEFLY
