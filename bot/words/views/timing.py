"""What an organiser reads who chooses when a message leaves: an hour, or days from the meeting."""

from __future__ import annotations

from datetime import datetime, time

from bot.records.broadcast import Broadcast
from bot.records.meeting import Meeting
from bot.records.plan_step import Anchor
from bot.rules.moments import Wrong
from bot.rules.quiet_hours import Quiet
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, columns, rows
from bot.words.texts import Html, bold, lines, seen
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
        "When should it go out? Choose a time or write one, for instance: Thursday at 9.",
    )
    back = Button(w.say("message", "Back"), letter(told, "card"))
    return Message(said, rows(now, *columns(offered, 2), follow if may_follow else None, back))


def _hour(w: Words, at: datetime) -> str:
    return seen(w.moment(at))


def wrong_hour(w: Words, told: Broadcast, wrong: Wrong, quiet: Quiet) -> Message:
    """Say why an hour is not taken, and how to write one."""
    said = {
        Wrong.NIGHT: lines(at_night(w, quiet), w.say("message", "When should it go out?")),
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


def ask_days(
    w: Words, meeting: Meeting, told: Broadcast, steps: list[Step], wrong: Wrong | None
) -> Message:
    """Offer days counted from the meeting; the message moves with it. Others can be written."""
    offered = [
        Button(days_from(w, anchor, days), letter(told, "plan", f"{LETTERS[anchor]}{days}"))
        for anchor, days in steps
    ]
    said = w.say(
        "message",
        "When should it go out, counted from {title}? Choose, or write for instance: 5 days "
        "before. If the meeting is moved, the message moves with it.",
        title=bold(meeting.title or ""),
    )
    back = Button(w.say("message", "Back"), letter(told, "when"))
    return Message(lines(_no_day(w, wrong), said), rows(*offered, back))


def _no_day(w: Words, wrong: Wrong | None) -> Html | None:
    if wrong is None:
        return None
    if wrong == Wrong.PAST:
        return w.say("message", "That day has already passed.")
    return w.say("message", "I did not understand which day.")


def ask_hour(
    w: Words, told: Broadcast, clocks: list[time], quiet: Quiet, wrong: Wrong | None
) -> Message:
    """Offer hours for a planned message; any other of the day can be written."""
    hours = [Button(str(w.bare_clock(one)), letter(told, "hour", f"{one:%H:%M}")) for one in clocks]
    said = w.say("message", "At what hour? Choose, or write one of your own, for instance 14.30.")
    back = Button(w.say("message", "Back"), letter(told, "card"))
    return Message(lines(_no_hour(w, quiet, wrong), said), rows(*columns(hours, 3), back))


def _no_hour(w: Words, quiet: Quiet, wrong: Wrong | None) -> Html | None:
    if wrong is None:
        return None
    if wrong == Wrong.NIGHT:
        return at_night(w, quiet)
    if wrong == Wrong.PAST:
        return w.say("message", "That hour has passed.")
    return w.say("message", "I did not understand the hour.")


def at_night(w: Words, quiet: Quiet) -> Html:
    """Say why an hour of the night is not taken."""
    return w.say(
        "message",
        "From {begins} to {ends} I let people rest and send nothing.",
        begins=w.clock(quiet.begins),
        ends=w.bare_clock(quiet.ends),
    )


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
        "It is planned: {when}, which is now {moment}. It goes to those who match your choice "
        "on that day.",
        when=when,
        moment=w.moment(at),
    )
    hour = Button(w.plain("plan", "Another hour"), str(Token("meet", row, "hour", f"{step_id}")))
    change = Button(
        w.say("message", "Change or remove"), str(Token("meet", row, "write", f"{step_id}"))
    )
    back = Button(w.say("message", "Back"), str(Token("meet", row, "letters")))
    return Message(said, rows((hour, change), back))


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
            "It is planned: {when}, which is now {moment}. It goes to those who match your "
            "choice on that day.",
            when=when,
            moment=w.moment(at),
        ),
        w.say("message", "Today it would have been these."),
        *whom(w, aim),
    )
    text = Button(w.say("message", "Change the text"), letter(told, "text"))
    who = Button(w.say("message", "Choose who"), whom_token(told, "show"))
    days = Button(w.plain("plan", "Another day"), letter(told, "days"))
    hour = Button(w.plain("plan", "Another hour"), letter(told, "hour"))
    remove = Button(w.say("message", "Remove it"), letter(told, "drop"), style="danger")
    back = Button(w.say("message", "Back"), str(Token("meet", meeting.id, "letters")))
    return Message(said, rows((text, who), (days, hour), remove, back))


def overtaken(w: Words, *, is_gone: bool, has_written: bool) -> Html:
    """Say that a colleague has changed or removed a planned message meanwhile."""
    if is_gone:
        return w.say("message", "Another organiser has removed that message. These are left.")
    said = w.say("message", "Another organiser has changed that message. This is how it is now.")
    unsaved = w.say("message", "What you wrote is not saved, but stands above.")
    return lines(said, unsaved if has_written else None)


def removed(w: Words) -> str:
    """Confirm in a toast that a planned message is gone."""
    return w.plain("message", "It is removed and will not be sent.")
