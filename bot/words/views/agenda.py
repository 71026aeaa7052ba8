"""What an organiser reads while she composes an agenda point by point, and the printed agenda."""

from __future__ import annotations

from collections.abc import Sequence

from bot.exports.papers import Section, Sections
from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting, Status
from bot.rules import agenda as rules
from bot.rules import lengths
from bot.rules.agenda import Doubt
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import PDF, Button, File, Message, columns, rows
from bot.words.texts import Html, bold, folded, lines, seen, within
from bot.words.views import lists
from bot.words.views import meeting as cards

TITLE, LABEL, POINT, ROOM = 128, 24, 120, 2_600
"""UTF-16 units of the meeting's title, of a point on a button and by itself, and of all points."""
WARNED, MOST_BUTTONS = 6, 60
"""Doubts that are told, and points that have a button."""


def _token(meeting: Meeting, ask: str, choice: str | None = None) -> str:
    return str(Token("points", meeting.id, ask, choice))


def overview(
    w: Words,
    meeting: Meeting,
    points: Sequence[AgendaItem],
    doubts: Sequence[tuple[Doubt, AgendaItem]],
    *,
    is_missed: bool,
) -> Message:
    """Show the agenda with what does not fit, and lead to each point; `is_missed`: not sent."""
    heading = bold(w.say("agenda", "Agenda for {title}", title=_cut(meeting.title or "–", TITLE)))
    listed = within(ROOM, cards.agenda_lines(w, list(points)))
    text = lines(
        heading,
        cards.when(w, meeting),
        folded(lines(*listed)) if points else w.say("agenda", "It has no points yet."),
        *(_doubt(w, meeting, doubt, one) for doubt, one in doubts[:WARNED]),
    )
    chosen = [
        Button(_cut(one.title, LABEL) or "–", _token(meeting, "one", str(one.id)))
        for one in points[:MOST_BUTTONS]
    ]
    return Message(text, rows(*columns(chosen, 2), *_steps(w, meeting, points, is_missed)))


def _steps(
    w: Words,
    meeting: Meeting,
    points: Sequence[AgendaItem],
    is_missed: bool,  # noqa: FBT001 (handed on by the view)
) -> tuple[tuple[Button, ...] | Button | None, ...]:
    add = (
        Button(w.plain("agenda", "Add points"), _token(meeting, "add"), style="success"),
        Button(w.plain("agenda", "Add a break"), _token(meeting, "pause")),
    )
    paste = str(Token("meet", meeting.id, "change", "agenda"))
    is_draft = meeting.status == Status.DRAFT
    back = (
        Token("meet", meeting.id, "review")
        if is_draft
        else Token("meet", meeting.id, "desk", "back")
    )
    return (
        Button(w.plain("agenda", "Send it now"), _token(meeting, "send"), style="success")
        if is_missed
        else None,
        add,
        Button(w.plain("agenda", "Rewrite it"), paste),
        Button(w.plain("agenda", "Get as PDF"), _token(meeting, "pdf")) if points else None,
        Button(w.plain("agenda", "Back to the meeting"), str(back)),
    )


def _cut(text: str, limit: int) -> str:
    return lengths.cut(" ".join(text.split()), limit)


def warnings(w: Words, meeting: Meeting, listed: Sequence[AgendaItem]) -> list[Html]:
    """Name the first points that lie outside the meeting's hours or before the one above."""
    doubts = rules.doubts(listed, meeting)[:WARNED]
    return [_doubt(w, meeting, doubt, one) for doubt, one in doubts]


def _doubt(w: Words, meeting: Meeting, doubt: Doubt, one: AgendaItem) -> Html:
    point = _cut(one.title, LABEL)
    hours = w.span(meeting.start, meeting.end) if meeting.start else Html("–")
    return {
        Doubt.EARLY: w.say(
            "agenda", "“{point}” comes before the meeting, {hours}.", point=point, hours=hours
        ),
        Doubt.LATE: w.say(
            "agenda", "“{point}” comes after the meeting, {hours}.", point=point, hours=hours
        ),
        Doubt.BACKWARDS: w.say(
            "agenda", "“{point}” begins before the point above it.", point=point
        ),
    }[doubt]


