"""What a person reads about the further associations she belongs to."""

from __future__ import annotations

from bot.records.organisation import Organisation
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines

LABEL, SHORT = 40, 150
"""UTF-16 units of a name on a button, and of one in a text."""
MOST = 10
"""Further associations of one person."""


def card(w: Words, first: str, listed: list[Organisation]) -> Message:
    """Show where she comes from and what else she belongs to; `first` is empty without one."""
    token = Token("also", 0, "leave")
    home = (
        w.say("belonging", "You come from {name}.", name=bold(lengths.cut(first, SHORT)))
        if first
        else w.say("belonging", "You come as a private individual.")
    )
    text = lines(
        bold(w.say("belonging", "Your associations")),
        home,
        *(fact(w, one.name) for one in listed[:MOST]),
        "",
        w.say(
            "belonging",
            "Do you belong to more than one? Then I will tell you what concerns each of them.",
        ),
    )
    away = [
        Button(
            w.plain("belonging", "Leave {name}", name=lengths.cut(one.name, LABEL)),
            token.chosen(str(one.id)),
        )
        for one in listed[:MOST]
    ]
    add = Button(w.plain("belonging", "I also belong to …"), str(Token("also", 0, "add")))
    move = Button(w.plain("home", "Change association"), str(Token("join", 0, "move")))
    back = Button(w.plain("settings", "Your settings"), str(Token("own", 0, "card")))
    return Message(text, rows(*away, add if len(listed) < MOST else None, move, back))


def fact(w: Words, name: str) -> Html:
    """Tell that she belongs to one more."""
    return w.say("belonging", "You also belong to {name}.", name=lengths.cut(name, SHORT))


def _back(w: Words) -> Button:
    return Button(w.plain("settings", "Back"), str(Token("also", 0, "card")))


def ask(w: Words) -> Message:
    """Ask which one more."""
    return Message(
        w.say(
            "belonging",
            "Which association do you also belong to? Write a few letters of its name.",
        ),
        rows(_back(w)),
    )


def found(w: Words, words: str, listed: list[Organisation]) -> Message:
    """Show what a search found, or offer to add what was not there."""
    said = lengths.cut(words, SHORT)
    join = Token("also", 0, "join")
    named = [Button(lengths.cut(one.name, LABEL), join.chosen(str(one.id))) for one in listed]
    text = (
        w.say("belonging", "Is it one of these?")
        if listed
        else w.say(
            "belonging", "I cannot find “{words}” in the register. Shall I add it?", words=said
        )
    )
    new = Button(
        w.plain("belonging", "Add “{words}”", words=lengths.cut(words, LABEL)),
        str(Token("also", 0, "new")),
    )
    return Message(text, rows(*named, new, _back(w)))
