"""Registers people, asks what matters, and lets them change their minds. Decides nothing."""

from __future__ import annotations

from typing import assert_never

from bot.deeds import calendars, cards, seats, settling, showing
from bot.records.meeting import Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.registration import Already, Going, Over, TooLate, Waiting
from bot.store import meetings, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import late as late_views
from bot.words.views import meeting as meeting_views
from bot.words.views import mishaps
from bot.words.views import registration as views
from bot.words.views import waiting as waiting_views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about one's own place at a meeting."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status == Status.DISCARDED:
        turn.toast(mishaps.gone(turn.words))
    elif meeting.status == Status.DRAFT:
        turn.toast(mishaps.only_a_preview(turn.words))
    elif token.ask in STEPS:
        STEPS[token.ask](turn, meeting)
    else:
        showing.instead(turn, meeting)


def come(turn: Turn, meeting: Meeting) -> None:
    """Take the seat at once; the questions come after."""
    mine = showing.mine(turn, meeting)
    hall = seats.hall(turn, meeting)
    match registration.place(meeting, hall, mine, turn.now, turn.house.zone):
        case Going():
            _go(turn, meeting)
        case Waiting(number=number):
            _wait(turn, meeting, number)
        case Already():
            _already(turn, meeting)
        case TooLate(closed_at=when):
            turn.say(late_views.closed(turn.words, meeting, when), about=meeting)
        case Over(is_cancelled=cancelled):
            turn.say(late_views.over(turn.words, meeting, is_cancelled=cancelled))
        case unknown:
            assert_never(unknown)


def _go(turn: Turn, meeting: Meeting) -> None:
    mine = registrations.answer(turn.session, meeting.id, turn.me.id, Standing.GOING, turn.now)
    _mark(turn, meeting, mine)
    asked = registration.next_question(mine, meeting, frozenset())
    if asked is None:
        settling.confirm(turn, meeting, mine)
    else:
        days = turn.house.settings.retention.needs_days
        turn.ask(
            Token("come", meeting.id, asked),
            views.going(turn.words, meeting, asked, days),
            about=meeting,
        )
    cards.refresh(turn, meeting)


def _wait(turn: Turn, meeting: Meeting, number: int) -> None:
    mine = registrations.answer(turn.session, meeting.id, turn.me.id, Standing.WAITING, turn.now)
    _mark(turn, meeting, mine)
    turn.say(waiting_views.waiting(turn.words, meeting, number), about=meeting)
    cards.refresh(turn, meeting)


def _mark(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Show on the tapped invitation where she stands; in a group, in a toast."""
    if turn.chat is not None and not turn.chat.is_private:
        waiting = mine.standing == Standing.WAITING
        turn.toast(mishaps.written_to_you(turn.words, waiting=waiting))
        return
    if turn.tapped_message is not None:
        turn.redraw(showing.card(turn, meeting, mine.standing))


def _already(turn: Turn, meeting: Meeting) -> None:
    turn.toast(mishaps.already(turn.words))
    if turn.chat is None or turn.chat.is_private:
        showing.mine_now(turn, meeting)


def decline(turn: Turn, meeting: Meeting) -> None:
    """Take a no; from someone who holds a place it is a cancellation."""
    mine = showing.mine(turn, meeting)
    if registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
    elif mine is not None and mine.standing in registration.LIVE:
        leave(turn, meeting)
    else:
        registrations.answer(turn.session, meeting.id, turn.me.id, Standing.DECLINED, turn.now)
        turn.redraw(views.declined(turn.words, meeting))


def leave(turn: Turn, meeting: Meeting) -> None:
    """Give the place up, as easily as it was taken; the seat goes on at once."""
    mine = showing.mine(turn, meeting)
    if registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
        return
    if mine is None or mine.standing not in registration.LIVE:
        showing.instead(turn, meeting)
        return
    standing = mine.standing
    turn.me.expects = None
    seats.free(turn, meeting, mine, Standing.CANCELLED)
    turn.take_buttons()
    turn.say(_farewell(turn, meeting, standing), about=meeting)
    cards.refresh(turn, meeting)


def _farewell(turn: Turn, meeting: Meeting, standing: Standing) -> Message:
    if standing == Standing.WAITING:
        return waiting_views.left_the_list(turn.words, meeting)
    if standing == Standing.OFFERED:
        return waiting_views.offer_passed(turn.words, meeting)
    return views.cancelled(turn.words, meeting)


def accept(turn: Turn, meeting: Meeting) -> None:
    """Take an offered seat, if the offer still stands."""
    mine = showing.mine(turn, meeting)
    if mine is None or mine.standing != Standing.OFFERED:
        showing.instead(turn, meeting)
        return
    if registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
        return
    mine.standing, mine.offer_ends_at, mine.changed_at = Standing.GOING, None, turn.now
    turn.session.add(mine)
    settling.go_on(turn, meeting, mine)
    cards.refresh(turn, meeting)


def stay(turn: Turn, meeting: Meeting) -> None:
    """Confirm the place in line."""
    mine = showing.mine(turn, meeting)
    if mine is None or mine.standing != Standing.WAITING:
        showing.instead(turn, meeting)
        return
    number = registrations.number_in_line(turn.session, mine)
    turn.redraw(waiting_views.stays(turn.words, meeting, number))


def agenda(turn: Turn, meeting: Meeting) -> None:
    """Show the agenda."""
    points = meetings.agenda(turn.session, meeting.id)
    if points:
        turn.say(meeting_views.agenda(turn.words, meeting, points), about=meeting)
    else:
        turn.say(meeting_views.no_agenda(turn.words))


def calendar(turn: Turn, meeting: Meeting) -> None:
    """Send the calendar file."""
    turn.say(views.calendar(turn.words, calendars.file(turn, meeting, turn.words)), about=meeting)


def fine(turn: Turn, _meeting: Meeting) -> None:
    """Note that a change is seen."""
    turn.toast(mishaps.noted(turn.words))
    turn.take_buttons()


STEPS = {
    "yes": come,
    "no": decline,
    "cancel": leave,
    "leave": leave,
    "pass": leave,
    "accept": accept,
    "stay": stay,
    "show": showing.show,
    "mine": showing.mine_now,
    "agenda": agenda,
    "calendar": calendar,
    "fine": fine,
}
