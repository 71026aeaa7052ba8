"""What an organiser reads when one meeting becomes the model of others."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import bold, lines


def button(w: Words, meeting: Meeting) -> Button:
    """Lead to a new draft with this one's facts."""
    return Button(w.say("copying", "Use as a model"), str(Token("meet", meeting.id, "copy")))


def more_button(w: Words, meeting: Meeting) -> Button:
    """Lead from the desk to what is done more seldom."""
    return Button(w.say("copying", "More"), str(Token("series", meeting.id, "more")))


def series_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the series, or to making one."""
    return Button(w.say("copying", "Series"), str(Token("series", meeting.id, "show")))


def back_button(w: Words, meeting: Meeting) -> Button:
    """Lead back to where an organiser works with the meeting."""
    return Button(w.say("copying", "Back"), str(Token("series", meeting.id, "back")))


def more(w: Words, meeting: Meeting) -> Message:
    """Show what is done more seldom with a meeting."""
    text = lines(
        bold(meeting.title or "–"),
        w.say("copying", "A model gives a new draft with everything but the day."),
        w.say("copying", "A series is the same meeting on several days."),
    )
    return Message(
        text,
        rows(button(w, meeting), series_button(w, meeting), back_button(w, meeting)),
    )


def copied(w: Words) -> str:
    """Show in a toast that a draft is made."""
    return w.plain("copying", "Copied into a new draft. I only need the day.")
