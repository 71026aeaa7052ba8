"""What an organiser reads who has said where on the map a meeting is."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.rules import lengths
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold

LABEL = 40
"""UTF-16 units of a title that fit on a button."""


def is_put(w: Words, meeting: Meeting) -> Message:
    """Confirm that the meeting has a place on the map."""
    title = meeting.title or w.plain("meeting", "Meeting without a name")
    return Message(
        w.say("placing", "Now those who look at {title} can open a map.", title=bold(title))
    )


def which(w: Words, possible: list[Meeting], point: str) -> Message:
    """Ask which meeting a place on the map is for."""
    buttons = [
        Button(
            lengths.cut(one.title or w.plain("meeting", "Meeting without a name"), LABEL),
            Token("meet", one.id, "spot").chosen(point),
        )
        for one in possible
    ]
    return Message(w.say("placing", "Which meeting is this place for?"), rows(*buttons))
