"""Carries a change of one occasion over to those that follow it in the series."""

from __future__ import annotations

from bot.deeds import seats, telling
from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting, Status
from bot.rules import changes, clashes, copying, drafting, registration, series
from bot.rules.authority import Deed
from bot.rules.clashes import LAST_DAYS
from bot.store import meetings
from bot.store import series as stored
from bot.turn import Turn


def publish(
    turn: Turn, meeting: Meeting, before: dict[str, object], along: Broadcast | None = None
) -> Broadcast | None:
    """Tell those who registered what matters to them; None when there was nothing to tell.

    One who is concerned by the change that it comes `along` with hears of both at once.
    """
    names = changes.changed(before, meeting)
    if not changes.must_be_told(names):
        return None
    meeting.sequence += 1
    return telling.change(turn, meeting, changes.written(before, names), along)


def rest(turn: Turn, meeting: Meeting, deed: Deed) -> list[Meeting]:
    """The occasions after this one that still lie ahead and that the one who spoke may change."""
    return [
        one
        for one in series.following(meeting, stored.of(turn.session, meeting))
        if is_ahead(turn, one) and turn.may(deed, one)
    ]


def is_ahead(turn: Turn, one: Meeting) -> bool:
    """Whether an occasion is still to be: begun as a draft, or announced and not yet held."""
    is_draft = one.status == Status.DRAFT
    return is_draft or not registration.is_over(one, turn.now, turn.house.zone)


def carry(
    turn: Turn, meeting: Meeting, name: str, shift: int
) -> tuple[list[Meeting], list[Meeting]]:
    """Change the same fact on all that follow; give those changed, and those where it cannot be."""
    changed: list[Meeting] = []
    left_out: list[Meeting] = []
    along = telling.waiting_change(turn, meeting)
    for found in rest(turn, meeting, Deed.CHANGE):
        one = meetings.locked(turn.session, found.id)
        if one is None:
            continue
        if _fits(turn, meeting, one, name, shift):
            along = _change(turn, meeting, one, (name, shift), along) or along
            changed.append(one)
        else:
            left_out.append(one)
    return changed, left_out


def _fits(turn: Turn, meeting: Meeting, one: Meeting, name: str, shift: int) -> bool:
    """Whether the fact makes nothing clash there that did not clash before."""
    tried = Meeting(**one.model_dump())
    _write(tried, meeting, name, shift)
    zone = turn.house.zone
    stood = set(clashes.clashes(one, turn.now, zone))
    return not set(clashes.clashes(tried, turn.now, zone)) - stood


def _write(one: Meeting, meeting: Meeting, name: str, shift: int) -> None:
    if name == "agenda":
        drafting.waive(one, name)
        return
    value = series.carried(meeting, one, name, shift)
    if value is None and name != "day":
        drafting.waive(one, name)
    else:
        drafting.fill(one, name, value)
    if name == "place":
        one.latitude, one.longitude = meeting.latitude, meeting.longitude
    if name == "day":
        for last in LAST_DAYS:
            setattr(one, last, series.moved(getattr(one, last), shift))


def _change(
    turn: Turn,
    meeting: Meeting,
    one: Meeting,
    what: tuple[str, int],
    along: Broadcast | None,
) -> Broadcast | None:
    """Change one of those that follow; give what is told of it, together with what was before."""
    name, shift = what
    before, told = changes.facts(one), None
    if name == "agenda":
        points = copying.points(meetings.agenda(turn.session, meeting.id), one.id)
        meetings.replace_agenda(turn.session, one.id, points)
    _write(one, meeting, name, shift)
    one.edition += 1
    turn.session.add(one)
    turn.note("changed", one, name)
    if one.status == Status.ANNOUNCED:
        told = publish(turn, one, before, along)
        if name in {"seats", "online_seats"}:
            seats.promote(turn, one)
        telling.replan(turn, one)
    return told
