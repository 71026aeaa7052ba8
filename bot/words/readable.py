"""A meeting written down as plain text, for an archive and for those who read without a bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes
from bot.words.calendar import Words
from bot.words.texts import lines, seen
from bot.words.views import meeting as cards


def whole(
    w: Words,
    meeting: Meeting,
    points: Sequence[AgendaItem],
    versions: Sequence[Minutes],
    documents: Mapping[int, str],
) -> str:
    """Write a meeting down for a person to read: the announcement, the agenda, the minutes.

    `documents` names the file beside this one that holds a version, by the version's row.
    """
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
    minutes = [_version(w, one, documents.get(one.id)) for one in versions]
    return "\n\n".join([seen(written), *minutes]) + "\n"


def _version(w: Words, one: Minutes, document: str | None) -> str:
    heading = w.plain("packaging", "Minutes, version {n}", n=one.version)
    named = _document(w, one, document) if one.file_id else ""
    return "\n".join(part for part in (heading, one.changes, one.text, named) if part)


def _document(w: Words, one: Minutes, document: str | None) -> str:
    if document:
        return w.plain("packaging", "In the file {name}", name=document)
    return w.plain(
        "packaging",
        "The document {name} is not among these files. It is to be saved from the chat and put"
        " beside them by hand.",
        name=one.file_name or "–",
    )
