"""The words inside a calendar file."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.words.calendar import Words


def online(w: Words) -> str:
    """Name the place of an online meeting."""
    return w.plain("calendar", "Online")


def notes(w: Words, meeting: Meeting, contact: str) -> str:
    """Write what stands under the entry: the link and whom to ask."""
    link = w.plain("calendar", "Link: {link}", link=meeting.join_url) if meeting.join_url else ""
    ask = w.plain("calendar", "Questions? Contact {contact}.", contact=contact)
    return "\n".join(line for line in (link, ask) if line)
