"""Lets someone take part in the other way of a hybrid meeting, or wait for it."""

from __future__ import annotations

from bot.deeds import cards, seats, settling
from bot.records.meeting import Meeting
from bot.records.registration import Registration
from bot.rules import registration, waiting
from bot.rules.registration import Side
from bot.turn import Turn
from bot.words.views import waiting as views


def take(turn: Turn, meeting: Meeting, mine: Registration, side: Side) -> bool:
    """Take a seat of the other kind; without one she keeps hers, and is asked about the line."""
    if registration.side_of(mine, meeting) == side:
        mine.attends, mine.waits_for, mine.changed_at = side, None, turn.now
        turn.session.add(mine)
        turn.session.flush()
        return True
    if registration.has_room(meeting, seats.hall(turn, meeting, side)):
        seats.move(turn, meeting, mine, side)
        cards.refresh(turn, meeting)
        return True
    turn.me.expects = None
    about = settling.subject(turn, meeting, mine)
    turn.show(views.side_full(turn.words, meeting, side, about))
    return False


def line_up(turn: Turn, meeting: Meeting, mine: Registration, side: Side) -> int:
    """Put someone in line for the other way; her seat stays hers. Gives her number.

    Who stands there already keeps her place.
    """
    if mine.waits_for == side and waiting.is_moving(mine, meeting):
        return seats.number(turn, meeting, mine)
    mine.waits_for, mine.changed_at = side, turn.now
    return seats.line_up(turn, meeting, mine, side)


def give_up_waiting(turn: Turn, meeting: Meeting, mine: Registration) -> None:
    """Take someone out of the line for the other way."""
    mine.waits_for, mine.line, mine.changed_at = None, 0, turn.now
    turn.session.add(mine)
    turn.session.flush()
    seats.promote(turn, meeting)
