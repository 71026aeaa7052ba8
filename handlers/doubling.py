"""Takes the answer to whether two entries are one person. Decides nothing."""

from __future__ import annotations

from bot.deeds import cards, doubles
from bot.records.meeting import Meeting, Status
from bot.records.person import Person
from bot.records.registration import Registration
from bot.rules.authority import Deed
from bot.store import meetings, people, registrations
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import doubles as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Take a tap of the one it is about, or of an organiser."""
    hand = registrations.get(turn.session, token.row)
    hers = turn.me if token.ask == "mine" else _named(turn, token.choice or "")
    meeting = meetings.locked(turn.session, hand.meeting_id) if hand else None
    if token.ask != "mine" and not turn.may(Deed.REGISTER_OTHERS, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif hand is None or meeting is None or meeting.status != Status.ANNOUNCED:
        _is_gone(turn)
    else:
        same = "same" in {token.ask, token.choice}
        _settle(turn, meeting, hand, hers, same=same)


def _named(turn: Turn, choice: str) -> Person | None:
    return people.get(turn.session, number_in(choice))


def _is_gone(turn: Turn) -> None:
    turn.toast(mishaps.gone(turn.words))
    turn.take_buttons()


def _settle(
    turn: Turn, meeting: Meeting, hand: Registration, hers: Person | None, *, same: bool
) -> None:
    if hers is None or doubles.pair(turn, hand, hers) is None:
        _is_gone(turn)
    elif same:
        doubles.merge(turn, meeting, hand, hers)
        turn.redraw(views.merged(turn.words, meeting, hers.name or "–"))
        cards.refresh(turn, meeting)
    else:
        turn.redraw(views.kept_apart(turn.words))
