"""Shows a person a meeting as it stands for her. Several conversations end that way."""

from __future__ import annotations

from dataclasses import replace

from bot.deeds import offering, parties, portraits, seats, settling
from bot.records.meeting import Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import registration, waiting
from bot.rules.authority import Deed
from bot.store import registrations
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import late as late_views
from bot.words.views import meeting as meeting_views
from bot.words.views import mishaps
from bot.words.views import offering as offering_views
from bot.words.views import parties as party_views
from bot.words.views import waiting as waiting_views


def mine(turn: Turn, meeting: Meeting) -> Registration | None:
    """Find one's own answer to a meeting."""
    return registrations.of(turn.session, meeting.id, turn.me.id)


def card(turn: Turn, meeting: Meeting, standing: Standing | None) -> Message:
    """Draw the invitation with where one stands."""
    return portraits.draw(turn, meeting, standing)


def show(turn: Turn, meeting: Meeting) -> None:
    """Show the meeting as it stands for this person."""
    own = mine(turn, meeting)
    if meeting.status == Status.CANCELLED:
        turn.say(late_views.over(turn.words, meeting, is_cancelled=True))
    elif own is not None and own.standing in registration.LIVE:
        mine_now(turn, meeting)
    else:
        drawn = card(turn, meeting, own.standing if own else None)
        if turn.may(Deed.SEE_WHO_COMES, meeting):
            drawn = meeting_views.for_organiser(turn.words, meeting, drawn)
        if parties.guests(turn, meeting):
            listed = (party_views.list_button(turn.words, meeting),)
            drawn = replace(drawn, rows=(*drawn.rows, listed))
        turn.say(drawn, about=meeting)


def mine_now(turn: Turn, meeting: Meeting) -> None:
    """Show one's own place: the confirmation, the place in line, the offer."""
    own = mine(turn, meeting)
    if own is None or own.standing not in registration.LIVE:
        show(turn, meeting)
    elif own.standing == Standing.WAITING:
        turn.say(waiting_views.stays(turn.words, meeting, place(turn, meeting, own)))
    elif own.standing == Standing.OFFERED and own.offer_ends_at:
        offered = parties.offered_with(turn, meeting, own)
        about = offering.subjects(turn, meeting, turn.me, tuple(offered))
        turn.say(offering_views.offer(turn.words, meeting, own.offer_ends_at, about))
    else:
        settling.confirm(turn, meeting, own)


def place(turn: Turn, meeting: Meeting, own: Registration) -> waiting_views.Place:
    """Say where someone stands in line, with whom, and whether the other way has room."""
    side = registration.side_of(own, meeting)
    line = seats.waiting_for(turn, meeting, side)
    together = [one for one in line if one.line == own.line]
    others = [one for one in registration.sides(meeting) if one != side]
    return waiting_views.Place(
        number=waiting.number(line, own),
        side=side if others else None,
        together=tuple(settling.name_of(turn, one) for one in together)
        if len(together) > 1
        else (),
        other_way=any(
            registration.has_room(meeting, seats.hall(turn, meeting, other)) for other in others
        ),
    )


def instead(turn: Turn, meeting: Meeting) -> None:
    """Answer an old button with how it stands now."""
    turn.toast(mishaps.stale(turn.words))
    show(turn, meeting)


def over(turn: Turn, meeting: Meeting) -> None:
    """Say that nothing can be changed any more, and take the old buttons away."""
    cancelled = meeting.status == Status.CANCELLED
    turn.take_buttons()
    turn.say(late_views.over(turn.words, meeting, is_cancelled=cancelled))
