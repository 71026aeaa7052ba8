"""A meeting's calendar file in a person's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.records.meeting import Meeting
from bot.turn import Turn
from bot.words.calendar import Words
from bot.words.message import File
from bot.words.views import calendar as views

if TYPE_CHECKING:
    from bot.exports.ics import Labels


def file(turn: Turn, meeting: Meeting, words: Words) -> File:
    """Make the file; a cancelled meeting's file takes it out of the calendar."""
    return _file(turn, meeting, words, is_given_up=False)


def several(turn: Turn, listed: Sequence[Meeting], words: Words) -> File:
    """Make one file of several occasions."""
    from bot.exports import ics  # noqa: PLC0415 - as in _file

    entries = [(one, _labels(turn, one, words)) for one in listed]
    content = ics.several(entries, turn.house.zone, turn.now)
    return File(ics.file_name(listed[0]), ics.MEDIA_TYPE, content)


def withdrawal(turn: Turn, meeting: Meeting, words: Words) -> File:
    """Make the file that takes a meeting out of the calendar of one who no longer comes."""
    return _file(turn, meeting, words, is_given_up=True)


def _file(turn: Turn, meeting: Meeting, words: Words, *, is_given_up: bool) -> File:
    # Two megabytes that a start need not wait for.
    from bot.exports import ics  # noqa: PLC0415

    labels = _labels(turn, meeting, words)
    content = ics.calendar(meeting, turn.house.zone, turn.now, labels, is_given_up=is_given_up)
    return File(ics.file_name(meeting), ics.MEDIA_TYPE, content)


def _labels(turn: Turn, meeting: Meeting, words: Words) -> Labels:
    from bot.exports.ics import Labels  # noqa: PLC0415 - as in _file

    network = turn.house.settings.network
    contact = meeting.contact or network.contact
    return Labels(
        online=views.online(words),
        notes=views.notes(words, meeting, contact),
        organiser=meeting.hosts or network.name,
        mail=_mail(meeting.contact or "") or _mail(network.contact),
    )


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def _mail(contact: str) -> str:
    """Find an address in what people are told to turn to; empty when there is none."""
    found = _MAIL.search(contact)
    return found.group() if found else ""
