"""What an organiser reads of how the columns of a list are understood, and how she corrects it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules import lengths
from bot.rules.importing import Field
from bot.rules.sheets import MOST_COLUMNS
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import Html, bold, lines
from bot.words.views import association
from bot.words.views.bringing import LABEL, SAMPLE, away

MOST_SHEETS = 8
"""Other sheets of the same file that have a button."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: its number from 0, what it is taken for, and what stands in it."""

    place: int
    field: Field | None
    sample: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a list is read; `is_ready` when it is known where the names stand."""

    name: str
    columns: tuple[Column, ...]
    heading: int
    """The number of the row with the headings, from 1; 0 when there is none."""
    next_heading: int | None
    """The row further down that may hold them."""
    sheet: str
    """The sheet that is read, and the others of the file, where there are several."""
    sheets: tuple[str, ...]
    is_ready: bool


def letter(place: int) -> str:
    """Name a column as spreadsheets do."""
    return chr(ord("A") + place % MOST_COLUMNS)


def shown(w: Words, row: int, reading: Reading) -> Message:
    """Say how each column is read; a tap changes it."""
    read = reading.columns[:MOST_COLUMNS]
    text = lines(
        bold(_title(w, reading)),
        *(_column(w, one) for one in read),
        _heading(w, reading.heading),
        "",
        w.say("bringing", "Have I misread a column? Tap it.")
        if reading.is_ready
        else w.say("bringing", "Which column holds the names? Tap it."),
    )
    lettered = [
        Button(letter(one.place), Token("bring", row, "column").chosen(str(one.place)))
        for one in read
    ]
    return Message(text, (*columns(lettered, 6), *rows(*_ways(w, row, reading))))


def _title(w: Words, reading: Reading) -> Html:
    file = lengths.cut(reading.name, SAMPLE)
    if not reading.sheets:
        return w.say("bringing", "This is how I read {file}", file=file)
    sheet = lengths.cut(reading.sheet, SAMPLE)
    return w.say(
        "bringing", "This is how I read the sheet {sheet} in {file}", sheet=sheet, file=file
    )


def _heading(w: Words, row: int) -> Html:
    if row == 0:
        return w.say("bringing", "The first row is an association too.")
    if row == 1:
        return w.say("bringing", "The first row holds headings.")
    return w.say("bringing", "Row {n} holds the headings. What stands above it I leave out.", n=row)


def _ways(w: Words, row: int, reading: Reading) -> list[Button | None]:
    """Go on, or say that something else is wrong than a column."""
    heads, sheet = Token("bring", row, "heads"), Token("bring", row, "sheet")
    other = reading.next_heading
    go_on = Button(
        w.plain("bringing", "Show what would change"), str(Token("bring", row, "preview"))
    )
    return [
        go_on if reading.is_ready else None,
        *(
            Button(
                w.plain("bringing", "Read the sheet {sheet}", sheet=lengths.cut(name, LABEL)),
                sheet.chosen(str(number)),
            )
            for number, name in enumerate(reading.sheets[:MOST_SHEETS])
        ),
        Button(w.plain("bringing", "There are no headings"), heads.chosen("0"))
        if reading.heading
        else None,
        Button(
            w.plain("bringing", "The headings are on row {n}", n=other), heads.chosen(str(other))
        )
        if other
        else None,
        Button(w.plain("bringing", "It is an invitation"), str(Token("bring", row, "invitation"))),
        away(w, row),
    ]


def _column(w: Words, one: Column) -> Html:
    sample = lengths.cut(one.sample, SAMPLE)
    if one.field is None:
        return w.say(
            "bringing",
            "{letter}: I leave it out ({sample})",
            letter=letter(one.place),
            sample=sample,
        )
    return w.say(
        "bringing",
        "{letter}: {field} ({sample})",
        letter=letter(one.place),
        field=bold(association.label(w, one.field)),
        sample=sample,
    )


def ask_field(w: Words, row: int, one: Column) -> Message:
    """Ask what a column holds."""
    token = Token("bring", row, "field")
    named = [
        Button(association.label(w, field), token.chosen(f"{one.place}.{field}"))
        for field in association.ORDER
    ]
    none = Button(w.plain("bringing", "Leave it out"), token.chosen(f"{one.place}.none"))
    back = Button(w.plain("association", "Back"), str(Token("bring", row, "show")))
    text = w.say(
        "bringing",
        "What does column {letter} hold? There it says: {sample}",
        letter=letter(one.place),
        sample=lengths.cut(one.sample, SAMPLE),
    )
    return Message(text, (*columns(named, 3), *rows(none, back)))
