"""What organisers read when two associations become one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.organisation import Organisation
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import association, register

LABEL, ROOM = 40, 800
"""UTF-16 units of a name on a button, and of many together."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What moves from the association that goes to the one that stays."""

    people: int
    names: tuple[str, ...]
    groups: tuple[str, ...]
    links: int
    facts: tuple[str, ...]


def ask(w: Words, one: Organisation) -> Message:
    """Ask which association to merge it with."""
    return Message(
        w.say(
            "merging",
            "Which association is the same as {name}? Write a few letters of its name.",
            name=bold(register.name_of(one)),
        ),
        rows(association.back(w, one.id, "show")),
    )


def found(w: Words, one: Organisation, words: str, listed: list[Organisation]) -> Message:
    """Show what a search found."""
    said = lengths.cut(words, LABEL)
    text = (
        w.say("merging", "Which of these is the same as {name}?", name=register.name_of(one))
        if listed
        else w.say("merging", "I find no other association for “{words}”.", words=said)
    )
    token = Token("merge", one.id, "with")
    named = [
        Button(lengths.cut(other.name, LABEL), token.chosen(str(other.id))) for other in listed
    ]
    return Message(text, rows(*named, association.back(w, one.id, "show")))


def preview(w: Words, keep: Organisation, lose: Organisation, moved: Moved) -> Message:
    """Show what would move, and which of the two stays."""
    text = lines(
        bold(w.say("merging", "{name} stays", name=register.name_of(keep))),
        w.say(
            "merging",
            "{name} becomes part of it, and this moves along:",
            name=register.name_of(lose),
        ),
        "",
        *_moved(w, moved),
    )
    return Message(
        text,
        rows(
            Button(
                w.plain("merging", "Merge them"),
                Token("merge", keep.id, "sure").chosen(str(lose.id)),
            ),
            Button(
                w.plain("merging", "Keep the other one"),
                Token("merge", lose.id, "with").chosen(str(keep.id)),
            ),
            association.back(w, keep.id, "show"),
        ),
    )


def _moved(w: Words, moved: Moved) -> list[Html]:
    people = w.many(
        "merging",
        "{n} person, with all registrations",
        "{n} people, with all their registrations",
        max(moved.people, 1),
    )
    said = [
        *([people] if moved.people else []),
        *_several(w.say("merging", "Names it is also known by:"), moved.names),
        *_several(w.say("merging", "Theme groups:"), moved.groups),
        *_several(w.say("merging", "Details the other one lacks:"), moved.facts),
    ]
    links = w.many(
        "merging",
        "{n} link that lets people in",
        "{n} links that let people in",
        max(moved.links, 1),
    )
    return [*said, links] if moved.links else said


def _several(heading: Html, names: tuple[str, ...]) -> list[Html]:
    written = [lengths.cut(name, 2 * LABEL) for name in names]
    return [heading, *within(ROOM, written)] if names else []


def sure(w: Words, keep: Organisation, lose: Organisation) -> Message:
    """Ask once more, because it cannot be undone."""
    return Message(
        w.say(
            "merging",
            "This cannot be undone. Shall {loser} become a part of {name}?",
            loser=bold(register.name_of(lose)),
            name=bold(register.name_of(keep)),
        ),
        rows(
            Button(
                w.plain("merging", "Yes, merge them"),
                Token("merge", keep.id, "do").chosen(str(lose.id)),
                style="danger",
            ),
            association.back(w, keep.id, "show"),
        ),
    )


def merged(w: Words, keep: Organisation, loser: str) -> Message:
    """Confirm that the two are one."""
    return Message(
        w.say(
            "merging",
            "Done. {loser} is now a name that {name} goes by too.",
            loser=lengths.cut(loser, register.SHORT),
            name=bold(register.name_of(keep)),
        ),
        rows(association.back(w, keep.id, "show"), register.back(w)),
    )
