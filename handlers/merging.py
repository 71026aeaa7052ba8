"""Makes one association of two that turn out to be the same. Asked twice, done at once."""

from __future__ import annotations

from bot.deeds import merging
from bot.records.organisation import Organisation
from bot.rules import register as rules
from bot.rules.authority import Deed
from bot.rules.importing import Field
from bot.store import organisations
from bot.store import register as asked
from bot.token import Token
from bot.turn import Turn
from bot.words.views import merging as views
from bot.words.views import mishaps

MOST = 10
"""Associations that a search shows."""


def answer(turn: Turn, token: Token) -> None:
    """Take a step towards one association of two; `row` is the one that stays."""
    keep = organisations.get(turn.session, token.row)
    if not turn.may(Deed.KEEP_REGISTER):
        turn.toast(mishaps.not_allowed(turn.words))
    elif keep is None:
        turn.me.expects = None
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "find":
        _find(turn, keep, token)
    else:
        _with(turn, keep, token)


def _find(turn: Turn, keep: Organisation, token: Token) -> None:
    """Ask which the other one is, or look for what was written."""
    if not token.is_typed or token.choice is None:
        turn.ask(Token("merge", keep.id, "find"), views.ask(turn.words, keep))
        return
    words = token.choice[: rules.LIMITS[Field.NAME]]
    near = asked.found(turn.session, words, 0, MOST + 1)
    others = [one for one in near if one.id != keep.id][:MOST]
    turn.say(views.found(turn.words, keep, words, others))


def _with(turn: Turn, keep: Organisation, token: Token) -> None:
    lose = organisations.get(turn.session, token.number)
    if lose is None or lose.id == keep.id:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "do":
        _merge(turn, keep, lose)
    elif token.ask == "sure":
        turn.show(views.sure(turn.words, keep, lose))
    else:
        turn.me.expects = None
        turn.show(views.preview(turn.words, keep, lose, merging.moving(turn, keep, lose)))


def _merge(turn: Turn, keep: Organisation, lose: Organisation) -> None:
    loser, number = lose.name, lose.id
    merging.merge(turn, keep, lose)
    turn.note("merged associations", detail=f"{number} {keep.id}")
    turn.me.expects = None
    turn.show(views.merged(turn.words, keep, loser))
