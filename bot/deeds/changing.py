"""Finds what was changed or cancelled of several occasions at once, to be told in one message.

Each has a broadcast of its own. The first that concerns someone tells her of those after it too,
and they pass her by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.rules import audience, changes
from bot.store import broadcasts, meetings, registrations, series
from bot.turn import Turn

ALSO, LED_BY = "also", "led_by"
"""Facts of a cancellation: the other occasions it names, and the one in whose message it stands."""
LEAVING = frozenset({BroadcastStatus.GOING, BroadcastStatus.DONE})


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is told in the message about another occasion: the old facts that differ."""

    meeting: Meeting
    old: dict[str, object]


def together(turn: Turn, told: Broadcast) -> list[Broadcast]:
    """The other changes made together with this one that are or will be told."""
    meeting = meetings.get(turn.session, told.meeting_id)
    if told.kind != BroadcastKind.CHANGE or meeting is None:
        return []
    lead = changes.lead_of(told.key)
    return [
        one
        for other in series.of(turn.session, meeting)
        if other.id != meeting.id
        for one in broadcasts.of(turn.session, other.id)
        if one.kind == BroadcastKind.CHANGE
        and one.status != BroadcastStatus.TAKEN_BACK
        and changes.lead_of(one.key) == lead
    ]


def before(turn: Turn, told: Broadcast) -> list[Broadcast]:
    """The changes of the same meeting that were told before this one, the latest first."""
    return [one for one in reversed(_told_of(turn, told)) if one.id < told.id]


def is_overtaken(turn: Turn, told: Broadcast) -> bool:
    """Whether the same meeting has been changed again: whoever has not heard hears of both."""
    return any(one.id > told.id for one in _told_of(turn, told))


def _told_of(turn: Turn, told: Broadcast) -> list[Broadcast]:
    if told.kind != BroadcastKind.CHANGE:
        return []
    every = [
        one
        for one in broadcasts.of(turn.session, told.meeting_id)
        if one.kind == BroadcastKind.CHANGE and one.status != BroadcastStatus.TAKEN_BACK
    ]
    return sorted(every, key=lambda one: one.id)


def take_up_again(turn: Turn, told: Broadcast) -> None:
    """Tell the change before this one after all, of which nothing is left to tell."""
    for one in before(turn, told)[:1]:
        one.status, one.cursor = BroadcastStatus.GOING, 0
        turn.session.add(one)


def earlier(turn: Turn, told: Broadcast) -> list[Broadcast]:
    """Those that are told before this one, and tell of it too."""
    if told.kind == BroadcastKind.CANCELLATION:
        lead = broadcasts.keyed(turn.session, f"{told.kind}:{told.facts.get(LED_BY)}")
        return [] if lead is None else [lead]
    return [one for one in together(turn, told) if one.id < told.id]


def later(turn: Turn, told: Broadcast) -> list[Broadcast]:
    """Those that this one tells of."""
    return [one for one in together(turn, told) if one.id > told.id]


def of_later(turn: Turn, told: Broadcast) -> list[Change]:
    """What a message says of other occasions than its own, as they now stand."""
    if told.kind == BroadcastKind.CANCELLATION:
        return [Change(one, {}) for one in also_cancelled(turn, told)]
    found = []
    for one in later(turn, told):
        meeting = meetings.get(turn.session, one.meeting_id)
        if meeting is None or meeting.status != Status.ANNOUNCED or not _is_of_use(turn, one):
            continue
        old = changes.still(meeting, _since(turn, one))
        if old:
            found.append(Change(meeting, old))
    return sorted(found, key=lambda one: (one.meeting.day is None, one.meeting.day))


def _since(turn: Turn, told: Broadcast) -> dict[str, object]:
    """Give what held before a change, and before those that came after it."""
    old: dict[str, object] = {}
    for one in reversed(_told_of(turn, told)):
        if one.id >= told.id:
            old |= one.facts
    return old


def also_cancelled(turn: Turn, told: Broadcast) -> list[Meeting]:
    """The other occasions that a cancellation names."""
    listed = told.facts.get(ALSO)
    rows = [one for one in listed if isinstance(one, int)] if isinstance(listed, list) else []
    found = [meetings.get(turn.session, row) for row in rows]
    return [one for one in found if one is not None]


def _is_of_use(turn: Turn, told: Broadcast) -> bool:
    return told.stale_after is None or told.stale_after > turn.now


def must_wait(turn: Turn, told: Broadcast) -> bool:
    """Let a change wait for an earlier one that tells of it and has not begun."""
    hours = [
        one.starts_at
        for one in earlier(turn, told)
        if one.status == BroadcastStatus.WAITING and one.starts_at > turn.now
    ]
    latest = max(hours, default=turn.now)
    if latest <= turn.now or (told.stale_after is not None and told.stale_after <= latest):
        return False
    told.starts_at = latest
    turn.session.add(told)
    return True


def open_along(turn: Turn, told: Broadcast) -> None:
    """Begin with this one those it tells of, for from now on none of them can be undone unseen."""
    for one in later(turn, told):
        meeting = meetings.get(turn.session, one.meeting_id)
        if one.status != BroadcastStatus.WAITING or meeting is None:
            continue
        one.facts, one.starts_at = changes.still(meeting, one.facts), turn.now
        one.status = BroadcastStatus.GOING if one.facts else BroadcastStatus.TAKEN_BACK
        turn.session.add(one)
        if not one.facts:
            take_up_again(turn, one)


def put_off(turn: Turn, told: Broadcast, pause: timedelta) -> None:
    """Let those that leave together wait as long as the one that was changed last."""
    for one in together(turn, told):
        if one.status == BroadcastStatus.WAITING:
            one.starts_at = max(one.starts_at, turn.now + pause)
            turn.session.add(one)


def is_told_before(turn: Turn, told: Broadcast, person: Person) -> bool:
    """Whether someone is told of this change in the message about an earlier one."""
    return any(_concerns(turn, one, person) for one in earlier(turn, told))


def _concerns(turn: Turn, told: Broadcast, person: Person) -> bool:
    mine = registrations.of(turn.session, told.meeting_id, person.id)
    if mine is None or mine.standing not in audience.CONCERNED:
        return False
    meeting = meetings.get(turn.session, told.meeting_id)
    if told.kind != BroadcastKind.CHANGE or meeting is None:
        return True
    return bool(changes.hers(meeting, told.facts, mine))


def tell_again(turn: Turn, withdrawn: Sequence[Broadcast]) -> None:
    """Look for readers anew for what stood in messages that were taken back before they left."""
    for told in withdrawn:
        for one in later(turn, told):
            if one.status in LEAVING and not is_overtaken(turn, one):
                one.status, one.cursor = BroadcastStatus.GOING, 0
                turn.session.add(one)
