"""What an organiser reads while a list is brought in: what it would do, doubts, what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules import deciding, lengths
from bot.rules.comparing import Change, Verdict
from bot.rules.deciding import Decision
from bot.rules.importing import Field
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import association, register

LABEL, SHORT, SAMPLE = 36, 120, 60
"""UTF-16 units of a name on a button, of one in a text, and of a short one."""
MOST = 9
"""Changes of one row that are shown."""
PAGE = 20
"""Rows named at a time."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box that is left out, because what it says cannot stand there."""

    row: int
    name: str
    field: Field
    said: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What a list would do to the register."""

    new: int
    changed: int
    same: int
    undecided: int
    skipped: int
    decided: int = 0
    """Doubtful rows of which something has been said."""
    faulty: tuple[Box, ...] = ()

    @property
    def ready(self) -> int:
        """How many rows would be written."""
        return self.new + self.changed


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row to decide about: what it says, what it is like, and how many wait in all."""

    row: int
    name: str
    like: str
    twin: int | None
    changes: tuple[Change, ...]
    left: int


def _step(row: int, ask: str) -> Token:
    return Token("bring", row, ask)


def away(w: Words, row: int) -> Button:
    """Throw the list away."""
    return Button(w.plain("bringing", "Throw the list away"), str(_step(row, "discard")))


def preview(w: Words, row: int, counts: Counts, *, has_moved: bool) -> Message:
    """Say what the list would do; nothing is written yet."""
    text = lines(
        bold(w.say("bringing", "Nothing is written yet")),
        w.say("bringing", "The register has changed meanwhile. This is how it is now:")
        if has_moved
        else None,
        w.many("bringing", "{n} is new", "{n} are new", counts.new),
        w.many("bringing", "{n} is changed", "{n} are changed", counts.changed),
        w.many("bringing", "{n} is the same as before", "{n} are the same as before", counts.same),
        w.many("bringing", "{n} is skipped", "{n} are skipped", counts.skipped)
        if counts.skipped
        else None,
        w.many(
            "bringing",
            "{n} is doubtful, and is left out until you have decided",
            "{n} are doubtful, and are left out until you have decided",
            counts.undecided,
        )
        if counts.undecided
        else None,
        "" if counts.faulty else None,
        *_faulty(w, counts.faulty),
    )
    return Message(text, rows(*_ways(w, row, counts)))


def _faulty(w: Words, boxes: Sequence[Box]) -> list[Html]:
    """Say which boxes are left out; of many the first."""
    if not boxes:
        return []
    counted = w.many(
        "bringing",
        "{n} box is left out, because it holds no phone number or e-mail address:",
        "{n} boxes are left out, because they hold no phone number or e-mail address:",
        len(boxes),
    )
    named = [
        w.say(
            "bringing",
            "Row {row}, {name}: {field} “{said}”",
            row=one.row,
            name=lengths.cut(one.name, SAMPLE),
            field=association.label(w, one.field),
            said=lengths.cut(one.said, SAMPLE),
        )
        for one in boxes[:MOST]
    ]
    left = len(boxes) - MOST
    more = w.many("bringing", "and {n} more", "and {n} more", max(left, 1))
    return [counted, *named, *([more] if left > 0 else [])]


