"""Finds who reads a message to many, and when each of them gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.deeds import audiences, changing, owing
from bot.deeds.changing import Change
from bot.records.broadcast import Broadcast, BroadcastKind
from bot.records.meeting import Meeting
from bot.records.person import Person, Reminders
from bot.records.registration import Registration
from bot.rules import audience, authority, changes, own_hours, times, unasked
from bot.rules.own_hours import Telling
from bot.rules.unasked import Taste
from bot.store import heard, leaders, mutes, registrations, spoken_for
from bot.turn import Turn

Guests = tuple[tuple[Person, Registration | None], ...]
"""People without Telegram, with their answers to a meeting."""
Owed = dict[int, dict[str, object]]
URGENT = frozenset({BroadcastKind.CHANGE, BroadcastKind.CANCELLATION})


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: her answer to the meeting, when it reaches her, whom she should tell.

    `along` are other occasions that were changed at the same time, with her answers to them.
    `old` holds what of a change matters to her; None: all of it.
    """

    person: Person
    mine: Registration | None
    telling: Telling
    guests: tuple[Person, ...] = ()
    along: tuple[Along, ...] = ()
    old: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Along:
    """A change of another occasion that concerns a reader, or those she should tell."""

    change: Change
    mine: Registration | None
    guests: tuple[Person, ...]


def of(turn: Turn, told: Broadcast, meeting: Meeting, listed: Sequence[Person]) -> list[Reader]:
    """Choose those of the people listed who are to be told, each at her own hour."""
    listed = audiences.listening(turn, told, meeting, listed)
    answered = registrations.of_people(turn.session, meeting.id, [one.id for one in listed])
    kind = BroadcastKind(told.kind)
    led = _leaders(turn, kind, meeting)
    hearing = [
        one
        for one in listed
        if audience.hears(kind, one, answered.get(one.id), told.created_by, leads=one.id in led)
    ]
    tastes = _tastes(turn, told, meeting, [(one, answered.get(one.id)) for one in hearing])
    guests, beside = _guests(turn, kind, meeting, hearing), along(turn, told, hearing)
    owed = owing.old(turn, told, answered.values()) if kind == BroadcastKind.CHANGE else None
    found = [
        _reader(turn, told, meeting, (one, answered.get(one.id)))
        for one in hearing
        if unasked.may(kind, tastes[one.id])
    ]
    told_to = [
        _with_guests(one, meeting, guests.get(one.person.id, ()), owed)
        for one in found
        if one is not None
    ]
    return [
        replace(one, along=tuple(beside.get(one.person.id, ()))) for one in told_to if one.old != {}
    ]


def _with_guests(reader: Reader, meeting: Meeting, guests: Guests, owed: Owed | None) -> Reader:
    """Name those she should tell; of a change, those it matters to, and what matters to any."""
    if owed is None:
        return replace(reader, guests=tuple(guest for guest, _ in guests))
    untrue = owed.get(reader.person.id, {})
    old, concerned = _hers(meeting, untrue, reader.mine, guests)
    return replace(reader, guests=tuple(guest for guest, _ in concerned), old=old)


def _hers(
    meeting: Meeting, untrue: dict[str, object], mine: Registration | None, guests: Guests
) -> tuple[dict[str, object], Guests]:
    """Give what of a change matters to her or those she should tell, and which of them."""
    old = changes.hers(meeting, untrue, mine)
    concerned = tuple(one for one in guests if changes.hers(meeting, untrue, one[1]))
    for _, answer in concerned:
        old |= changes.hers(meeting, untrue, answer)
    return old, concerned


def along(turn: Turn, told: Broadcast, hearing: Sequence[Person]) -> dict[int, list[Along]]:
    """Find for each person what she is told in the same message of occasions changed with it."""
    found: dict[int, list[Along]] = {}
    people = [one.id for one in hearing]
    for change in changing.of_later(turn, told) if people else ():
        answered = registrations.of_people(turn.session, change.meeting.id, people)
        guests = _guests(turn, BroadcastKind(told.kind), change.meeting, hearing)
        for one in people:
            mine = answered.get(one)
            own = mine if mine and mine.standing in audience.CONCERNED else None
            told_by_her = guests.get(one, ())
            said = change
            if told.kind == BroadcastKind.CHANGE:
                old, told_by_her = _hers(change.meeting, change.old, own, told_by_her)
                own = own if changes.hers(change.meeting, change.old, own) else None
                said = Change(change.meeting, old)
            if own is not None or told_by_her:
                names = tuple(guest for guest, _ in told_by_her)
                found.setdefault(one, []).append(Along(said, own, names))
    return found


def _leaders(turn: Turn, kind: BroadcastKind, meeting: Meeting) -> set[int]:
    """Name the meeting's own organisers, where the message is one for organisers."""
    if kind != BroadcastKind.SUMMARY:
        return set()
    return {one.id for one in leaders.of_meeting(turn.session, meeting.id)}


def _reader(
    turn: Turn,
    told: Broadcast,
    meeting: Meeting,
    who: tuple[Person, Registration | None],
) -> Reader | None:
    """Fit the message to her hours; None when it would come too late for her."""
    person, mine = who
    wanted = Telling(turn.now, told.stale_after)
    if person.quiet_from is None:
        return Reader(person, mine, wanted)
    nights = own_hours.nights(turn.house.quiet, person)
    begins = times.starts_at(meeting, turn.house.zone)
    telling = own_hours.when(nights, wanted, begins, is_urgent=told.kind in URGENT)
    return Reader(person, mine, telling) if telling else None


def _tastes(
    turn: Turn,
    told: Broadcast,
    meeting: Meeting,
    hearing: Sequence[tuple[Person, Registration | None]],
) -> dict[int, Taste]:
    """Tell what each has chosen, and how much she has been told about the day as it stands."""
    people = [one.id for one, _ in hearing]
    number = heard.counts(turn.session, _counted(turn, told, meeting), people)
    muted = mutes.muted(turn.session, meeting.id, people)
    return {
        one.id: Taste(
            Reminders(one.reminders),
            is_muted=one.id in muted,
            heard=number[one.id],
            takes_part=mine is not None and mine.standing in audience.CONCERNED,
        )
        for one, mine in hearing
    }


def _counted(turn: Turn, told: Broadcast, meeting: Meeting) -> list[int]:
    """Choose what has been told before and counts; what was said of another day does not."""
    return audiences.counted(turn, meeting, BroadcastKind(told.kind), besides=told.id)


def _guests(
    turn: Turn, kind: BroadcastKind, meeting: Meeting, hearing: Sequence[Person]
) -> dict[int, Guests]:
    """Find those without Telegram whom members entered; an organiser's get a text of their own."""
    if kind not in audience.PASSED_ON:
        return {}
    members = [one.id for one in hearing if not authority.is_organiser(one)]
    found = spoken_for.of_speakers(turn.session, meeting.id, members)
    return {
        speaker: tuple(
            (one, mine) for one, mine in guests if audience.is_told_through_another(kind, one, mine)
        )
        for speaker, guests in found.items()
    }
