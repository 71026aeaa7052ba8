"""Registers people, asks what matters, and lets them change their minds. Decides nothing."""

from __future__ import annotations

from typing import assert_never

from bot.deeds import (
    booking,
    calendars,
    cards,
    colleagues,
    doubles,
    parties,
    seats,
    serials,
    settling,
    showing,
)
from bot.records.meeting import Form, Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.registration import (
    Already,
    Going,
    Hall,
    Over,
    PartyFull,
    TooLate,
    Waiting,
    WhichWay,
)
from bot.store import meetings, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import late as late_views
from bot.words.views import meeting as meeting_views
from bot.words.views import mishaps
from bot.words.views import occasions as occasion_views
from bot.words.views import offering as offering_views
from bot.words.views import parties as party_views
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
    elif token.ask == "yes":
        come(turn, meeting, token.choice)
    elif token.ask == "cancel":
        cancel(turn, meeting, token.choice)
    else:
        showing.instead(turn, meeting)


def come(turn: Turn, meeting: Meeting, choice: str | None) -> None:
    """Take the seat at once; the questions come after."""
    held = serials.held_elsewhere(turn, meeting)
    if held is not None:
        _offer_to_move(turn, meeting, held)
        return
    mine = showing.mine(turn, meeting)
    hall = seats.hall_for(turn, meeting, choice, turn.me)
    outcome = registration.place(meeting, hall, mine, turn.now, turn.house.zone)
    match outcome:
        case Going():
            _go(turn, meeting, _answered(turn, meeting, hall, Standing.GOING))
        case Waiting():
            _wait(turn, meeting, _answered(turn, meeting, hall, Standing.WAITING))
        case WhichWay():
            _ask_way(turn, meeting)
        case _:
            _say_no(turn, meeting, outcome)


def _offer_to_move(turn: Turn, meeting: Meeting, held: Meeting) -> None:
    """Ask whether she wants this occasion instead of the one she has a place at."""
    if turn.chat is not None and not turn.chat.is_private:
        turn.toast(views.asked_in_private(turn.words))
    turn.say(occasion_views.ask_move(turn.words, meeting, held), about=meeting)


def _say_no(turn: Turn, meeting: Meeting, outcome: Already | TooLate | PartyFull | Over) -> None:
    """Tell why there is neither a seat nor a place in line."""
    match outcome:
        case Already():
            _already(turn, meeting)
        case TooLate(closed_at=when):
            turn.say(late_views.closed(turn.words, meeting, when), about=meeting)
        case PartyFull():
            everyone = parties.everyone_of(turn, meeting)
            turn.say(party_views.full(turn.words, meeting, everyone), about=meeting)
        case Over(is_cancelled=cancelled):
            turn.say(late_views.over(turn.words, meeting, is_cancelled=cancelled))
        case unknown:
            assert_never(unknown)


def _answered(turn: Turn, meeting: Meeting, hall: Hall, standing: Standing) -> Registration:
    """Write down that she comes or waits, and how she takes part."""
    mine = registrations.answer(turn.session, meeting.id, turn.me.id, standing, turn.now)
    mine.registered_by = None
    mine.attends = hall.side if meeting.form == Form.HYBRID else None
    turn.session.add(mine)
    turn.session.flush()
    _mark(turn, meeting, mine)
    return mine


def _go(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    asked = registration.next_question(mine, meeting, frozenset())
    if asked is None:
        settling.confirm(turn, meeting, mine)
    else:
        question = settling.question(turn, meeting, mine, asked)
        token = Token("come", meeting.id, asked)
        turn.ask(token, views.going(turn.words, meeting, question), about=meeting)
    _look_around(turn, meeting, mine)


def _wait(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    seats.line_up(turn, meeting, mine, registration.side_of(mine, meeting), turn.me.id)
    place = showing.place(turn, meeting, mine)
    turn.say(waiting_views.waiting(turn.words, meeting, place), about=meeting)
    _look_around(turn, meeting, mine)


def _look_around(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Bring the cards up to date, and see whether someone has registered her already."""
    doubles.look(turn, meeting, mine)
    cards.refresh(turn, meeting)


def _ask_way(turn: Turn, meeting: Meeting) -> None:
    """Ask whether she comes to the room or takes part online, where each has its seats."""
    if turn.chat is not None and not turn.chat.is_private:
        turn.toast(views.asked_in_private(turn.words))
    turn.say(views.which_way(turn.words, meeting), about=meeting)


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
        may_send = registration.is_open(meeting, turn.now, turn.house.zone)
        turn.redraw(views.declined(turn.words, meeting, may_send=may_send))


def cancel(turn: Turn, meeting: Meeting, choice: str | None) -> None:
    """Ask who cannot come, when she has registered others, and give the places up."""
    guests = parties.company(turn, meeting)
    over = registration.is_over(meeting, turn.now, turn.house.zone)
    if choice == "all" and guests and not over:
        _cancel_all(turn, meeting, guests)
    elif choice is None and guests and not over and _is_in(showing.mine(turn, meeting)):
        turn.say(party_views.who_cancels(turn.words, meeting, parties.names(guests)))
    else:
        leave(turn, meeting)


def _is_in(mine: Registration | None) -> bool:
    return mine is not None and mine.standing in registration.LIVE


def _cancel_all(turn: Turn, meeting: Meeting, guests: list[parties.Guest]) -> None:
    own = showing.mine(turn, meeting)
    given_up = [mine for mine, _ in guests] + ([own] if own and _is_in(own) else [])
    turn.me.expects = None
    for one in given_up:
        booking.tell_of_late_absence(turn, meeting, one)
    seats.free_all(turn, meeting, given_up, Standing.CANCELLED)
    colleagues.tell_removed(turn, meeting, guests)
    turn.take_buttons()
    named = parties.names(guests)
    turn.say(party_views.all_cancelled(turn.words, meeting, named), about=meeting)
    cards.refresh(turn, meeting)


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
    booking.tell_of_late_absence(turn, meeting, mine)
    seats.free(turn, meeting, mine, Standing.CANCELLED)
    turn.take_buttons()
    turn.say(_farewell(turn, meeting, standing), about=meeting)
    cards.refresh(turn, meeting)


def _farewell(turn: Turn, meeting: Meeting, standing: Standing) -> Message:
    if standing == Standing.WAITING:
        return waiting_views.left_the_list(turn.words, meeting)
    if standing == Standing.OFFERED:
        return offering_views.offer_passed(turn.words, meeting)
    return views.cancelled(turn.words, meeting, parties.names(parties.company(turn, meeting)))


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
    "no": decline,
    "leave": leave,
    "show": showing.show,
    "mine": showing.mine_now,
    "agenda": agenda,
    "calendar": calendar,
    "fine": fine,
}
