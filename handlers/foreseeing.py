"""Tells what lies ahead: when to look again, and what a moved clock will meet. Changes nothing."""

from __future__ import annotations

from datetime import datetime

from bot.deeds import mornings, plans
from bot.records.broadcast import BroadcastKind
from bot.records.meeting import Meeting
from bot.records.registration import Standing
from bot.rules import times
from bot.store import broadcasts, desks, kitchens, meetings, registrations
from bot.turn import Turn
from bot.words.views import upcoming as views

Coming = tuple[datetime, str]


def next_hour(turn: Turn) -> datetime | None:
    """Say when the next thing falls due; None when nothing will."""
    hours = (
        meetings.next_wake(turn.session),
        broadcasts.next_start(turn.session),
        broadcasts.next_look(turn.session),
        desks.next_look(turn.session),
        kitchens.next_look(turn.session),
        registrations.next_lapse(turn.session),
        mornings.next_at(turn),
    )
    return min((hour for hour in hours if hour is not None), default=None)


def upcoming(turn: Turn) -> list[Coming]:
    """List everything ahead with a name for it, in order of time."""
    listed: list[Coming] = []
    for meeting in meetings.announced(turn.session):
        listed += [*_planned(turn, meeting), *_told(turn, meeting), *_fixed(turn, meeting)]
        listed += _offers(turn, meeting)
    return sorted(one for one in listed if one[0] > turn.now)


def _planned(turn: Turn, meeting: Meeting) -> list[Coming]:
    done = plans.done(turn, meeting)
    words = turn.house.words()
    return [
        (due.at, views.broadcast(words, meeting, BroadcastKind(due.occasion)))
        for due in plans.occasions(turn, meeting)
        if due.key not in done
    ] + [
        (own.at, views.broadcast(words, meeting, BroadcastKind.MESSAGE))
        for own in plans.steps(turn, meeting)
        if own.key not in done
    ]


def _told(turn: Turn, meeting: Meeting) -> list[Coming]:
    words = turn.house.words()
    return [
        (told.starts_at, views.broadcast(words, meeting, BroadcastKind(told.kind)))
        for told in broadcasts.of(turn.session, meeting.id)
        if told.status in broadcasts.UNDER_WAY
    ]


def _fixed(turn: Turn, meeting: Meeting) -> list[Coming]:
    words, zone = turn.house.words(), turn.house.zone
    closes, begins = times.closes_at(meeting, zone), times.starts_at(meeting, zone)
    fixed: list[Coming] = []
    if closes is not None and closes != begins and meeting.closed_at is None:
        fixed.append((closes, views.closing(words, meeting)))
    if begins is not None:
        fixed.append((begins, views.beginning(words, meeting)))
    return fixed


def _offers(turn: Turn, meeting: Meeting) -> list[Coming]:
    words = turn.house.words()
    return [
        (one.offer_ends_at, views.lapse(words, meeting))
        for one in registrations.all_of(turn.session, meeting.id)
        if one.standing == Standing.OFFERED and one.offer_ends_at is not None
    ]
