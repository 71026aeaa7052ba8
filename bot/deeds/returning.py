"""Tells people what was lost while nobody listened: once, by day, and only those it concerns."""

from __future__ import annotations

from datetime import timedelta

from bot.records.absence import Absence
from bot.records.meeting import Status
from bot.records.person import Person, Role
from bot.rules import audience, registration
from bot.store import inbox, meetings, people, pulses
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.views import absence as views

CATCHING_UP = timedelta(minutes=2)
"""What Telegram has kept comes first, so that nobody is asked for what is here."""
REMEMBERED = timedelta(days=3)
"""Who was asked longer than this before we went away has left the question."""

BETWEEN_BEATS = timedelta(minutes=1)
"""We may have worked a little longer than the last sign of life tells."""


def tell(turn: Turn) -> None:
    """Tell of the last absence, if it has not been told and people are awake."""
    gap = pulses.untold(turn.session)
    if gap is None or turn.house.quiet.covers(turn.now):
        return
    if turn.now < gap.until + CATCHING_UP or inbox.count_waiting(turn.session):
        return
    gap.told_at = turn.now
    turn.session.add(gap)
    asked = [one for one in _asked(turn, gap) if _is_open(turn, one)]
    for person in asked:
        turn.tell(person, views.say_again(turn.words_for(person), gap))
    for owner in people.organisers(turn.session):
        if owner.role == Role.OWNER and audience.is_reachable(owner):
            turn.tell(owner, views.was_away(turn.words_for(owner), gap, len(asked)))


def _asked(turn: Turn, gap: Absence) -> list[Person]:
    until = gap.since + BETWEEN_BEATS
    found = pulses.last_asked(turn.session, gap.since - REMEMBERED, until)
    return [one for one in found if audience.is_reachable(one)]


def _is_open(turn: Turn, person: Person) -> bool:
    """Whether the question she was asked can still be answered."""
    token = parse(person.expects or "")
    if token is None:
        return False
    return token.what not in {"come", "meet", "after"} or _is_about_something(turn, token)


def _is_about_something(turn: Turn, token: Token) -> bool:
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or meeting.status in {Status.CANCELLED, Status.DISCARDED}:
        return False
    return token.what != "come" or not registration.is_over(meeting, turn.now, turn.house.zone)
