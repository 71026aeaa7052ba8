"""Shows admins who has done what, in the chat and as a file."""

from __future__ import annotations

from bot.exports.tables import Workbook
from bot.rules.authority import Deed
from bot.store import audits
from bot.store.audits import Entry
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import log as views
from bot.words.views import mishaps
from bot.words.views.log import PAGE, Act

MOST = 5_000
"""Acts in one file, the latest ones: more would hold everyone else up. `samklang audit` has all."""


def log(turn: Turn, _argument: str) -> None:
    """Show the latest acts."""
    if turn.may(Deed.READ_LOG):
        _page(turn, 0)
    else:
        turn.say(mishaps.only_organisers(turn.words))


def answer(turn: Turn, token: Token) -> None:
    """Turn a page, or give the whole log as a file."""
    if not turn.may(Deed.READ_LOG):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask == "file":
        _file(turn)
    else:
        _page(turn, number_in(token.choice or "", LONGEST))


def _file(turn: Turn) -> None:
    acts = [_act(entry) for entry in audits.page(turn.session, 0, MOST + 1)]
    content = Workbook((views.table(turn.words, acts[:MOST]),))
    turn.say(views.file(turn.words, content, is_all=len(acts) <= MOST))


LONGEST = 6
"""Digits of a page's number; a longer one is forged."""


def _page(turn: Turn, start: int) -> None:
    found = audits.page(turn.session, start, PAGE + 1)
    acts = [_act(entry) for entry in found[:PAGE]]
    turn.show(views.page(turn.words, acts, start, is_more=len(found) > PAGE))


def _act(entry: Entry) -> Act:
    return Act(entry.at, entry.actor, entry.verb, entry.meeting)
