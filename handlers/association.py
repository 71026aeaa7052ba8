"""One association of the register: its entry, and everything that can be changed there."""

from __future__ import annotations

from bot.deeds import entries, registering
from bot.records.organisation import Alias, Organisation
from bot.rules import register as rules
from bot.rules.authority import Deed
from bot.rules.importing import Field
from bot.rules.register import No
from bot.store import memberships, organisations, theme_groups
from bot.store import register as asked
from bot.token import LONGEST_ROW, Token
from bot.turn import Turn
from bot.words.views import amending, mishaps, spoken
from bot.words.views import association as views
from bot.words.views import register as register_views
from bot.words.views.association import PAGE

TEXTS = frozenset({Field.NAME, Field.LANGUAGES, *registering.COLUMNS}) - {Field.KIND}
"""What is answered by writing."""
LONGEST = 6
"""Digits of a page's number; a longer one is forged."""


def answer(turn: Turn, token: Token) -> None:
    """Take a step with one association."""
    one = organisations.get(turn.session, token.row)
    if not turn.may(Deed.KEEP_REGISTER):
        turn.toast(mishaps.not_allowed(turn.words))
    elif one is None:
        turn.me.expects = None
        turn.toast(mishaps.gone(turn.words))
    elif token.ask in TEXTS:
        _text(turn, one, Field(token.ask), token)
    else:
        STEPS.get(token.ask, _show)(turn, one, token)


def _show(turn: Turn, one: Organisation, _token: Token) -> None:
    turn.me.expects = None
    turn.show(views.entry(turn.words, entries.whole(turn, one)))


def _edit(turn: Turn, one: Organisation, _token: Token) -> None:
    turn.me.expects = None
    turn.show(amending.edit(turn.words, entries.whole(turn, one)))


def _changed(turn: Turn, one: Organisation) -> None:
    turn.session.add(one)
    turn.session.flush()
    turn.note("changed the register", detail=str(one.id))


def _text(turn: Turn, one: Organisation, field: Field, token: Token) -> None:
    """Ask for a text, or take it."""
    if token.choice is None:
        now = views.told(entries.whole(turn, one), field)
        turn.ask(token, amending.ask_text(turn.words, one, field, now))
        return
    away = amending.empty_label(turn.words)
    is_away = spoken.chosen({"none": away}, token.choice) if token.is_typed else token.choice
    if is_away == "none" and field != Field.NAME:
        entries.clear(one, field)
    elif (why := entries.write(turn, one, field, token.choice)) is not None:
        turn.say(register_views.refused(turn.words, why, rules.LIMITS[field]))
        return
    _changed(turn, one)
    _edit(turn, one, token)


def _kind(turn: Turn, one: Organisation, token: Token) -> None:
    """Ask what kind it is; take a button or a word of one's own."""
    own = rules.named(turn.house.settings.network.kinds)
    offered = {
        rules.code(kind): kind
        for kind in rules.kinds(own, (kind for kind, _ in asked.kinds(turn.session)))
    }
    if token.choice is None:
        turn.ask(token, amending.ask_kind(turn.words, one, list(offered.values())))
    elif token.choice == "other" and not token.is_typed:
        turn.ask(Token("org", one.id, Field.KIND), amending.ask_other_kind(turn.words, one))
    else:
        _take_kind(turn, one, token, offered)


def _take_kind(turn: Turn, one: Organisation, token: Token, offered: dict[str, str]) -> None:
    choice = token.choice or ""
    away = {"none": amending.empty_label(turn.words)}
    if token.is_typed:
        code = spoken.chosen({**offered, **away}, choice)
        kind = "" if code == "none" else offered.get(code or "") or choice
    else:
        kind = "" if choice == "none" else offered.get(choice, one.kind)
    said = rules.written(Field.KIND, kind) if kind else ""
    if isinstance(said, No):
        turn.say(register_views.refused(turn.words, said, rules.LIMITS[Field.KIND]))
        return
    one.kind = said
    _changed(turn, one)
    _edit(turn, one, token)


def _names(turn: Turn, one: Organisation, token: Token) -> None:
    """Ask for another name it goes by, or take it."""
    if token.is_typed:
        name = rules.written(Field.ALIASES, token.choice or "")
        if not isinstance(name, No) and not registering.call(turn, one, name):
            name = No.TAKEN
        if isinstance(name, No):
            turn.say(register_views.refused(turn.words, name, rules.LIMITS[Field.ALIASES]))
            return
        _changed(turn, one)
    names = asked.other_names(turn.session, one.id)
    turn.ask(Token("org", one.id, Field.ALIASES), amending.ask_names(turn.words, one, names))


def _unname(turn: Turn, one: Organisation, token: Token) -> None:
    alias = turn.session.get(Alias, _row(token.choice))
    if alias is not None and alias.organisation_id == one.id:
        turn.session.delete(alias)
        _changed(turn, one)
    _names(turn, one, Token("org", one.id, Field.ALIASES))


def _groups(turn: Turn, one: Organisation, token: Token) -> None:
    """Ask which theme groups it is in; a name that is written is put in, new or not."""
    if token.is_typed:
        name = entries.take(turn, Field.GROUPS, token.choice or "")
        if name is None:
            return
        group = theme_groups.add(turn.session, name, turn.now)
        theme_groups.let_in(turn.session, group, one.id)
        _changed(turn, one)
    _ask_groups(turn, one)


def _ask_groups(turn: Turn, one: Organisation) -> None:
    own = frozenset(group.id for group in asked.groups(turn.session, one.id))
    every = theme_groups.everyone(turn.session)
    shown = amending.ask_groups(turn.words, one, every, own)
    turn.ask(Token("org", one.id, Field.GROUPS), shown)


def _group(turn: Turn, one: Organisation, token: Token) -> None:
    """Put it in a theme group, or take it out."""
    wanted = _row(token.choice)
    group = next((each for each in theme_groups.everyone(turn.session) if each.id == wanted), None)
    own = {each.id for each in asked.groups(turn.session, one.id)}
    if group is not None and group.id in own:
        theme_groups.put_out(turn.session, group.id, one.id)
    elif group is not None:
        theme_groups.let_in(turn.session, group, one.id)
    _changed(turn, one)
    _ask_groups(turn, one)


def _people(turn: Turn, one: Organisation, token: Token) -> None:
    choice = token.choice or ""
    start = int(choice) if choice.isdecimal() and len(choice) <= LONGEST else 0
    found = memberships.people(turn.session, one.id, start, PAGE + 1)
    named = [person.name or "–" for person in found[:PAGE]]
    turn.show(views.people(turn.words, one, named, start, is_more=len(found) > PAGE))


def _remove(turn: Turn, one: Organisation, token: Token) -> None:
    """Take it out of the register, after a yes, and only when nobody belongs to it."""
    count = memberships.count(turn.session, one.id)
    if count:
        turn.show(views.in_use(turn.words, one, count))
    elif token.choice != "yes":
        turn.show(views.sure_to_remove(turn.words, one))
    else:
        name = one.name
        asked.remove(turn.session, one)
        turn.note("removed an association", detail=str(token.row))
        turn.show(views.removed(turn.words, name))


def _row(choice: str | None) -> int:
    """Read a row id from a button; a forged one is nobody's."""
    choice = choice or ""
    return int(choice) if choice.isdecimal() and len(choice) <= LONGEST_ROW else 0


STEPS = {
    "edit": _edit,
    Field.KIND: _kind,
    Field.ALIASES: _names,
    "unname": _unname,
    Field.GROUPS: _groups,
    "group": _group,
    "people": _people,
    "remove": _remove,
}
