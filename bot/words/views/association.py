"""What organisers read about one association: its entry, its people, and how it is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.records.meeting import Meeting
from bot.records.organisation import Organisation
from bot.rules import lengths
from bot.rules.importing import Field
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import register

LABEL, SHORT, ROOM = 40, 200, 800
"""UTF-16 units of a button, of one fact, and of many names together."""
PAGE = 40
"""People named at a time."""
ORDER = (
    Field.NAME,
    Field.KIND,
    Field.MUNICIPALITY,
    Field.ALIASES,
    Field.LANGUAGES,
    Field.GROUPS,
    Field.CONTACT,
    Field.PHONE,
    Field.EMAIL,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the register knows of one association; `people` are the first of `count`."""

    one: Organisation
    names: tuple[str, ...]
    groups: tuple[str, ...]
    people: tuple[str, ...]
    count: int
    coming: tuple[tuple[Meeting, int], ...]


def label(w: Words, field: Field) -> str:
    """Name what stands about an association."""
    return {
        Field.NAME: w.plain("association", "Name"),
        Field.KIND: w.plain("association", "Kind"),
        Field.MUNICIPALITY: w.plain("association", "Municipality"),
        Field.ALIASES: w.plain("association", "Other names"),
        Field.LANGUAGES: w.plain("association", "Languages"),
        Field.GROUPS: w.plain("association", "Theme groups"),
        Field.CONTACT: w.plain("association", "Contact"),
        Field.PHONE: w.plain("association", "Phone"),
        Field.EMAIL: w.plain("association", "E-mail"),
    }[field]


def fact(w: Words, field: Field, told: str) -> Html:
    """Tell one thing about an association."""
    return w.say("association", "{label}: {told}", label=label(w, field), told=told)


def told(entry: Entry, field: Field) -> str:
    """Give what stands there, as it is written; empty when nothing does."""
    one = entry.one
    return {
        Field.NAME: one.name,
        Field.KIND: one.kind,
        Field.MUNICIPALITY: one.municipality,
        Field.ALIASES: ", ".join(entry.names),
        Field.LANGUAGES: ", ".join(one.languages),
        Field.GROUPS: ", ".join(entry.groups),
        Field.CONTACT: one.contact,
        Field.PHONE: one.phone,
        Field.EMAIL: one.email,
    }[field]


def entry(w: Words, known: Entry) -> Message:
    """Show an association, with what can be done."""
    text = lines(
        bold(register.name_of(known.one)),
        *_facts(w, known),
        "",
        *_belonging(w, known),
        *_coming(w, known),
    )
    row = known.one.id
    return Message(
        text,
        rows(
            (
                Button(w.plain("association", "Change"), str(Token("org", row, "edit"))),
                Button(w.plain("association", "Link and letter"), str(Token("door", row, "show"))),
            ),
            Button(w.plain("association", "Show people"), str(Token("org", row, "people")))
            if known.count > len(known.people)
            else None,
            (
                Button(w.plain("association", "Merge"), str(Token("merge", row, "find"))),
                Button(w.plain("association", "Remove"), str(Token("org", row, "remove"))),
            ),
            register.back(w),
        ),
    )


def _facts(w: Words, known: Entry) -> list[Html]:
    return [
        fact(w, field, lengths.cut(said, SHORT))
        for field in ORDER[1:]
        if (said := told(known, field))
    ]


def _belonging(w: Words, known: Entry) -> list[Html]:
    if not known.count:
        return [w.say("association", "Nobody has joined from here yet.")]
    counted = w.many(
        "association", "{n} person belongs here:", "{n} people belong here:", known.count
    )
    named = [lengths.cut(one, LABEL) for one in known.people]
    return [counted, *within(ROOM, [w.listed(named)])]


def _coming(w: Words, known: Entry) -> list[Html]:
    said = [
        w.many(
            "association",
            "{n} is coming to {title}, {day}",
            "{n} are coming to {title}, {day}",
            n,
            title=lengths.cut(meeting.title or "–", LABEL),
            day=w.day(meeting.day) if meeting.day else "–",
        )
        for meeting, n in known.coming
    ]
    return within(ROOM, said)


def back(w: Words, row: int, ask: Literal["edit", "show"] = "edit") -> Button:
    """Lead back to an association, or to what can be changed there."""
    return Button(w.plain("association", "Back"), str(Token("org", row, ask)))


def people(
    w: Words, one: Organisation, named: Sequence[str], start: int, *, is_more: bool
) -> Message:
    """Name a page of those who belong to an association."""
    token = Token("org", one.id, "people")
    written = [lengths.cut(name, LABEL) for name in named]
    before = Button(w.plain("register", "Previous"), token.chosen(str(max(0, start - PAGE))))
    after = Button(w.plain("register", "More"), token.chosen(str(start + PAGE)))
    turning = tuple(
        button for button in (before if start else None, after if is_more else None) if button
    )
    return Message(
        lines(bold(register.name_of(one)), *written[:PAGE]),
        rows(turning, back(w, one.id, "show")),
    )


def sure_to_remove(w: Words, one: Organisation) -> Message:
    """Ask once more before an association is taken out."""
    yes = Token("org", one.id, "remove").chosen("yes")
    return Message(
        w.say(
            "association",
            "Shall I take {name} out of the register? Its other names, theme groups and links go"
            " too.",
            name=bold(register.name_of(one)),
        ),
        rows(
            Button(w.plain("association", "Yes, remove it"), yes, style="danger"),
            back(w, one.id, "show"),
        ),
    )


def in_use(w: Words, one: Organisation, n: int) -> Message:
    """Say why an association stays, and offer what can be done instead."""
    return Message(
        w.many(
            "association",
            "{n} person belongs to {name}, so I cannot remove it. You can merge it with another.",
            "{n} people belong to {name}, so I cannot remove it. You can merge it with another.",
            n,
            name=bold(register.name_of(one)),
        ),
        rows(
            Button(w.plain("association", "Merge"), str(Token("merge", one.id, "find"))),
            back(w, one.id, "show"),
        ),
    )


def removed(w: Words, name: str) -> Message:
    """Confirm that an association is gone."""
    return Message(
        w.say(
            "association",
            "{name} is no longer in the register.",
            name=lengths.cut(name, SHORT),
        ),
        rows(register.back(w)),
    )
