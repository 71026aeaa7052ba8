"""A meeting's lists: what an organiser chooses among, and what stands in each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.exports.papers import Badges, Head, SignIn
from bot.exports.tables import Cell, Plain, Table, Workbook
from bot.records.meeting import Form, Meeting
from bot.records.registration import Part, Registration
from bot.rules.attendance import Attender
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import CSV, PDF, XLSX, Button, File, Message, rows
from bot.words.texts import Html, bold, lines, seen
from bot.words.views import meeting as cards
from bot.words.views import packaging, parties, releasing


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to a meeting's lists."""
    return Button(w.say("lists", "Lists"), str(Token("lists", meeting.id, "menu")))


def back(w: Words, meeting: Meeting) -> Button:
    """Lead from a meeting's lists back to how it stands."""
    return Button(w.say("lists", "Back"), Token("meet", meeting.id, "desk").chosen("back"))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stand on each list, and whether it is time to note who is there."""

    coming: int
    reserve: int
    not_coming: int
    present: int
    may_note: bool


def menu(w: Words, meeting: Meeting, counts: Counts) -> Message:
    """Let an organiser choose a list."""
    text = lines(
        bold(meeting.title or "–"),
        w.say("desk", "Coming: {n}", n=counts.coming),
        w.say("desk", "Reserve list: {n}", n=counts.reserve),
        w.say("desk", "Cannot come: {n}", n=counts.not_coming),
        w.say("lists", "Noted as present: {n}", n=counts.present) if counts.may_note else None,
        "",
        w.say("lists", "Which list do you want?"),
        w.say("lists", "The lists hold names, and never what anyone eats or needs."),
    )
    return Message(text, _choices(w, meeting, counts))


def _choices(w: Words, meeting: Meeting, counts: Counts) -> tuple[tuple[Button, ...], ...]:
    row = meeting.id
    tables = (
        Button(w.say("lists", "Participants (Excel)"), str(Token("lists", row, "xlsx"))),
        Button(w.say("lists", "Participants (CSV)"), str(Token("lists", row, "csv"))),
    )
    papers = (
        Button(w.say("lists", "Sign-in sheet"), str(Token("lists", row, "sheet"))),
        Button(w.say("lists", "Name badges"), str(Token("lists", row, "badges"))),
    )
    proofs = Button(w.say("lists", "Certificates"), Token("proof", row, "list").chosen("1"))
    return rows(
        check_in_button(w, meeting) if counts.may_note else None,
        tables,
        papers,
        proofs if counts.present else None,
        releasing.button(w, meeting),
        back(w, meeting),
    )


def check_in_button(w: Words, meeting: Meeting) -> Button:
    """Lead to noting who is there."""
    return Button(w.say("lists", "Check people in"), str(Token("here", meeting.id, "all")))


def at_the_door(w: Words, meeting: Meeting, message: Message) -> Message:
    """Put noting who is there first, for her who stands at the door that day."""
    return replace(message, rows=((check_in_button(w, meeting),), *message.rows))


def sheets(
    w: Words,
    meeting: Meeting,
    coming: Sequence[Attender],
    reserve: Sequence[Attender],
    not_coming: Sequence[Attender],
) -> tuple[Table, ...]:
    """Give those who come, those on the reserve list and those who cannot a sheet each."""
    named = (
        (w.plain("lists", "Coming"), coming),
        (w.plain("lists", "Reserve list"), reserve),
        (w.plain("lists", "Not coming"), not_coming),
    )
    return tuple(replace(table(w, meeting, listed), name=name) for name, listed in named)


def table(w: Words, meeting: Meeting, listed: Sequence[Attender]) -> Table:
    """List people in the columns of every list, and how those without Telegram are reached."""
    known = packaging.participants(w, [(one.mine, one.person, one.home) for one in listed])
    side = (w.plain("lists", "Takes part"),) if meeting.form == Form.HYBRID else ()
    columns = (*side, w.plain("packaging", "Phone"), w.plain("packaging", "E-mail"))
    added = [_added(w, meeting, one) for one in listed]
    rows_ = tuple((*row, *more) for row, more in zip(known.rows, added, strict=True))
    return Table(known.name, (*known.columns, *columns), rows_)


def _added(w: Words, meeting: Meeting, one: Attender) -> tuple[Cell, ...]:
    reached: tuple[Cell, ...] = (one.person.phone, one.person.email)
    return (_side(w, one.mine), *reached) if meeting.form == Form.HYBRID else reached


def _side(w: Words, mine: Registration) -> str:
    said = {"room": w.plain("lists", "on site"), "online": w.plain("lists", "online")}
    return said.get(mine.attends or "", "")


def head(w: Words, meeting: Meeting, title: str, network: str) -> Head:
    """Give what stands at the top and foot of a meeting's papers."""
    return Head(
        lang=w.language,
        title=title,
        lines=(
            meeting.title or "–",
            seen(cards.when(w, meeting)),
            seen(cards.where(w, meeting)),
        ),
        foot=network,
        page=w.plain("lists", "Page"),
        of=w.plain("lists", "of"),
    )


