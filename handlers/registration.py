"""Registers people, asks what matters, and lets them change their minds. Decides nothing."""

from __future__ import annotations

from typing import assert_never, cast, get_args

from bot.deeds import calendars, cards, seats, settling
from bot.records.meeting import Meeting, Status
from bot.records.need import NeedKind
from bot.records.registration import Registration, Standing
from bot.rules import authority, registration
from bot.rules.registration import Already, Asked, Going, Over, TooLate, Waiting
from bot.store import meetings, needs, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import late as late_views
from bot.words.views import meeting as meeting_views
from bot.words.views import mishaps, spoken
from bot.words.views import registration as views
from bot.words.views import waiting as waiting_views

LONGEST_ANSWER = 300


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about one's own place at a meeting."""
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status == Status.DISCARDED:
        turn.toast(mishaps.gone(turn.words))
    elif meeting.status == Status.DRAFT:
        turn.toast(mishaps.only_a_preview(turn.words))
    elif token.ask in STEPS:
        STEPS[token.ask](turn, meeting)
    elif token.ask in {"attends", "food", "access"}:
        _take_answer(turn, meeting, token)
    elif token.ask == "again":
        _ask_again(turn, meeting, token.choice or "")
    else:
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)


def _mine(turn: Turn, meeting: Meeting) -> Registration | None:
    return registrations.of(turn.session, meeting.id, turn.me.id)


def come(turn: Turn, meeting: Meeting) -> None:
    """Take the seat at once; the questions come after."""
    mine = _mine(turn, meeting)
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
        turn.redraw(_card(turn, meeting, mine.standing))


def _card(turn: Turn, meeting: Meeting, standing: Standing | None) -> Message:
    has_agenda = bool(meetings.agenda(turn.session, meeting.id))
    return meeting_views.standing(turn.words, meeting, standing, has_agenda=has_agenda)


def _already(turn: Turn, meeting: Meeting) -> None:
    turn.toast(mishaps.already(turn.words))
    if turn.chat is None or turn.chat.is_private:
        mine_now(turn, meeting)


def decline(turn: Turn, meeting: Meeting) -> None:
    """Take a no; from someone who holds a place it is a cancellation."""
    mine = _mine(turn, meeting)
    if registration.is_over(meeting, turn.now, turn.house.zone):
        _over(turn, meeting)
    elif mine is not None and mine.standing in registration.LIVE:
        leave(turn, meeting)
    else:
        registrations.answer(turn.session, meeting.id, turn.me.id, Standing.DECLINED, turn.now)
        turn.redraw(views.declined(turn.words, meeting))


def leave(turn: Turn, meeting: Meeting) -> None:
    """Give the place up, as easily as it was taken; the seat goes on at once."""
    mine = _mine(turn, meeting)
    if registration.is_over(meeting, turn.now, turn.house.zone):
        _over(turn, meeting)
        return
    if mine is None or mine.standing not in registration.LIVE:
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)
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


def _over(turn: Turn, meeting: Meeting) -> None:
    cancelled = meeting.status == Status.CANCELLED
    turn.take_buttons()
    turn.say(late_views.over(turn.words, meeting, is_cancelled=cancelled))


def accept(turn: Turn, meeting: Meeting) -> None:
    """Take an offered seat, if the offer still stands."""
    mine = _mine(turn, meeting)
    if mine is None or mine.standing != Standing.OFFERED:
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)
        return
    if registration.is_over(meeting, turn.now, turn.house.zone):
        _over(turn, meeting)
        return
    mine.standing, mine.offer_ends_at, mine.changed_at = Standing.GOING, None, turn.now
    turn.session.add(mine)
    settling.go_on(turn, meeting, mine)
    cards.refresh(turn, meeting)


def stay(turn: Turn, meeting: Meeting) -> None:
    """Confirm the place in line."""
    mine = _mine(turn, meeting)
    if mine is None or mine.standing != Standing.WAITING:
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)
        return
    number = registrations.number_in_line(turn.session, mine)
    turn.redraw(waiting_views.stays(turn.words, meeting, number))


