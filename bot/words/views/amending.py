"""The questions that change an association of the register."""

from __future__ import annotations

from collections.abc import Sequence

from bot.records.organisation import Alias, Organisation
from bot.records.theme_group import ThemeGroup
from bot.rules import lengths
from bot.rules import register as rules
from bot.rules.importing import Field
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import bold, lines
from bot.words.views import register
from bot.words.views.association import LABEL, ORDER, SHORT, Entry, back, fact, label, told

MOST = 40
"""Names and groups that have a button."""


def edit(w: Words, known: Entry) -> Message:
    """Show everything that can be changed, also what is not said yet."""
    facts = [fact(w, field, lengths.cut(told(known, field), SHORT) or "–") for field in ORDER]
    row = known.one.id
    buttons = [Button(label(w, field), str(Token("org", row, field))) for field in ORDER]
    text = lines(bold(w.say("association", "What shall I change?")), *facts)
    return Message(text, (*columns(buttons, 3), *rows(back(w, row, "show"))))


def empty_label(w: Words) -> str:
    """Name the button that takes away what stands there."""
    return w.plain("association", "Remove it")


def ask_text(w: Words, one: Organisation, field: Field, now: str) -> Message:
    """Ask for a text, and show what stands there."""
    question = {
        Field.NAME: w.say("association", "What shall the association be called?"),
        Field.MUNICIPALITY: w.say("association", "Which municipality is it in?"),
        Field.LANGUAGES: w.say(
            "association",
            "Which languages do those who come want to meet in? Write them with commas between,"
            " for example svenska, suomi.",
        ),
        Field.CONTACT: w.say("association", "Who is its contact? Write a name."),
        Field.PHONE: w.say("association", "What is its telephone number?"),
        Field.EMAIL: w.say("association", "What is its e-mail address?"),
    }.get(field, w.say("association", "What should it say?"))
    token = Token("org", one.id, field)
    takes_away = bool(now) and field != Field.NAME
    away = Button(empty_label(w), token.chosen("none")) if takes_away else None
    shown = fact(w, field, lengths.cut(now, SHORT)) if now else None
    text = lines(bold(register.name_of(one)), shown, "", question)
    return Message(text, rows(away, back(w, one.id)))


def ask_kind(w: Words, one: Organisation, kinds: Sequence[str]) -> Message:
    """Ask what kind it is; a button carries a code, for a kind's name may be too long."""
    token = Token("org", one.id, Field.KIND)
    named = [
        Button(lengths.cut(kind, LABEL), token.chosen(rules.code(kind))) for kind in kinds[:MOST]
    ]
    text = lines(
        bold(register.name_of(one)),
        fact(w, Field.KIND, lengths.cut(one.kind, SHORT)) if one.kind else None,
        "",
        w.say("association", "What kind of association is it?"),
    )
    other = Button(w.plain("association", "Another kind"), token.chosen("other"))
    away = Button(empty_label(w), token.chosen("none")) if one.kind else None
    return Message(text, (*columns(named, 2), *rows(other, away, back(w, one.id))))


def ask_other_kind(w: Words, one: Organisation) -> Message:
    """Ask for a kind that has no button."""
    return Message(
        w.say("association", "What kind is it? Write a word or two."), rows(back(w, one.id))
    )


def ask_names(w: Words, one: Organisation, names: Sequence[Alias]) -> Message:
    """Ask for another name it goes by, and offer to take one away."""
    token = Token("org", one.id, "unname")
    away = [
        Button(
            w.plain("association", "Remove “{name}”", name=lengths.cut(alias.name, LABEL)),
            token.chosen(str(alias.id)),
        )
        for alias in names[:MOST]
    ]
    text = lines(
        bold(register.name_of(one)),
        "",
        w.say(
            "association",
            "Is it known by another name, or a short one? Write it, and I understand it too.",
        ),
    )
    return Message(text, rows(*away, back(w, one.id)))


def ask_groups(
    w: Words, one: Organisation, groups: Sequence[ThemeGroup], own: frozenset[int]
) -> Message:
    """Ask which theme groups it is in; a tap puts it in or takes it out."""
    token = Token("org", one.id, "group")
    named = [_group(w, token, group, is_in=group.id in own) for group in groups[:MOST]]
    text = lines(
        bold(register.name_of(one)),
        "",
        w.say("association", "Which theme groups is it in? Tap, or write the name of a new one."),
    )
    return Message(text, (*columns(named, 2), *rows(back(w, one.id))))


def _group(w: Words, token: Token, group: ThemeGroup, *, is_in: bool) -> Button:
    name = lengths.cut(group.name, LABEL)
    chosen = w.plain("association", "{name} ✓ chosen", name=name) if is_in else name
    return Button(chosen, token.chosen(str(group.id)))