def _ways(w: Words, row: int, counts: Counts) -> list[Button | tuple[Button, ...] | None]:
    write = w.plain_many("bringing", "Import {n}", "Import {n}", counts.ready)
    decide = w.plain_many("bringing", "Decide about {n}", "Decide about {n}", counts.undecided)
    looks = {
        Verdict.NEW: (counts.new, w.plain("bringing", "New")),
        Verdict.CHANGED: (counts.changed, w.plain("bringing", "Changed")),
        Verdict.SAME: (counts.same, w.plain("bringing", "Same")),
    }
    token = _step(row, "look")
    return [
        Button(decide, str(_step(row, "doubt"))) if counts.undecided else None,
        Button(w.plain("bringing", "Take back what I decided"), str(_step(row, "anew")))
        if counts.decided
        else None,
        Button(write, _step(row, "write").chosen(str(counts.ready)), style="success")
        if counts.ready
        else None,
        tuple(
            Button(label, token.chosen(f"{verdict}.0"))
            for verdict, (n, label) in looks.items()
            if n
        ),
        Button(w.plain("bringing", "Columns"), str(_step(row, "show"))),
        away(w, row),
    ]


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the rows that would do one thing."""

    verdict: Verdict
    named: tuple[str, ...]
    start: int
    is_more: bool


def look(w: Words, row: int, page: Page) -> Message:
    """Name the associations that would be new, changed or left as they are."""
    heading = {
        Verdict.NEW: w.say("bringing", "New in the register"),
        Verdict.CHANGED: w.say("bringing", "Changed in the register"),
        Verdict.SAME: w.say("bringing", "The same as before"),
        Verdict.DOUBTFUL: w.say("bringing", "To decide about"),
    }[page.verdict]
    token = _step(row, "look")
    back = Button(
        w.plain("register", "Previous"), token.chosen(f"{page.verdict}.{max(0, page.start - PAGE)}")
    )
    on = Button(w.plain("register", "More"), token.chosen(f"{page.verdict}.{page.start + PAGE}"))
    turning = tuple(
        one for one in (back if page.start else None, on if page.is_more else None) if one
    )
    shown = [lengths.cut(one, SHORT) for one in page.named[:PAGE]]
    return Message(lines(bold(heading), *shown), rows(turning, _to_preview(w, row)))


def _to_preview(w: Words, row: int) -> Button:
    return Button(w.plain("association", "Back"), str(_step(row, "preview")))


def changed_row(w: Words, name: str, changes: Sequence[Change]) -> Html:
    """Name an association and what of it would be changed."""
    fields = w.listed([association.label(w, one.field) for one in changes])
    return w.say("bringing", "{name}: {fields}", name=lengths.cut(name, SAMPLE), fields=fields)


def doubt(w: Words, row: int, one: Doubt, choices: Sequence[Decision]) -> Message:
    """Ask about one doubtful row."""
    name = lengths.cut(one.name, SHORT)
    like = lengths.cut(one.like, SHORT)
    text = lines(
        w.many("bringing", "{n} row to decide about", "{n} rows to decide about", one.left),
        "",
        w.say("bringing", "Row {row}: {name}", row=one.row, name=bold(name)),
        w.say("bringing", "The same name stands on row {twin}.", twin=one.twin)
        if one.twin is not None
        else w.say("bringing", "It is much like {like}.", like=bold(like)),
        *(_change(w, change) for change in one.changes[:MOST]),
    )
    token = _step(row, "decide")
    same = (
        w.plain("bringing", "Same as row {twin}", twin=one.twin)
        if one.twin is not None
        else w.plain("bringing", "Same as {like}", like=lengths.cut(one.like, LABEL))
    )
    labels = {
        Decision.SAME: same,
        Decision.NEW: w.plain("bringing", "A new one"),
        Decision.SKIP: w.plain("bringing", "Leave it out"),
    }
    buttons = [
        Button(labels[each], token.chosen(f"{one.row}.{each}")) for each in choices[: len(Decision)]
    ]
    every = _for_all(w, row, choices) if one.left > 1 else ()
    return Message(text, rows(*buttons, *every, _to_preview(w, row)))


def _for_all(w: Words, row: int, choices: Sequence[Decision]) -> list[Button]:
    labels = {
        Decision.NEW: w.plain("bringing", "Add all as new"),
        Decision.SKIP: w.plain("bringing", "Leave all out"),
    }
    token = _step(row, "every")
    return [Button(labels[one], token.chosen(one)) for one in deciding.FOR_ALL if one in choices]


def _change(w: Words, change: Change) -> Html:
    return w.say(
        "bringing",
        "{field}: {new} (now: {old})",
        field=association.label(w, change.field),
        new=lengths.cut(change.new, SAMPLE),
        old=lengths.cut(change.old, SAMPLE) or "–",
    )


def written(w: Words, counts: Counts) -> Message:
    """Tell what has been written."""
    text = lines(
        bold(w.say("bringing", "Done")),
        w.many("bringing", "{n} was added", "{n} were added", counts.new),
        w.many("bringing", "{n} was changed", "{n} were changed", counts.changed),
        w.many(
            "bringing",
            "{n} doubtful row was left out.",
            "{n} doubtful rows were left out.",
            counts.undecided,
        )
        if counts.undecided
        else None,
    )
    return Message(text, rows(register.back(w)))


def discarded(w: Words) -> Message:
    """Confirm that a list is gone and that nothing was written."""
    return Message(
        w.say("bringing", "The list is thrown away. Nothing in the register was changed."),
        rows(register.back(w)),
    )


def empty(w: Words, name: str) -> Message:
    """Say that a file holds no rows."""
    return Message(
        w.say("bringing", "I find nothing to read in {file}.", file=lengths.cut(name, SAMPLE))
    )
