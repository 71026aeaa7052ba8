"""Makes links that send a colleague in one's place, and moves the seat."""

from __future__ import annotations

import secrets
from datetime import datetime

from bot.deeds import calendars, cards, seats
from bot.records.handover import Handover
from bot.records.meeting import Meeting
from bot.records.person import Person
from bot.records.registration import Registration, Standing
from bot.rules import admission, handover, registration
from bot.store import handovers, late_requests, meetings, needs, people, registrations
from bot.turn import Turn
from bot.words.views import handing as views

PREFIX = "h-"
"""What a link's secret begins with, so that it is not taken for another kind of link."""


def make(turn: Turn, meeting: Meeting, ends: datetime) -> str:
    """Write a link down by its hash, in the place of an older one; give what stands in it."""
    secret = secrets.token_urlsafe(24)
    link = handovers.of(turn.session, meeting.id, turn.me.id) or Handover(
        secret_hash="",
        meeting_id=meeting.id,
        giver_id=turn.me.id,
        expires_at=ends,
        created_at=turn.now,
    )
    link.secret_hash, link.expires_at = admission.digest(secret), ends
    link.created_at, link.used_at, link.opened_by = turn.now, None, None
    turn.session.add(link)
    turn.session.flush()
    return turn.house.link(PREFIX + secret)


def good(turn: Turn, link: Handover | None) -> tuple[Meeting, Person] | None:
    """Give the locked meeting and the giver of a link that still hands something over."""
    meeting = meetings.locked(turn.session, link.meeting_id) if link else None
    if link is None or meeting is None:
        return None
    turn.session.refresh(link)
    giver = people.get(turn.session, link.giver_id)
    if giver is None or not handover.is_good(link, meeting, turn.now, turn.house.zone):
        return None
    has_seat = seat_of(turn, meeting, giver) is not None
    is_open = registration.is_open(meeting, turn.now, turn.house.zone)
    return (meeting, giver) if has_seat or is_open else None


def seat_of(turn: Turn, meeting: Meeting, giver: Person) -> Registration | None:
    """Find the seat that a link hands over; None when it is only the invitation."""
    mine = registrations.of(turn.session, meeting.id, giver.id)
    return mine if handover.gives_a_seat(mine) else None


def use(turn: Turn, link: Handover) -> None:
    """Make a link useless: it has done what it was made for."""
    link.used_at = turn.now
    turn.session.add(link)
    turn.session.flush()


def hand_over(turn: Turn, meeting: Meeting, given: Registration, giver: Person) -> Registration:
    """Move a seat to the one who speaks: the giver's answers are forgotten, nobody passed by."""
    mine = registrations.answer(turn.session, meeting.id, turn.me.id, Standing.GOING, turn.now)
    mine.attends, mine.is_exception, mine.registered_by = given.attends, given.is_exception, None
    mine.part = None
    given.standing, given.changed_at, given.attends = Standing.CANCELLED, turn.now, None
    given.waits_for, given.part, given.is_exception = None, None, False
    turn.session.add(mine)
    turn.session.add(given)
    needs.forget(turn.session, given.id)
    late_requests.withdraw(turn.session, meeting.id, giver.id)
    turn.session.flush()
    turn.note("handed a seat over", meeting)
    w = turn.words_for(giver)
    file = calendars.withdrawal(turn, meeting, w)
    turn.tell(giver, views.seat_is_taken(w, meeting, turn.me.name or "–", file), meeting)
    # She may have stood in line herself, and those behind her move up.
    seats.promote(turn, meeting)
    cards.refresh(turn, meeting)
    return mine


def pass_on(turn: Turn, meeting: Meeting, giver: Person) -> None:
    """Tell the giver that her colleague has the invitation."""
    w = turn.words_for(giver)
    turn.note("passed an invitation on", meeting)
    turn.tell(giver, views.invitation_is_taken(w, meeting, turn.me.name or "–"), meeting)
