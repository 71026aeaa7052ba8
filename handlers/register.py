"""The register as a whole: how large it is, its pages, a search, what is added, and a file."""

from __future__ import annotations

from bot.exports.tables import Workbook
from bot.records.organisation import Organisation
from bot.rules import register as rules
from bot.rules.authority import Deed
from bot.rules.importing import Field
from bot.rules.register import No
from bot.store import organisations, theme_groups
from bot.store import register as asked
from bot.token import Token, number_in
from bot.turn import Turn
from bot.words.views import mishaps, packaging, spoken
from bot.words.views import register as views
from bot.words.views.register import PAGE, Size

SEARCH = Token("reg", 0, "search")
LONGEST = 6
"""Digits of a page's number; a longer one is forged."""


def register(turn: Turn, argument: str) -> None:
    """Show the register, or search it for what stands after the command."""
    if not turn.may(Deed.KEEP_REGISTER):
        turn.say(mishaps.only_organisers(turn.words))
    elif argument.strip():
        _search(turn, argument)
    else:
        _show(turn)


def answer(turn: Turn, token: Token) -> None:
    """Take a step with the register as a whole."""
    if not turn.may(Deed.KEEP_REGISTER):
        turn.toast(mishaps.not_allowed(turn.words))
    elif token.ask in STEPS:
        STEPS[token.ask](turn, token)
    else:
        _show(turn)


def _show(turn: Turn) -> None:
    waiting = asked.waiting_list_of(turn.session, turn.me.id)
    size = Size(
        organisations.count(turn.session),
        tuple(asked.kinds(turn.session)),
        tuple(asked.municipalities(turn.session)),
        waiting.id if waiting else None,
    )
    turn.ask(SEARCH, views.card(turn.words, size))


def _take_search(turn: Turn, token: Token) -> None:
    """Take a label of a button for a tap, and anything else for words to look for."""
    words = token.choice or ""
    step = spoken.chosen(views.labels(turn.words), words)
    if step is not None:
        answer(turn, Token("reg", 0, step))
    else:
        _search(turn, words)


def _search(turn: Turn, words: str) -> None:
    turn.me.typed = " ".join(words.split())[: rules.LIMITS[Field.NAME]]
    exact = organisations.named(turn.session, turn.me.typed)
    if exact is not None:
        turn.goes_on = Token("org", exact.id, "show")
    else:
        _found(turn, 0)


def _found(turn: Turn, start: int) -> None:
    words = turn.me.typed or ""
    found = asked.found(turn.session, words, start, PAGE + 1)
    shown = views.found(turn.words, words, found[:PAGE], start, is_more=len(found) > PAGE)
    turn.ask(SEARCH, shown)


def _page(turn: Turn, start: int) -> None:
    listed = organisations.page(turn.session, start, PAGE + 1)
    shown = views.page(turn.words, listed[:PAGE], start, is_more=len(listed) > PAGE)
    turn.ask(SEARCH, shown)


def _start(token: Token) -> int:
    """Read which page a button leads to; a forged number leads to the first."""
    return number_in(token.choice or "", LONGEST)


def _ask_name(turn: Turn, token: Token) -> None:
    if token.is_typed and token.choice is not None:
        _add(turn, token.choice)
    else:
        turn.ask(Token("reg", 0, "add"), views.ask_name(turn.words))


def _add(turn: Turn, text: str) -> None:
    """Write a new association down, or say why not; one that is there is shown."""
    name = rules.written(Field.NAME, text)
    if isinstance(name, No):
        turn.say(views.refused(turn.words, name, rules.LIMITS[Field.NAME]))
        return
    standing = organisations.named(turn.session, name)
    if standing is not None:
        turn.toast(views.already(turn.words))
    shown = standing or _write(turn, name)
    turn.me.typed, turn.me.expects = None, None
    turn.goes_on = Token("org", shown.id, "show" if standing else "edit")


def _write(turn: Turn, name: str) -> Organisation:
    added = organisations.add(turn.session, name, turn.me.id, turn.now)
    turn.note("added an association", detail=str(added.id))
    return added


def _take_found(turn: Turn, _token: Token) -> None:
    """Add what was searched for."""
    if turn.me.typed:
        _add(turn, turn.me.typed)
    else:
        _show(turn)


def _how(turn: Turn, _token: Token) -> None:
    turn.me.expects = None
    turn.show(views.how_to_bring(turn.words))


def _send_file(turn: Turn, _token: Token) -> None:
    """Give the whole register as a spreadsheet."""
    listed = organisations.everyone(turn.session)
    table = packaging.register(
        turn.words,
        listed,
        organisations.aliases(turn.session),
        theme_groups.names(turn.session),
    )
    turn.note("took the register out")
    turn.say(views.file(turn.words, Workbook((table,))))


STEPS = {
    "search": _take_search,
    "list": lambda turn, token: _page(turn, _start(token)),
    "more": lambda turn, token: _found(turn, _start(token)),
    "add": _ask_name,
    "take": _take_found,
    "how": _how,
    "file": _send_file,
}