def _take_answer(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Write down an answer about taking part, food or needs, and ask the next."""
    mine = _mine(turn, meeting)
    if mine is None or mine.standing != Standing.GOING:
        turn.me.expects = None
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)
    elif registration.is_over(meeting, turn.now, turn.house.zone):
        turn.me.expects = None
        _over(turn, meeting)
    elif not _is_the_question(turn, meeting, mine, token):
        _answered_before(turn, meeting, mine)
    elif token.choice is None:
        settling.go_on(turn, meeting, mine)
    elif token.ask == "attends":
        _take_attends(turn, meeting, mine, token)
    else:
        _take_need(turn, meeting, mine, token)


def _is_the_question(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> bool:
    """Whether an answer is to what was asked last, or to what is still to be asked."""
    if turn.me.expects == str(Token("come", meeting.id, token.ask)):
        return True
    given = needs.answered(turn.session, mine.id)
    return token.ask == registration.next_question(mine, meeting, given)


def _answered_before(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Leave an answer as it is when its old button is tapped; show what is still asked."""
    turn.toast(mishaps.already(turn.words))
    given = needs.answered(turn.session, mine.id)
    if registration.next_question(mine, meeting, given) is None:
        turn.take_buttons()
    else:
        settling.go_on(turn, meeting, mine)


def _take_attends(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    choice = token.choice
    if token.is_typed:
        choice = spoken.chosen(views.attends_labels(turn.words), choice or "")
    if choice not in {"room", "online"}:
        again = settling.question(turn, meeting, "attends")
        turn.say(mishaps.choose_button(turn.words, again))
        return
    mine.attends, mine.changed_at = choice, turn.now
    turn.session.add(mine)
    if choice == "online":
        needs.forget(turn.session, mine.id, NeedKind.FOOD)
    settling.go_on(turn, meeting, mine)


def _take_need(turn: Turn, meeting: Meeting, mine: Registration, token: Token) -> None:
    kind, choice = NeedKind(token.ask), token.choice or ""
    known = views.FOODS if kind == NeedKind.FOOD else views.NEEDS
    if not token.is_typed and choice == "other":
        turn.take_buttons()
        turn.ask(Token("come", meeting.id, token.ask), views.ask_other(turn.words, meeting, kind))
        return
    if not token.is_typed and choice not in known:
        turn.toast(mishaps.stale(turn.words))
        return
    if token.is_typed:
        choice = _as_choice(turn, kind, choice)
    words = "" if choice in {"all", "none"} else " ".join(choice.split())[:LONGEST_ANSWER]
    settling.note_need(turn, meeting, mine, kind, words)
    if token.is_typed:
        turn.delete_heard()
    settling.go_on(turn, meeting, mine)


def _as_choice(turn: Turn, kind: NeedKind, text: str) -> str:
    """Take a written label for its button, and a no for nothing; else keep the words."""
    w = turn.words
    food = kind == NeedKind.FOOD
    labels = views.food_labels(w) if food else views.need_labels(w)
    nothing = "all" if food else "none"
    return spoken.chosen(labels, text) or (nothing if spoken.is_no(w, text) else text)


def change(turn: Turn, meeting: Meeting) -> None:
    """Ask which answer to change, while answers can be changed."""
    mine = _mine(turn, meeting)
    if mine is None or mine.standing != Standing.GOING:
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)
    elif not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        contact = settling.contact(turn, meeting)
        turn.say(late_views.too_late_to_change(turn.words, meeting, contact))
    else:
        turn.say(views.what_to_change(turn.words, meeting))


def _ask_again(turn: Turn, meeting: Meeting, which: str) -> None:
    """Ask one question anew; the old answer goes when the new one comes."""
    mine = _mine(turn, meeting)
    if mine is None or not registration.may_change(mine, meeting, turn.now, turn.house.zone):
        turn.toast(mishaps.stale(turn.words))
        show(turn, meeting)
    elif which in get_args(Asked):
        turn.me.expects = str(Token("come", meeting.id, which))
        turn.redraw(settling.question(turn, meeting, cast("Asked", which)))
    else:
        turn.take_buttons()
        settling.confirm(turn, meeting, mine)


def show(turn: Turn, meeting: Meeting) -> None:
    """Show the meeting as it stands for this person."""
    mine = _mine(turn, meeting)
    if meeting.status == Status.CANCELLED:
        turn.say(late_views.over(turn.words, meeting, is_cancelled=True))
    elif mine is not None and mine.standing in registration.LIVE:
        mine_now(turn, meeting)
    else:
        card = _card(turn, meeting, mine.standing if mine else None)
        if authority.is_organiser(turn.me):
            card = meeting_views.for_organiser(turn.words, meeting, card)
        turn.say(card, about=meeting)


def mine_now(turn: Turn, meeting: Meeting) -> None:
    """Show one's own place: the confirmation, the place in line, the offer."""
    mine = _mine(turn, meeting)
    if mine is None or mine.standing not in registration.LIVE:
        show(turn, meeting)
    elif mine.standing == Standing.WAITING:
        number = registrations.number_in_line(turn.session, mine)
        turn.say(waiting_views.stays(turn.words, meeting, number))
    elif mine.standing == Standing.OFFERED and mine.offer_ends_at:
        turn.say(waiting_views.offer(turn.words, meeting, mine.offer_ends_at))
    else:
        settling.confirm(turn, meeting, mine)


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
    "change": change,
    "show": show,
    "mine": mine_now,
    "agenda": agenda,
    "calendar": calendar,
    "fine": fine,
}
