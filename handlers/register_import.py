"""Brings a list of associations into the register: columns, preview, doubts, and then a yes."""

from __future__ import annotations

from pathlib import PurePath

from bot.deeds import bringing, registering
from bot.records.register_import import RegisterImport
from bot.rules import deciding
from bot.rules.authority import Deed
from bot.rules.comparing import Finding, Verdict
from bot.rules.deciding import Decision
from bot.rules.importing import Field
from bot.store import register as asked
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.texts import seen
from bot.words.views import bringing as views
from bot.words.views import list_columns, mishaps
from bot.words.views.bringing import PAGE, Counts, Doubt, Page

LISTS = frozenset({".xlsx", ".csv"})
"""How the names of files end that may hold a list."""
LONGEST = 6
"""Digits of a row's or a column's number; a longer one is forged."""


def is_list(turn: Turn, name: str) -> bool:
    """Whether a file is taken for a list: an invitation that was asked for is none."""
    asked_for = parse(turn.me.expects or "")
    pastes = asked_for is not None and (asked_for.what, asked_for.ask) == ("meet", "paste")
    is_table = PurePath(name).suffix.lower() in LISTS
    return is_table and not pastes and turn.may(Deed.KEEP_REGISTER)


def take(turn: Turn, name: str, text: str) -> None:
    """Take the words of a list, and show how its columns are read."""
    kept = bringing.keep(turn, name, text)
    if kept is None:
        turn.say(views.empty(turn.words, name))
    else:
        _show(turn, kept, Token("bring", kept.id))


def words_of(turn: Turn, token: Token) -> str | None:
    """Give back the words of a list that is an invitation after all; None when it is gone."""
    kept = asked.list_of(turn.session, token.row)
    if kept is None or kept.person_id != turn.me.id:
        return None
    text = "\n".join("\t".join(row) for row in kept.content)
    turn.session.delete(kept)
    turn.take_buttons()
    return text


def answer(turn: Turn, token: Token) -> None:
    """Take a step with a list that waits."""
    kept = asked.list_of(turn.session, token.row)
    if not turn.may(Deed.KEEP_REGISTER):
        turn.toast(mishaps.not_allowed(turn.words))
    elif kept is None or kept.person_id != turn.me.id:
        turn.take_buttons()
        turn.toast(mishaps.gone(turn.words))
    elif Field.NAME in kept.places and token.ask in STEPS:
        STEPS[token.ask](turn, kept, token)
    else:
        COLUMNS.get(token.ask, _show)(turn, kept, token)


def _show(turn: Turn, kept: RegisterImport, _token: Token) -> None:
    turn.show(list_columns.shown(turn.words, kept.id, bringing.reading(kept)))


def _number(written: str) -> int:
    """Read a number from a button; a forged one is none there is."""
    return int(written) if written.isdecimal() and len(written) <= LONGEST else -1


def _column(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Ask what a column holds."""
    read = bringing.reading(kept).columns
    wanted = _number(token.choice or "")
    one = next((each for each in read if each.place == wanted), None)
    if one is None:
        _show(turn, kept, token)
    else:
        turn.show(list_columns.ask_field(turn.words, kept.id, one))


def _field(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Read a column as what was chosen."""
    column, _, name = (token.choice or "").partition(".")
    field = Field(name) if name in frozenset(Field) else None
    if 0 <= _number(column) < max(map(len, kept.content)):
        bringing.place(kept, _number(column), field)
    _show(turn, kept, token)


def _heads(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Read the headings where they are said to stand."""
    bringing.set_heading(kept, _number(token.choice or ""))
    _show(turn, kept, token)


def _sheet(turn: Turn, kept: RegisterImport, token: Token) -> None:
    bringing.read_sheet(kept, _number(token.choice or ""))
    _show(turn, kept, token)


def _preview(turn: Turn, kept: RegisterImport, _token: Token) -> None:
    _show_counts(turn, kept, bringing.settled(turn, kept)[1])


def _show_counts(turn: Turn, kept: RegisterImport, counts: Counts) -> None:
    turn.show(views.preview(turn.words, kept.id, counts, has_moved=False))


def _look(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Name those that would be new, changed or the same."""
    name, _, start = (token.choice or "").partition(".")
    verdict = Verdict(name) if name in frozenset(Verdict) else Verdict.NEW
    first = max(0, _number(start))
    done, _ = bringing.settled(turn, kept)
    named = [_line(turn, one) for one in done if one.verdict == verdict]
    shown = tuple(named[first : first + PAGE])
    page = Page(verdict, shown, first, is_more=len(named) > first + PAGE)
    turn.show(views.look(turn.words, kept.id, page))


def _line(turn: Turn, one: Finding) -> str:
    if one.verdict != Verdict.CHANGED:
        return one.entry.name
    name = one.standing.name if one.standing else one.entry.name
    return seen(views.changed_row(turn.words, name, one.changes))


def _doubt(turn: Turn, kept: RegisterImport, _token: Token) -> None:
    """Ask about the first row that is not decided; when all are, show what the list would do."""
    done, counts = bringing.settled(turn, kept)
    waiting = [one for one in done if one.verdict == Verdict.DOUBTFUL]
    if not waiting:
        _show_counts(turn, kept, counts)
        return
    one = waiting[0]
    like = one.standing.name if one.standing else one.entry.name
    changes = one.changes if one.twin is None else ()
    doubt = Doubt(one.entry.row, one.entry.name, like, one.twin, changes, len(waiting))
    turn.show(views.doubt(turn.words, kept.id, doubt, deciding.choices(one)))


def _decide(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Take what is said of one row, and go on to the next."""
    row, _, told = (token.choice or "").partition(".")
    if told in frozenset(Decision) and _number(row) > 0:
        kept.decisions = {**kept.decisions, row: told}
    _doubt(turn, kept, token)


def _every(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Take what is said of all rows that are not decided yet."""
    if token.choice in deciding.FOR_ALL:
        _show_counts(turn, kept, bringing.decide_rest(turn, kept, Decision(token.choice)))
    else:
        _preview(turn, kept, token)


def _anew(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Take back all that has been decided."""
    kept.decisions = {}
    _preview(turn, kept, token)


def _write(turn: Turn, kept: RegisterImport, token: Token) -> None:
    """Write what was shown, when it is still what would be written."""
    done, counts = bringing.settled(turn, kept)
    if _number(token.choice or "") != counts.ready:
        turn.show(views.preview(turn.words, kept.id, counts, has_moved=True))
        return
    registering.bring_in(turn, done)
    turn.note("imported", detail=str(counts.ready))
    turn.session.delete(kept)
    turn.show(views.written(turn.words, counts))


def _discard(turn: Turn, kept: RegisterImport, _token: Token) -> None:
    turn.session.delete(kept)
    turn.show(views.discarded(turn.words))


COLUMNS = {
    "column": _column,
    "field": _field,
    "heads": _heads,
    "sheet": _sheet,
    "discard": _discard,
}
"""What can be done before it is known where the names stand."""
STEPS = {
    **COLUMNS,
    "preview": _preview,
    "look": _look,
    "doubt": _doubt,
    "decide": _decide,
    "every": _every,
    "anew": _anew,
    "write": _write,
}
