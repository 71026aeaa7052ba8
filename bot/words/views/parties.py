"""What people read about the colleagues they register and speak for."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.rules.party import Subject
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold

LABEL = 40
"""UTF-16 units of a name that fit on a button beside a few words."""


def settled(w: Words, meeting: Meeting, about: Subject, *, may_change: bool) -> Message:
    """Confirm that a colleague is registered and everything about her is answered."""
    return Message(
        w.say(
            "parties",
            "{name} is registered for {title}.",
            name=bold(about.name),
            title=bold(meeting.title or ""),
        ),
        rows(
            add_button(w, meeting) if may_change else None,
            Button(w.say("parties", "Change the answers"), str(about.asked("change")))
            if may_change
            else None,
            Button(
                w.plain("parties", "{name} cannot come", name=lengths.cut(about.name, LABEL)),
                str(about.asked("cancel")),
                style="danger",
            ),
        ),
    )


def add_button(w: Words, meeting: Meeting) -> Button:
    """Lead to registering a colleague."""
    return Button(w.say("parties", "Register a colleague"), str(Token("party", meeting.id, "add")))
