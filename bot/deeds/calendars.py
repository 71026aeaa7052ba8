"""A meeting's calendar file in a person's language."""

from __future__ import annotations

from bot.exports import ics
from bot.exports.ics import Labels
from bot.records.meeting import Meeting, Status
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.message import File
from bot.words.views import calendar as views


def file(turn: Turn, meeting: Meeting, words: Words) -> File:
    """Make the file; a cancelled meeting's file takes it out of the calendar."""
    contact = meeting.contact or turn.house.settings.network.contact
    labels = Labels(views.online(words), views.notes(words, meeting, contact))
    content = ics.calendar(meeting, turn.house.zone, turn.now, labels)
    return File(ics.file_name(meeting), ics.MEDIA_TYPE, content)


def withdrawal(turn: Turn, meeting: Meeting, words: Words) -> File:
    """Make a file that takes the meeting out of one person's calendar; it goes on for others."""
    facts = meeting.model_dump() | {"status": Status.CANCELLED}
    return file(turn, Meeting.model_validate(facts), words)
