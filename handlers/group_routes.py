"""The ways in from a group or a channel: one public button, for the one who presses it."""

from __future__ import annotations

from bot.rules import audience
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps as views
from handlers import meetings, registration

PUBLIC = {None, "room", "online"}
"""How one may answer from a group: to come, and at a hybrid meeting in which way."""


def tapped(turn: Turn, token: Token) -> None:
    """In a group only the public button acts, for the one who presses it."""
    # The card in the group is everyone's; answers go to the private chat.
    turn.tapped_message = None
    if (token.what, token.ask) != ("come", "yes") or token.choice not in PUBLIC:
        turn.toast(views.not_yours(turn.words))
        return
    if turn.person is not None and audience.is_member(turn.person) and _can_write(turn):
        registration.answer(turn, token)
        return
    link = meetings.link(turn, token.row)
    if link:
        turn.lead(link)
    else:
        turn.toast(views.gone(turn.words))


def _can_write(turn: Turn) -> bool:
    """Whether the answer can reach the one who tapped in a group."""
    return turn.person is not None and audience.is_reachable(turn.person)
