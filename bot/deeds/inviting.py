"""Begins a message to some associations: it is shown, and only then sent."""

from __future__ import annotations

from bot.deeds import audiences, writing
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.rules.selection import Answered, Selection
from bot.store import profiles
from bot.token import Token
from bot.turn import Turn


def begin(turn: Turn, meeting: Meeting, ids: frozenset[int], suggested: str) -> Token:
    """Begin what reaches those of the associations who have not answered; give where it is shown.

    That is the invitation if none of them has it, else a few words, which she may change.
    """
    new, silent = Selection(organisations=ids), _silent(ids)
    is_new_to_all = _count(turn, meeting, BroadcastKind.INVITATION, new) >= _count(
        turn, meeting, BroadcastKind.MESSAGE, silent
    )
    kind = BroadcastKind.INVITATION if is_new_to_all else BroadcastKind.MESSAGE
    told = writing.draft(turn, meeting, kind)
    told.audience = (new if is_new_to_all else silent).as_facts()
    if not is_new_to_all:
        told.text = told.text or suggested
    writing.keep(turn, told)
    return Token("meet", meeting.id, "widen" if is_new_to_all else "write")


def _silent(ids: frozenset[int]) -> Selection:
    return Selection(organisations=ids, answered=frozenset({Answered.SILENT}))


def _count(turn: Turn, meeting: Meeting, kind: BroadcastKind, chosen: Selection) -> int:
    """Count whom a message of a kind would reach."""
    tried = Broadcast(
        id=0,
        key="",
        meeting_id=meeting.id,
        kind=kind,
        audience=chosen.as_facts(),
        starts_at=turn.now,
        created_by=turn.me.id,
        created_at=turn.now,
    )
    return profiles.count(turn.session, *audiences.reached(turn, tried, meeting))
