"""Keeps a person's answers about food and needs for next time, and removes them."""

from __future__ import annotations

from bot.deeds import noting
from bot.store import registrations, usuals
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps, noted


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about what is kept for next time."""
    if token.ask == "remove":
        usuals.forget(turn.session, turn.house.keys, turn.me.id)
        turn.redraw(noted.no_longer_kept(turn.words))
    elif token.ask == "keep":
        _keep(turn, token.row)
    else:
        turn.toast(mishaps.stale(turn.words))


def _keep(turn: Turn, row: int) -> None:
    """Keep her own answers, while they are there."""
    mine = registrations.get(turn.session, row)
    if mine is None or mine.person_id != turn.me.id or not noting.keep(turn, mine):
        turn.toast(mishaps.gone(turn.words))
        turn.take_buttons()
        return
    turn.redraw(noted.kept(turn.words, str(Token("usual", 0, "remove"))))
