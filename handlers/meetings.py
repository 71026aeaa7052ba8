"""Lists the meetings and shows one of them."""

from __future__ import annotations

from bot.records.meeting import Status
from bot.records.registration import Standing
from bot.rules import authority, registration
from bot.store import meetings, registrations
from bot.turn import Turn
from bot.words.views import listing as views

MOST_HELD = 5
"""Meetings already held that an organiser can still look at from the list."""
MOST = 20
"""Meetings in one list; a message has room for no more buttons that can be read."""


def link(turn: Turn, meeting_id: int) -> str:
    """Give the deep link to a meeting people have been told of; empty when there is none."""
    meeting = meetings.get(turn.session, meeting_id)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        return ""
    return turn.house.link_to(meeting)


def coming(turn: Turn, _argument: str) -> None:
    """List coming meetings with one's own answers, and an organiser's drafts."""
    person = turn.me
    mine = {
        meeting.id: Standing(one.standing)
        for one, meeting in registrations.of_person(turn.session, person.id)
    }
    announced = meetings.announced(turn.session)
    ahead = [one for one in announced if not registration.is_over(one, turn.now, turn.house.zone)]
    organiser = authority.is_organiser(person)
    drafts = meetings.drafts(turn.session, person.id) if organiser else []
    begun = [one for one in drafts if one.title or one.day]
    held = [one for one in announced if one not in ahead][-MOST_HELD:] if organiser else []
    listed = [views.Listed(one, mine.get(one.id)) for one in ahead[:MOST]]
    turn.say(views.listing(turn.words, listed, views.Desk(begun[:MOST], held), organiser=organiser))