def one(w: Words, meeting: Meeting, point: AgendaItem) -> Message:
    """Show one point, and what can be done with it."""
    row = str(point.id)

    def step(label: str, ask: str) -> Button:
        return Button(label, _token(meeting, ask, row))

    text = lines(
        bold(_cut(point.title, POINT)),
        w.say("agenda", "Time: {clock}", clock=w.bare_clock(point.at)) if point.at else None,
        w.say("agenda", "Speaker: {speaker}", speaker=point.speaker) if point.speaker else None,
        w.say("agenda", "It is a break.") if point.is_break else None,
    )
    nest = w.plain("agenda", "Take out") if point.depth else w.plain("agenda", "Put under")
    return Message(
        text,
        rows(
            (step(w.plain("agenda", "Up"), "up"), step(w.plain("agenda", "Down"), "down")),
            (
                Button(w.plain("agenda", "Change the text"), _token(meeting, f"title_{row}")),
                Button(w.plain("agenda", "Time"), _token(meeting, f"clock_{row}")),
            ),
            (
                Button(w.plain("agenda", "Speaker"), _token(meeting, f"speaker_{row}")),
                step(nest, "nest"),
            ),
            step(w.plain("agenda", "Remove"), "remove"),
            Button(w.plain("agenda", "Back to the agenda"), _token(meeting, "show")),
        ),
    )


def ask_add(w: Words, meeting: Meeting) -> Message:
    """Ask for one point or several."""
    said = w.say(
        "agenda",
        "Write one point on each line. A time may stand first and a speaker last: “10.15 The "
        "culture plan – Anna Berg”.",
    )
    return Message(said, rows(_back(w, meeting)))


def _back(w: Words, meeting: Meeting) -> Button:
    return Button(w.plain("agenda", "Back to the agenda"), _token(meeting, "show"))


def ask_field(w: Words, meeting: Meeting, field: str) -> Message:
    """Ask for the words, the clock or the speaker of a point."""
    asked = {
        "title": w.say("agenda", "What should the point be called?"),
        "clock": w.say("agenda", "When does it begin? Write a time, or a dash for none."),
        "speaker": w.say("agenda", "Who leads it? Write a name, or a dash for nobody."),
    }
    return Message(asked.get(field, Html("–")), rows(_back(w, meeting)))


def unclear(w: Words, asked: Message) -> Message:
    """Ask again, because it was too long, too many or not a clock."""
    return Message(lines(w.say("agenda", "I cannot use that."), asked.text), asked.rows)


def pause(w: Words) -> str:
    """Name a break that is put in."""
    return w.plain("agenda", "Break with coffee")


def saved(w: Words) -> str:
    """Confirm a change in a toast."""
    return w.plain("agenda", "The agenda is changed.")


def sent(w: Words) -> str:
    """Confirm in a toast that the agenda is on its way."""
    return w.plain("agenda", "The agenda goes out to those registered.")


def paper(w: Words, meeting: Meeting, points: Sequence[AgendaItem], network: str) -> Sections:
    """Give the printed agenda's words."""
    written = tuple(seen(line) for line in cards.agenda_lines(w, list(points)) if line.strip())
    heading = w.plain("agenda", "Agenda")
    return Sections(lists.head(w, meeting, heading, network), (Section("", written),))


def printed(w: Words, meeting: Meeting, content: Sections) -> Message:
    """Send the printed agenda."""
    name = w.plain("agenda", "agenda.pdf")
    title = bold(_cut(meeting.title or "–", TITLE))
    said = w.say("agenda", "The agenda for {title}, ready to print.", title=title)
    return Message(said, file=File(name, PDF, content))