def sign_in(w: Words, meeting: Meeting, network: str, listed: Sequence[Attender]) -> SignIn:
    """Make the list to sign at the door."""
    return SignIn(
        head(w, meeting, w.plain("lists", "Sign-in sheet"), network),
        (
            w.plain("lists", "Name"),
            w.plain("lists", "Association"),
            w.plain("lists", "Signature"),
        ),
        tuple((one.name, one.home) for one in listed),
    )


def badges(w: Words, meeting: Meeting, listed: Sequence[Attender]) -> Badges:
    """Make a badge for each; in what part someone comes stands in small letters."""
    labels = parties.part_labels(w)
    return Badges(
        w.language,
        w.plain("lists", "Name badges, {title}", title=meeting.title or "–"),
        tuple(
            (one.name, one.home, labels[Part(one.mine.part)] if one.mine.part else "")
            for one in listed
        ),
    )


def nobody(w: Words) -> str:
    """Say in an alert that there is nobody to put on a list."""
    return w.plain("lists", "Nobody is coming yet, so the list would be empty.")


def workbook(w: Words, meeting: Meeting, content: Workbook) -> Message:
    """Send the participants as a workbook."""
    said = w.say(
        "lists",
        "{title}: those who come, the reserve list and those who cannot, on a sheet each.",
        title=bold(meeting.title or "–"),
    )
    return Message(said, file=File(_dated(w, meeting, "participants", "xlsx"), XLSX, content))


def plain_table(w: Words, meeting: Meeting, content: Plain) -> Message:
    """Send the participants as a text that any program reads."""
    said = w.say(
        "lists",
        "{title}: everyone who has answered, and how, as a file that any program reads.",
        title=bold(meeting.title or "–"),
    )
    return Message(said, file=File(_dated(w, meeting, "participants", "csv"), CSV, content))


def sign_in_sheet(w: Words, meeting: Meeting, content: SignIn, n: int) -> Message:
    """Send the list to sign at the door."""
    said = w.many(
        "lists",
        "Sign-in sheet with {n} name, and lines for those who come unannounced. Ready to print.",
        "Sign-in sheet with {n} names, and lines for those who come unannounced. Ready to print.",
        n,
    )
    return _paper(meeting, said, File(_dated(w, meeting, "sheet", "pdf"), PDF, content))


def name_badges(w: Words, meeting: Meeting, content: Badges, n: int) -> Message:
    """Send the badges."""
    said = w.many(
        "lists",
        "{n} name badge, eight to a sheet (90 x 60 mm). Cut along the lines.",
        "{n} name badges, eight to a sheet (90 x 60 mm). Cut along the lines.",
        n,
    )
    return _paper(meeting, said, File(_dated(w, meeting, "badges", "pdf"), PDF, content))


def _paper(meeting: Meeting, said: Html, file: File) -> Message:
    return Message(lines(bold(meeting.title or "–"), said), file=file)


def _dated(w: Words, meeting: Meeting, which: str, ending: str) -> str:
    """Name a file by what it is and the meeting's day."""
    name = {
        "participants": w.plain("lists", "participants"),
        "sheet": w.plain("lists", "sign-in-sheet"),
        "badges": w.plain("lists", "name-badges"),
    }[which]
    return f"{name}-{meeting.day}.{ending}" if meeting.day else f"{name}.{ending}"
