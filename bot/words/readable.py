"""A meeting written down as plain text, for an archive and for those who read without a bot."""

from __future__ import annotations

from collections.abc import Sequence

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.words.calendar import Words
from bot.words.texts import lines, seen
from bot.words.views import meeting as cards


def whole(
    w: Words, meeting: Meeting, points: Sequence[AgendaItem], versions: Sequence[Minutes]
) -> str:
    """Write a meeting down for a person to read: the announcement, the agenda, the minutes."""
    number = (
        w.say("packaging", "Diary number: {number}", number=meeting.diary)
        if meeting.diary
        else None
    )
    listed = cards.agenda_lines(w, list(points))
    written = lines(
        number,
        cards.card(w, meeting),
        *(["", w.say("packaging", "Agenda"), *listed] if points else []),
    )
    minutes = [_version(w, one) for one in versions]
    return "\n\n".join([seen(written), *minutes]) + "\n"


def _version(w: Words, one: Minutes) -> str:
    heading = w.plain("packaging", "Minutes, version {n}", n=one.version)
    named = w.plain("packaging", "In the file {name}", name=one.file_name) if one.file_name else ""
    return "\n".join(part for part in (heading, one.changes, one.text, named) if part)
