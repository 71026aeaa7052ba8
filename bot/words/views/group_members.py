"""What an organiser reads while she puts associations in a theme group and takes them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.records.organisation import Organisation
from bot.records.theme_group import ThemeGroup
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines

PAGE = 8
"""Associations that have a button."""
NAME, LABEL = 120, 40
"""UTF-16 units of a name in a text, and of one on a button."""


@dataclass(frozen=True, slots=True)
class Some:
    """A page, from 1, of the associations in a group, and how many they are in all."""

    listed: Sequence[Organisation]
    count: int
    page: int
    pages: int


def inside(w: Words, group: ThemeGroup, some: Some) -> Message:
    """Show who is in a group; a tap takes one out, and letters of a name look for another."""
    n = some.count
    counted = (
        w.many("group", "{n} association is in it.", "{n} associations are in it.", n)
        if n
        else w.say("group", "Nobody is in it yet.")
    )
    how = w.say("group", "Write a few letters of an association's name, and I will find it.")
    tap = w.say("group", "Tap one to take it out.") if n else None
    token = Token("group", group.id, "out")
    out = [_button(w, one, token, is_in=True) for one in some.listed[:PAGE]]
    text = lines(bold(lengths.cut(group.name, NAME)), counted, "", tap, how)
    return Message(text, rows(*out, _turning(w, group, some), _done(w, group)))


def found(
    w: Words,
    group: ThemeGroup,
    words: str,
    listed: Sequence[Organisation],
    own: frozenset[int],
) -> Message:
    """Show what was found in the register; a tap puts it in the group or takes it out."""
    said = lengths.cut(words, NAME)
    if not listed:
        text = w.say("register", "I find nothing in the register for “{words}”.", words=said)
        return Message(text, rows(_who(w, group), _done(w, group)))
    text = lines(
        bold(lengths.cut(group.name, NAME)),
        w.say("register", "This is what I found for “{words}”.", words=said),
        w.say("group", "Tap to put one in or take it out, or write what else to look for."),
        w.say("group", "There are more. Write some more letters to see them.")
        if len(listed) > PAGE
        else None,
    )
    token = Token("group", group.id, "pick")
    named = [_button(w, one, token, is_in=one.id in own) for one in listed[:PAGE]]
    return Message(text, rows(*named, _who(w, group), _done(w, group)))


def _button(w: Words, one: Organisation, token: Token, *, is_in: bool) -> Button:
    name = lengths.cut(one.name, LABEL)
    label = w.plain("association", "{name} ✓ chosen", name=name) if is_in else name
    return Button(label, token.chosen(str(one.id)))


def _turning(w: Words, group: ThemeGroup, some: Some) -> tuple[Button, ...]:
    token = Token("group", group.id, "who")
    before = Button(w.plain("meeting", "Previous page"), token.chosen(str(some.page - 1)))
    after = Button(w.plain("meeting", "Next page"), token.chosen(str(some.page + 1)))
    return (*([before] if some.page > 1 else []), *([after] if some.page < some.pages else []))


def _who(w: Words, group: ThemeGroup) -> Button:
    return Button(w.plain("group", "Who is in it"), str(Token("group", group.id, "who")))


def _done(w: Words, group: ThemeGroup) -> Button:
    return Button(w.plain("group", "Done"), str(Token("group", group.id, "show")))
