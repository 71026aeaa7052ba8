"""What an organiser reads of a meeting's plan: one list, and a card for each line of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor
from bot.rules import lengths, run_sheet, sheet_lines
from bot.rules.quiet_hours import Quiet
from bot.rules.run_sheet import Item
from bot.rules.sheet_lines import Row, State
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, Rows, columns, rows
from bot.words.texts import Html, bold, lines, seen, within
from bot.words.views import copying, timing

NAME, TITLE, GLIMPSE, LABEL, WHOM, ROOM = 100, 128, 60, 30, 100, 3_400
"""UTF-16 units of a name, a title, a message's beginning, a button, its readers, and all lines."""
MOST_BUTTONS = 20


def _token(meeting: Meeting, ask: str, choice: str | None = None) -> str:
    return str(Token("plan", meeting.id, ask, choice))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plan, and in words whom it is for where an organiser has chosen."""

    row: Row
    whom: Html | None = None


def overview(w: Words, meeting: Meeting, listed: Sequence[Line]) -> Message:
    """Show everything that happens around a meeting, and lead to what can be changed."""
    is_off = meeting.status == Status.CANCELLED
    heading = bold(w.say("plan", "Plan for {title}", title=_title(meeting)))
    ended = w.say("plan", "The meeting is cancelled, and I will send nothing more about it.")
    text = lines(
        heading,
        ended if is_off else None,
        "",
        *within(ROOM, [_line(w, one) for one in listed]),
    )
    changeable = [one.row for one in listed if _can_change(one.row)][:MOST_BUTTONS]
    labels = [Button(_label(w, row), _leads_to(meeting, row)) for row in changeable]
    add = Button(w.plain("plan", "Add a message"), str(Token("meet", meeting.id, "write")))
    back = Button(
        w.plain("plan", "Back to the meeting"), Token("meet", meeting.id, "desk").chosen("back")
    )
    if is_off:
        return Message(text, rows(copying.button(w, meeting)))
    return Message(text, rows(*columns(labels, 2), add, back))


def _title(meeting: Meeting) -> str:
    return lengths.cut(meeting.title or "–", TITLE)


def _can_change(row: Row) -> bool:
    is_hers = row.item == Item.MESSAGE or row.letter is not None
    return row.state == State.AHEAD if is_hers else sheet_lines.can_change(row)


def _leads_to(meeting: Meeting, row: Row) -> str:
    if row.item == Item.MESSAGE and row.step is not None:
        return str(Token("meet", meeting.id, "write", str(row.step.id)))
    if row.letter is not None:
        return str(Token("letter", row.letter.id, "stand"))
    return _token(meeting, "one", row.item)


def _line(w: Words, line: Line) -> Html:
    row, what, when = line.row, what_of(w, line), w.moment(line.row.at)
    said = {
        State.DONE: w.say("plan", "{when}: {what}. Done.", when=when, what=what),
        State.AHEAD: w.say("plan", "{when}: {what}.", when=when, what=what),
        State.EMPTY: w.say("plan", "{when}: {what}. There is none yet.", when=when, what=what),
        State.LATE: w.say("plan", "{when}: {what}. Late.", when=when, what=what),
        State.OFF: w.say("plan", "{what}: switched off.", what=what),
    }[row.state]
    return bold(said) if row.state == State.LATE else said


def what_of(w: Words, line: Line) -> Html:
    """Say what a line is, and whom it reaches."""
    row = line.row
    if row.item == Item.MESSAGE:
        text = lengths.cut(_text(row), GLIMPSE)
        whom = lengths.cut(seen(line.whom or "–"), WHOM)
        return w.say("plan", "your message “{text}”, to: {whom}", text=text, whom=whom)
    if row.item == Item.INVITATION and line.whom is not None:
        whom = lengths.cut(seen(line.whom), WHOM)
        return w.say("plan", "the invitation, to: {whom}", whom=whom)
    return {
        Item.INVITATION: w.say("plan", "the invitation, to those invited"),
        Item.NUDGE: w.say("plan", "a nudge, to those who have not answered"),
        Item.NEEDS: w.say("plan", "last day to say what must be booked"),
        Item.DEADLINE: w.say("plan", "last day to register"),
        Item.CLOSED: w.say("plan", "registration was closed"),
        Item.CANCELLED: w.say("plan", "that the meeting is cancelled, to those concerned"),
        Item.SUMMARY: w.say("plan", "how many come, to the organisers"),
        Item.AGENDA: w.say("plan", "the agenda, to those registered"),
        Item.KITCHEN: w.say("plan", "numbers to the kitchen, from you"),
        Item.REMINDER: w.say("plan", "a reminder, to those registered"),
        Item.MEETING: w.say("plan", "the meeting begins"),
        Item.THANKS: w.say("plan", "thanks and three questions, to those who came"),
        Item.MINUTES: w.say("plan", "the minutes, from you"),
    }[row.item]


def _text(row: Row) -> str:
    written = row.letter.text if row.letter else row.step.text if row.step else ""
    return " ".join(written.split())


def _label(w: Words, row: Row) -> str:
    if row.item == Item.MESSAGE:
        return w.plain("plan", "Message: {text}", text=lengths.cut(_text(row), LABEL))
    return {
        Item.INVITATION: w.plain("audience", "The invitation"),
        Item.NUDGE: w.plain("plan", "The nudge"),
        Item.SUMMARY: w.plain("plan", "The summary"),
        Item.AGENDA: w.plain("plan", "The agenda"),
        Item.KITCHEN: w.plain("plan", "The kitchen"),
        Item.REMINDER: w.plain("plan", "The reminder"),
        Item.THANKS: w.plain("plan", "The thanks"),
        Item.MINUTES: w.plain("plan", "The minutes"),
    }.get(row.item, "–")


def one(w: Words, meeting: Meeting, line: Line) -> Message:
    """Show one line, and what can be changed in it."""
    row = line.row
    text = lines(
        bold(_title(meeting)),
        _line(w, line),
        w.say("plan", "You have changed it. If the meeting is moved, it moves along.")
        if row.step is not None
        else w.say("plan", "It follows the network's habits. If the meeting is moved, it moves."),
    )
    return Message(text, _steps(w, meeting, row))


def _steps(w: Words, meeting: Meeting, row: Row) -> Rows:
    item = row.item
    back = Button(w.plain("plan", "Back to the plan"), _token(meeting, "show"))
    if row.state == State.OFF:
        on = Button(w.plain("plan", "Switch on"), _token(meeting, "on", item), style="success")
        return rows(on, back)
    when = (
        Button(w.plain("plan", "Another day"), _token(meeting, f"day_{item}")),
        Button(w.plain("plan", "Another hour"), _token(meeting, f"clock_{item}")),
    )
    off = Button(w.plain("plan", "Switch off"), _token(meeting, "off", item))
    look = Button(w.plain("plan", "Show the text"), _token(meeting, "look", item))
    usual = Button(w.plain("plan", "As usual"), _token(meeting, "usual", item))
    return rows(
        when if item in run_sheet.ANCHORS else None,
        (off, look) if item in run_sheet.WORDED else (off,),
        usual if row.step is not None else None,
        back,
    )


def ask_day(
    w: Words, meeting: Meeting, item: Item, days: Sequence[tuple[int, datetime]]
) -> Message:
    """Ask for another day, counted from the meeting or from the last day to register."""
    return Message(
        w.say("plan", "Which day? Choose, or write how many days before or after, or a day."),
        rows(
            *(
                Button(
                    w.plain(
                        "plan",
                        "{when} ({how})",
                        when=w.day(w.local(at).date()),
                        how=days_from(w, days_off, item),
                    ),
                    _token(meeting, f"day_{item}", str(days_off)),
                )
                for days_off, at in days
            ),
            Button(w.plain("plan", "Back"), _token(meeting, "one", item)),
        ),
    )


def days_from(w: Words, days: int, item: Item) -> str:
    """Say how far a day is from what it is counted from."""
    if days > 0:
        return w.plain_many("plan", "{n} day after", "{n} days after", days)
    if run_sheet.ANCHORS.get(item) == Anchor.DEADLINE:
        return w.plain_many(
            "plan", "{n} day before the last day", "{n} days before the last day", -days
        )
    return w.plain_many("plan", "{n} day before", "{n} days before", -days)


def ask_clock(w: Words, meeting: Meeting, item: Item, clocks: Sequence[time]) -> Message:
    """Ask for another hour; some are offered."""
    hours = [
        Button(str(w.bare_clock(one)), _token(meeting, f"clock_{item}", f"{one:%H:%M}"))
        for one in clocks
    ]
    return Message(
        w.say("plan", "Which hour? Choose, or write it."),
        rows(*columns(hours, 3), Button(w.plain("plan", "Back"), _token(meeting, "one", item))),
    )


def unclear(w: Words, asked: Message) -> Message:
    """Ask again for a time."""
    said = w.say("plan", "That would be too late, has been already, or I do not understand it.")
    return Message(lines(said, asked.text), asked.rows)


def at_night(w: Words, asked: Message, quiet: Quiet) -> Message:
    """Say why an hour of the night is not taken, and ask again."""
    return Message(lines(timing.at_night(w, quiet), asked.text), asked.rows)


def newer(w: Words, meeting: Meeting, line: Line, actor: str | None) -> Message:
    """Say that a colleague has changed a line meanwhile, and show how it stands."""
    now = one(w, meeting, line)
    name = lengths.cut(actor or "–", NAME)
    said = w.say("plan", "{name} changed this while you chose. This is how it is now:", name=name)
    return Message(lines(said, "", Html(now.text)), now.rows)


def saved(w: Words) -> str:
    """Confirm a change in a toast."""
    return w.plain("plan", "The plan is changed.")
