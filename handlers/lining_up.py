"""The reserve list in conversation: offers, places in line, changing sides. Decides nothing."""

from __future__ import annotations

from bot.deeds import cards, offering, parties, seats, settling, showing, sides
from bot.records.meeting import Meeting, Status
from bot.records.registration import Registration, Standing
from bot.rules import registration, waiting
from bot.store import needs, registrations
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Button
from bot.words.views import mishaps
from bot.words.views import offering as offering_views
from bot.words.views import parties as party_views
from bot.words.views import waiting as views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about an offer or a place in line: her own, or of one she speaks for."""
    meeting, mine = parties.whose(turn, token)
    if meeting is None or meeting.status != Status.ANNOUNCED:
        turn.goes_on = Token("come", meeting.id if meeting else 0, "show")
    elif registration.is_over(meeting, turn.now, turn.house.zone):
        showing.over(turn, meeting)
    elif token.ask in TOGETHER:
        TOGETHER[token.ask](turn, meeting)
    elif mine is None:
        showing.instead(turn, meeting)
    else:
        ALONE[token.ask](turn, meeting, mine, token.choice or "")


def accept(turn: Turn, meeting: Meeting, mine: Registration, _choice: str) -> None:
    """Take the seats of one offer, if it still stands."""
    offered = parties.offered_with(turn, meeting, mine)
    if not offered:
        showing.instead(turn, meeting)
        return
    for one in offered:
        _sit_down(turn, one)
    turn.session.flush()
    theirs = [one for one in offered if one.person_id != turn.me.id]
    if len(theirs) < len(offered):
        settling.go_on(turn, meeting, offered[0])
    else:
        turn.take_buttons()
    if theirs:
        _tell_of(turn, meeting, theirs)
    cards.refresh(turn, meeting)


def _sit_down(turn: Turn, mine: Registration) -> None:
    mine.standing, mine.offer_ends_at, mine.changed_at = Standing.GOING, None, turn.now
    turn.session.add(mine)


def _tell_of(turn: Turn, meeting: Meeting, theirs: list[Registration]) -> None:
    """Say that colleagues have seats, with a way to the questions about each."""
    questions = [
        Button(party_views.answer_label(turn.words, about), str(about.asked(asked)))
        for about, asked in (
            (
                settling.subject(turn, meeting, one),
                registration.next_question(one, meeting, needs.answered(turn.session, one.id)),
            )
            for one in theirs
        )
        if asked is not None
    ]
    named = tuple(settling.name_of(turn, one) for one in theirs)
    turn.say(party_views.have_seats(turn.words, meeting, named, questions), about=meeting)


def decline(turn: Turn, meeting: Meeting, mine: Registration, _choice: str) -> None:
    """Let the seats of one offer go on to the next."""
    offered = parties.offered_with(turn, meeting, mine)
    if not offered:
        showing.instead(turn, meeting)
        return
    turn.me.expects = None
    seats.free_all(turn, meeting, offered, Standing.CANCELLED)
    turn.take_buttons()
    turn.say(offering_views.offer_passed(turn.words, meeting), about=meeting)
    cards.refresh(turn, meeting)


def choose(turn: Turn, meeting: Meeting, mine: Registration, _choice: str) -> None:
    """Ask who of those offered seats does not come."""
    offered = parties.offered_with(turn, meeting, mine)
    if not offered:
        showing.instead(turn, meeting)
        return
    about = offering.subjects(turn, meeting, turn.me, tuple(offered))
    turn.show(offering_views.some_of_us(turn.words, about))


def drop(turn: Turn, meeting: Meeting, mine: Registration, _choice: str) -> None:
    """Let one of the offered seats go on, and ask about the rest."""
    if mine.standing != Standing.OFFERED:
        showing.instead(turn, meeting)
        return
    rest = [one for one in parties.offered_with(turn, meeting, mine) if one.id != mine.id]
    seats.free(turn, meeting, mine, Standing.CANCELLED)
    cards.refresh(turn, meeting)
    if rest:
        choose(turn, meeting, rest[0], "")
    else:
        turn.take_buttons()
        turn.say(offering_views.offer_passed(turn.words, meeting), about=meeting)


def stay(turn: Turn, meeting: Meeting) -> None:
    """Confirm the place in line."""
    line = parties.answered_for(turn, meeting, Standing.WAITING)
    if not line:
        showing.instead(turn, meeting)
        return
    turn.redraw(views.stays(turn.words, meeting, showing.place(turn, meeting, line[0])))


def split(turn: Turn, meeting: Meeting) -> None:
    """Let those who wait together wait one by one, at the places they have."""
    first = parties.answered_for(turn, meeting, Standing.WAITING)
    side = registration.side_of(first[0], meeting) if first else "room"
    line = seats.waiting_for(turn, meeting, side)
    together = [one for one in line if first and one.line == first[0].line]
    if len(together) < 2:  # noqa: PLR2004 - one alone cannot be parted
        showing.instead(turn, meeting)
        return
    registrations.make_way(turn.session, meeting.id, together[0].line, len(together) - 1)
    begins = together[0].line
    for places, one in enumerate(together):
        one.line = begins + places
        turn.session.add(one)
    turn.session.flush()
    turn.show(views.parted(turn.words, meeting))
    seats.promote(turn, meeting)
    cards.refresh(turn, meeting)


def take(turn: Turn, meeting: Meeting, mine: Registration, _choice: str) -> None:
    """Let one of those who wait together take a seat that does not hold all of them."""
    side = registration.side_of(mine, meeting)
    if mine.standing != Standing.WAITING:
        showing.instead(turn, meeting)
    elif not registration.has_room(meeting, seats.hall(turn, meeting, side)):
        turn.toast(offering_views.seat_is_gone(turn.words), alert=True)
        turn.take_buttons()
    else:
        _sit_down(turn, mine)
        turn.session.flush()
        settling.go_on(turn, meeting, mine)
        seats.promote(turn, meeting)
        cards.refresh(turn, meeting)


def switch(turn: Turn, meeting: Meeting, mine: Registration, choice: str) -> None:
    """Take a seat of the other kind instead of waiting."""
    side = registration.side_asked(meeting, choice)
    if mine.standing != Standing.WAITING or side in {None, registration.side_of(mine, meeting)}:
        showing.instead(turn, meeting)
    elif side is None or not registration.has_room(meeting, seats.hall(turn, meeting, side)):
        turn.toast(offering_views.seat_is_gone(turn.words), alert=True)
    else:
        _sit_down(turn, mine)
        mine.attends, mine.line = side, 0
        turn.session.flush()
        settling.go_on(turn, meeting, mine)
        seats.promote(turn, meeting)
        cards.refresh(turn, meeting)


def wait(turn: Turn, meeting: Meeting, mine: Registration, choice: str) -> None:
    """Stand in line for the other way to take part, and keep the seat."""
    side = registration.side_asked(meeting, choice)
    goes = mine.standing == Standing.GOING and side != registration.side_of(mine, meeting)
    if side is None or not goes:
        showing.instead(turn, meeting)
    elif registration.has_room(meeting, seats.hall(turn, meeting, side)):
        seats.move(turn, meeting, mine, side)
        settling.go_on(turn, meeting, mine)
        cards.refresh(turn, meeting)
    else:
        number = sides.line_up(turn, meeting, mine, side)
        about = settling.subject(turn, meeting, mine)
        turn.show(views.moving(turn.words, meeting, number, about), about=meeting)


def stop_waiting(turn: Turn, meeting: Meeting, mine: Registration, _choice: str) -> None:
    """Keep the seat, and no longer wait to change."""
    if not waiting.is_moving(mine, meeting):
        showing.instead(turn, meeting)
        return
    sides.give_up_waiting(turn, meeting, mine)
    turn.toast(mishaps.noted(turn.words))
    turn.take_buttons()
    settling.confirm(turn, meeting, mine)


TOGETHER = {"stay": stay, "split": split}
"""What concerns everyone she answers for at once."""
ALONE = {
    "accept": accept,
    "pass": decline,
    "some": choose,
    "drop": drop,
    "take": take,
    "switch": switch,
    "line": wait,
    "unline": stop_waiting,
}
"""What concerns one registration, or the offer it is part of."""
STEPS = frozenset({*TOGETHER, *ALONE})
