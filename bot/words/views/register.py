"""What organisers read of the register: how large it is, pages of it, and what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.exports.tables import Workbook
from bot.records.organisation import Organisation
from bot.rules import lengths
from bot.rules.register import No
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import XLSX, Button, File, Message, rows
from bot.words.texts import Html, bold, lines

PAGE = 10
"""Associations shown at a time."""
LABEL, SHORT = 40, 200
"""UTF-16 units of a name on a button, and of one in a text."""
MOST_COUNTED = 12
"""Kinds and municipalities that are counted on the card."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the register is, and of what; `waiting` is the row id of a list that waits."""

    count: int
    kinds: tuple[tuple[str, int], ...]
    municipalities: tuple[tuple[str, int], ...]
    waiting: int | None


def name_of(one: Organisation) -> str:
    """Give a name that leaves room for the rest."""
    return lengths.cut(one.name, SHORT)


def card(w: Words, size: Size) -> Message:
    """Show the register as a whole, with ways into it."""
    many = len(size.municipalities)
    text = lines(
        bold(w.say("register", "The register")),
        w.many(
            "register",
            "{n} association or organisation",
            "{n} associations and organisations",
            size.count,
        ),
        *([w.many("register", "{n} municipality", "{n} municipalities", many)] if many else []),
        "",
        *_counted(w, size.kinds),
        *([""] if size.kinds else []),
        w.say(
            "register",
            "Write a few letters of a name, a municipality or a kind, and I will search.",
        ),
    )
    return Message(text, rows(*_ways(w, size)))


def _counted(w: Words, counted: Sequence[tuple[str, int]]) -> list[Html]:
    said = [
        w.say("register", "{kind}: {n}", kind=lengths.cut(kind, LABEL), n=n)
        for kind, n in counted[:MOST_COUNTED]
    ]
    left = len(counted) - MOST_COUNTED
    more = w.many("register", "and {n} more kind", "and {n} more kinds", max(left, 1))
    return [*said, more] if left > 0 else said


def _ways(w: Words, size: Size) -> list[Button | None]:
    waiting = Token("bring", size.waiting or 0, "show")
    return [
        Button(w.plain("register", "Go on with your list"), str(waiting)) if size.waiting else None,
        _button(w.plain("register", "Show all"), "list") if size.count else None,
        _button(w.plain("register", "Add an association"), "add"),
        _button(w.plain("register", "Read in a list"), "how"),
        _button(w.plain("register", "Get as a spreadsheet"), "file") if size.count else None,
        Button(w.plain("register", "Theme groups"), str(Token("group", 0, "all"))),
    ]


def _button(label: str, ask: str) -> Button:
    return Button(label, str(Token("reg", 0, ask)))


def labels(w: Words) -> dict[str, str]:
    """Name the buttons of the card, for one who writes them."""
    return {
        "list": w.plain("register", "Show all"),
        "add": w.plain("register", "Add an association"),
        "how": w.plain("register", "Read in a list"),
        "file": w.plain("register", "Get as a spreadsheet"),
        "card": w.plain("register", "To the register"),
    }


def back(w: Words) -> Button:
    """Lead back to the register."""
    return _button(w.plain("register", "To the register"), "card")


def page(w: Words, listed: list[Organisation], start: int, *, is_more: bool) -> Message:
    """Show a page of the whole register."""
    text = lines(
        bold(w.say("register", "The register")),
        w.say("register", "Choose one, or write a few letters and I will search."),
    )
    turning = _turning(w, "list", start, is_more=is_more)
    return Message(text, rows(*map(chosen, listed), turning, back(w)))


def found(
    w: Words, words: str, listed: list[Organisation], start: int, *, is_more: bool
) -> Message:
    """Show a page of what a search found; offer to add what was not there."""
    said = lengths.cut(words, SHORT)
    text = (
        w.say("register", "This is what I found for “{words}”.", words=said)
        if listed
        else w.say("register", "I find nothing in the register for “{words}”.", words=said)
    )
    turning = _turning(w, "more", start, is_more=is_more)
    add = w.plain("register", "Add “{words}”", words=lengths.cut(words, LABEL))
    return Message(text, rows(*map(chosen, listed), turning, _button(add, "take"), back(w)))


def chosen(one: Organisation) -> Button:
    """Lead to an association."""
    return Button(lengths.cut(one.name, LABEL), str(Token("org", one.id, "show")))


def _turning(w: Words, ask: str, start: int, *, is_more: bool) -> tuple[Button, ...]:
    turn = Token("reg", 0, ask)
    before = Button(w.plain("register", "Previous"), turn.chosen(str(max(0, start - PAGE))))
    after = Button(w.plain("register", "More"), turn.chosen(str(start + PAGE)))
    return tuple(one for one in (before if start else None, after if is_more else None) if one)


def already(w: Words) -> str:
    """Say that what was to be added is there."""
    return w.plain("register", "It is already in the register.")


def ask_name(w: Words) -> Message:
    """Ask what a new association is called."""
    return Message(
        w.say("register", "What is the association called? Write its whole name."),
        rows(back(w)),
    )


def how_to_bring(w: Words) -> Message:
    """Say how a list is sent."""
    return Message(
        lines(
            bold(w.say("register", "Read in a list")),
            w.say(
                "register",
                "Send me a file here in the chat, .xlsx or .csv. One association on each row; I"
                " understand columns such as name, kind, municipality, contact, phone and e-mail.",
            ),
            w.say(
                "register",
                "I show you what would change, and nothing is written before you say so.",
            ),
        ),
        rows(back(w)),
    )


def refused(w: Words, why: No, limit: int) -> Message:
    """Say kindly why a text cannot stand in the register."""
    said = {
        No.EMPTY: w.say("register", "I need something to write down."),
        No.LONG: w.many(
            "register",
            "That is a bit long for me. At most {n} character, please.",
            "That is a bit long for me. At most {n} characters, please.",
            limit,
        ),
        No.NOT_A_NUMBER: w.say("register", "I need a telephone number, for example 063-10 20 30."),
        No.NOT_AN_ADDRESS: w.say(
            "register", "I need an e-mail address, for example namn@forening.se."
        ),
        No.TAKEN: w.say("register", "There is already an association that goes by that name."),
    }
    return Message(said[why])


def file(w: Words, content: Workbook) -> Message:
    """Send the register as a spreadsheet that can be read in again."""
    name = w.plain("register", "register.xlsx")
    return Message(
        w.say(
            "register",
            "Here is the whole register. Change what you like and send the file back to me: then I"
            " show you what would change.",
        ),
        file=File(name, XLSX, content),
    )
