"""A member among the occasions of a series: moves to another one, or comes to none."""

from __future__ import annotations

from bot.deeds import booking, cards, moving_occasion, serials, settling, showing
from bot.records.meeting import Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import registration
from bot.rules.registration import Going, Over, TooLate, Waiting
from bot.rules.series import is_same
from bot.store import meetings, registrations
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import occasions as views
from bot.words.views import registration as registration_views

STEPS = frozenset({"move", "none"})


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about several occasions at once."""
    if token.ask == "move":
        _move(turn, token)
        return
    meeting = meetings.locked(turn.session, token.row)
    if meeting is None or meeting.status == Status.DISCARDED:
        turn.toast(mishaps.gone(turn.words))
    elif meeting.status == Status.DRAFT:
        turn.toast(mishaps.only_a_preview(turn.words))
    else:
        _decline(turn, meeting)


def _decline(turn: Turn, meeting: Meeting) -> None:
    """Take a no to every occasion she has not answered."""
    for one in [meeting, *serials.told_with(turn, meeting)]:
        mine = registrations.of(turn.session, one.id, turn.me.id)
        is_over = registration.is_over(one, turn.now, turn.house.zone)
        if is_over or (mine is not None and mine.standing in registration.LIVE):
            continue
        registrations.answer(turn.session, one.id, turn.me.id, Standing.DECLINED, turn.now)
    may_send = registration.is_open(meeting, turn.now, turn.house.zone)
    turn.redraw(registration_views.declined(turn.words, meeting, may_send=may_send))


def _move(turn: Turn, token: Token) -> None:
    """Take the seat at the new occasion and give the old one up, or change nothing."""
    number, _, who = (token.choice or "").partition(".")
    left = number_in(number)
    found = {row: meetings.locked(turn.session, row) for row in sorted({token.row, left})}
    to, old = found[token.row], found[left]
    if to is None or old is None or not is_same(to, old):
        turn.toast(mishaps.gone(turn.words))
        return
    mine = registrations.of(turn.session, old.id, turn.me.id)
    is_over = registration.is_over(old, turn.now, turn.house.zone)
    if mine is None or mine.standing not in registration.LIVE or is_over:
        showing.instead(turn, to)
        return
    outcome = moving_occasion.try_to(turn, to, mine)
    if isinstance(outcome, Going):
        _ask_or_go(turn, (old, to), mine, who)
    else:
        is_full = isinstance(outcome, Waiting)
        is_closed = isinstance(outcome, TooLate | Over)
        turn.toast(views.stays(turn.words, old, is_full=is_full, is_closed=is_closed), alert=True)
        showing.show(turn, to)


def _ask_or_go(turn: Turn, way: tuple[Meeting, Meeting], mine: Registration, who: str) -> None:
    """Ask about those she has registered; they follow if she wants it and all have room."""
    old, to = way
    company = moving_occasion.company(turn, old)
    fits = moving_occasion.has_room_for(turn, to, [mine, *company])
    if who == "me":
        _go(turn, way, mine, [])
    elif not company or (who == "all" and fits):
        _go(turn, way, mine, company)
    else:
        names = [settling.name_of(turn, one) for one in company]
        turn.show(views.ask_company(turn.words, to, old, names, fits=fits), about=to)


def _go(
    turn: Turn, way: tuple[Meeting, Meeting], mine: Registration, along: list[Registration]
) -> None:
    old, to = way
    for one in (mine, *along):
        booking.tell_of_late_absence(turn, old, one)
    moved = moving_occasion.move(turn, old, to, mine, along)
    turn.note("moved occasion", to)
    turn.take_buttons()
    cards.refresh(turn, old)
    cards.refresh(turn, to)
    settling.go_on(turn, to, moved)
