"""What an organiser reads who chooses when a message leaves: an hour, or days from the meeting."""

from __future__ import annotations

from datetime import datetime

from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.records.plan_step import Anchor
from bot.rules.moments import Wrong
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import bold, lines, seen
from bot.words.views.messaging import Aim, letter, whom, whom_token

STAMP = "%Y%m%d%H%M"
"""How a button carries an hour: in UTC."""


def ask_when(w: Words, told: Broadcast, hours: list[datetime], *, may_follow: bool) -> Message:
    """Offer good hours; any other can be written."""
    offered = [Button(_hour(w, one), letter(told, "at", one.strftime(STAMP))) for one in hours]
    now = Button(w.say("message", "As soon as I press send"), letter(told, "at", "now"))
    follow = Button(w.say("message", "Days before or after the meeting"), letter(told, "days"))
    said = w.say(
        "message",
        "When should it leave? Choose an hour or write one, for instance: Thursday at 9.",
    )
    back = Button(w.say("message", "Back"), letter(told, "card"))
    return Message(said, rows(now, *columns(offered, 2), follow if may_follow else None, back))


def _hour(w: Words, at: datetime) -> str:
    return seen(w.moment(at))


def wrong_hour(w: Words, told: Broadcast, wrong: Wrong) -> Message:
    """Say why an hour is not taken, and how to write one."""
    said = {
        Wrong.NOT_UNDERSTOOD: w.say(
            "message", "I did not understand when. Write for instance: Thursday at 9."
        ),
        Wrong.PAST: w.say("message", "That hour has passed. When should it leave?"),
        Wrong.FAR: w.say("message", "That is more than a year ahead. When should it leave?"),
    }[wrong]
    back = Button(w.say("message", "Back"), letter(told, "card"))
    return Message(said, rows(back))


LETTERS = {Anchor.MEETING: "m", Anchor.DEADLINE: "d"}
"""How a button names what the days are counted from."""
Step = tuple[Anchor, int]
STEPS: tuple[Step, ...] = (
    (Anchor.MEETING, -14),
    (Anchor.MEETING, -7),
    (Anchor.MEETING, -3),
    (Anchor.MEETING, -1),
    (Anchor.MEETING, 1),
    (Anchor.DEADLINE, -3),
    (Anchor.DEADLINE, 1),
)
"""Days that are offered, counted from the meeting or from the last day to register."""


def ask_days(w: Words, meeting: Meeting, told: Broadcast, steps: list[Step]) -> Message:
    """Offer days counted from the meeting; the message moves with it."""
    offered = [
        Button(days_from(w, anchor, days), letter(told, "plan", f"{LETTERS[anchor]}{days}"))
        for anchor, days in steps
    ]
    said = w.say(
        "message",
        "When should it leave, counted from {title}? It goes out in the morning,"
        " and if the meeting is moved the message moves with it.",
        title=bold(meeting.title or ""),
    )
    return Message(said, rows(*offered, Button(w.say("message", "Back"), letter(told, "when"))))


def days_from(w: Words, anchor: Anchor, days: int) -> str:
    """Say how many days before or after the meeting or the last day to register."""
    n = abs(days)
    if anchor == Anchor.MEETING and days < 0:
        return w.plain_many("message", "{n} day before", "{n} days before", n)
    if anchor == Anchor.MEETING:
        return w.plain_many("message", "{n} day after", "{n} days after", n)
    if days < 0:
        return w.plain_many(
            "message", "{n} day before the last day", "{n} days before the last day", n
        )
    return w.plain_many("message", "{n} day after the last day", "{n} days after the last day", n)


def planned(w: Words, meeting: Meeting, step_id: int, when: str, at: datetime) -> Message:
    """Confirm that a message stands in the run sheet."""
    row = meeting.id
    said = w.say(
        "message",
        "It is planned: {when}, which is now {moment}. It goes to those who fit on that day.",
        when=when,
        moment=w.moment(at),
    )
    change = Button(
        w.say("message", "Change or remove"), str(Token("meet", row, "write", f"{step_id}"))
    )
    back = Button(w.say("message", "Back"), str(Token("meet", row, "letters")))
    return Message(said, rows(change, back))


def standing(
    w: Words, meeting: Meeting, told: Broadcast, aim: Aim, planned_for: tuple[str, datetime]
) -> Message:
    """Show a message of the run sheet, with the ways to change it."""
    when, at = planned_for
    said = lines(
        bold(w.say("message", "To: {chosen}", chosen=aim.chosen)),
        w.say("message", "Above you see the message exactly as they see it."),
        "",
        w.say(
            "message",
            "It is planned: {when}, which is now {moment}. It goes to those who fit on that day.",
            when=when,
            moment=w.moment(at),
        ),
        w.say("message", "Today it would have been these."),
        *whom(w, aim),
    )
    text = Button(w.say("message", "Change the text"), letter(told, "text"))
    who = Button(w.say("message", "Choose who"), whom_token(told, "show"))
    days = Button(w.say("message", "Choose when"), letter(told, "days"))
    remove = Button(w.say("message", "Remove it"), letter(told, "drop"), style="danger")
    back = Button(w.say("message", "Back"), str(Token("meet", meeting.id, "letters")))
    return Message(said, rows((text, who), days, remove, back))


def not_in_time(w: Words) -> str:
    """Explain that the chosen days lie behind."""
    return w.plain("message", "That day has already passed. Choose another.")


def removed(w: Words) -> str:
    """Confirm in a toast that a planned message is gone."""
    return w.plain("message", "It is removed and will not be sent.")
