"""Shows organisers what participants thought, as a picture and in their own words."""

from __future__ import annotations

from bot.deeds import tallies
from bot.rules import evaluation
from bot.rules.authority import Deed
from bot.store import meetings
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps
from bot.words.views import opinions as views


def answer(turn: Turn, token: Token) -> None:
    """Send the picture or the comments, when so many have answered that nobody is recognised."""
    meeting = meetings.get(turn.session, token.row)
    if meeting is None or not turn.may(Deed.SEE_WHO_COMES, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
        return
    given = tallies.opinions(turn, meeting)
    if not evaluation.may_be_shown(given.answered):
        turn.toast(mishaps.stale(turn.words))
    elif token.ask == "comments":
        turn.say(views.comments(turn.words, meeting, given), about=meeting)
    else:
        turn.say(views.picture(turn.words, meeting, given), about=meeting)
