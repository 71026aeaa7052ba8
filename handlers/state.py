"""Shows organisers how registrations have grown, as a picture and in words."""

from __future__ import annotations

from bot.deeds import tallies
from bot.rules.authority import Deed
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import state as views


def answer(turn: Turn, token: Token) -> None:
    """Send the picture of registrations against the last day and the seats."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or not turn.may(Deed.SEE_WHO_COMES, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return
    grew = tallies.growth(turn, meeting)
    if not grew.times:
        turn.toast(views.nothing_yet(turn.words), alert=True)
        return
    turn.say(views.picture(turn.words, meeting, grew), about=meeting)
