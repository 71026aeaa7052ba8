"""The further associations a person belongs to: she says so herself, and may leave them."""

from __future__ import annotations

from bot.rules import register as rules
from bot.rules.importing import Field
from bot.rules.register import No
from bot.store import memberships, organisations
from bot.token import Token
from bot.turn import Turn
from bot.words.views import belonging as views
from bot.words.views import mishaps
from bot.words.views import register as register_views

FOUND = 8
"""Associations that a search shows."""


def answer(turn: Turn, token: Token) -> None:
    """Take a step with what she also belongs to."""
    STEPS.get(token.ask, _show)(turn, token)


def _show(turn: Turn, _token: Token) -> None:
    turn.me.expects, turn.me.typed = None, None
    home = organisations.get(turn.session, turn.me.organisation_id)
    listed = memberships.of_person(turn.session, turn.me.id)
    turn.show(views.card(turn.words, home.name if home else "", listed))


def _add(turn: Turn, token: Token) -> None:
    """Ask for a name, or look for the one that was written."""
    if not token.is_typed or token.choice is None:
        turn.ask(Token("also", 0, "add"), views.ask(turn.words))
        return
    name = rules.written(Field.NAME, token.choice)
    if isinstance(name, No):
        turn.say(register_views.refused(turn.words, name, rules.LIMITS[Field.NAME]))
        return
    exact = organisations.named(turn.session, name)
    if exact is not None:
        _belong(turn, exact.id)
        return
    turn.me.typed = name
    found = organisations.like(turn.session, name, FOUND)
    turn.say(views.found(turn.words, name, found))


def _join(turn: Turn, token: Token) -> None:
    chosen = organisations.get(turn.session, token.number)
    if chosen is None:
        turn.toast(mishaps.gone(turn.words))
    else:
        _belong(turn, chosen.id)


def _new(turn: Turn, token: Token) -> None:
    """Add the association she wrote, and let her belong to it."""
    if turn.me.typed and _has_room(turn):
        added = organisations.add(turn.session, turn.me.typed, turn.me.id, turn.now)
        _belong(turn, added.id)
    else:
        _show(turn, token)


def _has_room(turn: Turn) -> bool:
    return len(memberships.of_person(turn.session, turn.me.id)) < views.MOST


def _belong(turn: Turn, organisation_id: int) -> None:
    if _has_room(turn):
        memberships.add(turn.session, turn.me, organisation_id, turn.now)
    _show(turn, Token("also"))


def _leave(turn: Turn, token: Token) -> None:
    memberships.remove(turn.session, turn.me.id, token.number)
    _show(turn, token)


STEPS = {"add": _add, "join": _join, "new": _new, "leave": _leave}
