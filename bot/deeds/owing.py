"""Finds what each is to hear of a change: what differs from what she last was told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.deeds import changing
from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.records.registration import Registration
from bot.rules import changes
from bot.store import heard
from bot.turn import Turn


def concerned(
    turn: Turn, told: Broadcast, meeting: Meeting, answers: Sequence[Registration]
) -> list[Registration]:
    """Choose the answers of those who have something to hear of a change."""
    owed = old(turn, told, answers)
    return [one for one in answers if changes.hers(meeting, owed[one.person_id], one)]


def old(
    turn: Turn, told: Broadcast, answers: Collection[Registration]
) -> dict[int, dict[str, object]]:
    """Give the facts that each last was told and that a change has made untrue, by person id.

    Who never got an earlier change, because this one came before her morning, hears of both in
    one. Who answered after a change began has seen how it is since.
    """
    found = dict[int, dict[str, object]]()
    every = [told, *changing.before(turn, told)]
    people = [one.person_id for one in answers]
    leads = {one.id: [lead.id for lead in changing.earlier(turn, one)] for one in every[1:]}
    had = {row: heard.counts(turn.session, [row, *led_by], people) for row, led_by in leads.items()}
    # A message about another occasion, written anew since this change, tells of this one too.
    anew = [lead for led_by in leads.values() for lead in led_by]
    knows = heard.counts(turn.session, anew, people, since=told.created_at)
    for mine in answers:
        if knows[mine.person_id]:
            found[mine.person_id] = {}
            continue
        mine_old = found.setdefault(mine.person_id, {})
        for one in every:
            is_new_to_her = one is told or not had[one.id][mine.person_id]
            if is_new_to_her and mine.created_at <= one.starts_at:
                mine_old |= one.facts
    return found
