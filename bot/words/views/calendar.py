"""The words inside a calendar file, and around the one that takes a meeting away."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, File, Message


def online(w: Words) -> str:
    """Name the place of an online meeting."""
    return w.plain("calendar", "Online")


def notes(w: Words, meeting: Meeting, contact: str) -> str:
    """Write what stands under the entry: the link and whom to ask."""
    link = w.plain("calendar", "Link: {link}", link=meeting.join_url) if meeting.join_url else ""
    ask = w.plain("calendar", "Questions? Contact {contact}.", contact=contact)
    return "\n".join(line for line in (link, ask) if line)


def take_out_button(w: Words, meeting: Meeting) -> Button:
    """Lead to the file that takes the meeting out of a calendar."""
    label = w.plain("calendar", "Take it out of my calendar")
    return Button(label, str(Token("come", meeting.id, "uncalendar")))


def taken_out(w: Words, file: File) -> Message:
    """Send the file that takes the meeting out of a calendar."""
    text = w.say("calendar", "Open the file, and the meeting disappears from your calendar.")
    return Message(text, file=file)
