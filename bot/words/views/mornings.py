"""What an organiser reads in the morning: what waits for her, in one quiet message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.morning import AGENDA_AHEAD, Wait, Waiting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import Html, bold, lines, within
from bot.words.views import meeting as cards

TITLE, LABEL, ROOM, MOST = 100, 40, 3_200, 8
"""UTF-16 units of a title, of one on a button, and of all; meetings that have a button."""

Found = Sequence[tuple[Meeting, Sequence[Waiting]]]


def waiting(w: Words, found: Found) -> Message:
    """List what waits, meeting by meeting, without a sound."""
    written: list[Html] = []
    for meeting, waits in found:
        title = bold(lengths.cut(meeting.title or "–", TITLE))
        when = cards.short_when(w, meeting)
        written += [
            Html(""),
            w.say("morning", "{title}, {when}", title=title, when=when),
            *(_line(w, one) for one in waits),
        ]
    text = lines(w.say("morning", "Good morning! This is waiting for you:"), *within(ROOM, written))
    buttons = [_buttons(w, meeting, waits) for meeting, waits in found[:MOST]]
    return Message(text, rows(*buttons), is_silent=True)


def _buttons(w: Words, meeting: Meeting, waits: Sequence[Waiting]) -> tuple[Button, ...]:
    """Lead to the meeting; what has to be booked can be said to be."""
    title = lengths.cut(meeting.title or "–", LABEL)
    desk = Button(title, str(Token("meet", meeting.id, "desk")))
    if not any(one.wait == Wait.TO_BOOK for one in waits):
        return (desk,)
    arranged = Button(w.plain("morning", "It is booked"), str(Token("meet", meeting.id, "booked")))
    return desk, arranged


def nothing(w: Words) -> Message:
    """Say that nothing waits any more."""
    return Message(w.say("morning", "Nothing is waiting for you any more."))


def arranged(w: Words) -> str:
    """Confirm in a toast that she is not reminded of what is booked."""
    return w.plain("morning", "Good. I will tell you if anyone else needs something.")


def _line(w: Words, one: Waiting) -> Html:
    return {
        Wait.AGENDA: w.say(
            "morning",
            "• The agenda is missing. It is planned for {day}.",
            day=w.day(w.local(one.since + AGENDA_AHEAD).date()),
        ),
        Wait.KITCHEN: w.say("morning", "• The kitchen has not been given its numbers."),
        Wait.TO_BOOK: w.many(
            "morning",
            "• {n} person needs something that has to be booked or arranged.",
            "• {n} people need something that has to be booked or arranged.",
            one.count,
        ),
        Wait.REQUESTS: w.many(
            "morning",
            "• {n} question waits for your answer.",
            "• {n} questions wait for your answer.",
            one.count,
        ),
        Wait.OVERBOOKED: w.many(
            "morning",
            "• {n} more is coming than there are seats.",
            "• {n} more are coming than there are seats.",
            one.count,
        ),
        Wait.MINUTES: w.say("morning", "• The minutes have not been sent."),
        Wait.PUBLISH: w.say(
            "morning", "• The time for comments is over. The minutes can be published."
        ),
    }[one.wait]
