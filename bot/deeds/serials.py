"""The meetings of a series together: making them, and what the organiser sees of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.deeds import copying, seats
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.rules import registration
from bot.store import meetings, registrations, series
from bot.turn import Turn
from bot.words.views.occasions import Occasion


def make(turn: Turn, meeting: Meeting, days: Iterable[date]) -> list[Meeting]:
    """Begin a draft for each of the days that has none; give them."""
    standing = series.of(turn.session, meeting)
    root = meetings.get(turn.session, meeting.series or meeting.id) or meeting
    taken = {one.day for one in standing}
    made = []
    for day in days:
        if day in taken:
            continue
        draft = copying.put_on(turn, meeting, day)
        draft.series, draft.diary, draft.picks_one = root.id, meeting.diary, meeting.picks_one
        turn.session.add(draft)
        made.append(draft)
    turn.session.flush()
    if made:
        turn.note("made a series", meeting)
    return made


def occasions(turn: Turn, meeting: Meeting) -> list[Occasion]:
    """Every occasion of the series with its numbers, by day."""
    return [occasion(turn, one, None) for one in series.of(turn.session, meeting)]


def others(turn: Turn, meeting: Meeting, reader: Person | None) -> list[Occasion]:
    """The other occasions that people know of and that have not begun, as a reader sees them."""
    if meeting.series is None and meeting.status == Status.DRAFT:
        return []
    return [
        occasion(turn, one, reader)
        for one in series.of(turn.session, meeting)
        if one.id != meeting.id and not registration.is_over(one, turn.now, turn.house.zone)
    ]


def occasion(turn: Turn, one: Meeting, reader: Person | None) -> Occasion:
    """Count one occasion; what stands in a group is for no reader in particular."""
    halls = [seats.hall(turn, one, side) for side in registration.sides(one)]
    mine = registrations.of(turn.session, one.id, reader.id) if reader else None
    return Occasion(
        one,
        going=sum(hall.held for hall in halls),
        left=seats.left(turn, one),
        mine=mine.standing if mine else None,
        is_open=registration.is_open(one, turn.now, turn.house.zone),
    )


def goes_along(turn: Turn, meeting: Meeting) -> list[Meeting]:
    """The other drafts of the series, which are invited to in the same message."""
    return [
        one
        for one in series.of(turn.session, meeting)
        if one.id != meeting.id and one.status == Status.DRAFT
    ]


def told_with(turn: Turn, meeting: Meeting) -> list[Meeting]:
    """The occasions that were announced in the same message as this one, and still stand."""
    return [
        one
        for one in series.of(turn.session, meeting)
        if one.id != meeting.id
        and one.status == Status.ANNOUNCED
        and one.announced_at == meeting.announced_at
    ]


def held_elsewhere(turn: Turn, meeting: Meeting) -> Meeting | None:
    """Find the other occasion she already has a place at, where one chooses one of them."""
    if not meeting.picks_one:
        return None
    mine = registrations.of(turn.session, meeting.id, turn.me.id)
    if mine is not None and mine.standing in registration.LIVE:
        return None
    hers = (one.meeting for one in others(turn, meeting, turn.me) if one.mine in registration.LIVE)
    return next(hers, None)
