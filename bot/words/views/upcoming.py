"""Names what will happen by itself, for a clock that someone moves by hand."""

from __future__ import annotations

from bot.records.broadcast import BroadcastKind
from bot.records.meeting import Meeting
from bot.words.calendar import Words


def broadcast(w: Words, meeting: Meeting, kind: BroadcastKind) -> str:
    """Name a message to many."""
    title = meeting.title or "–"
    names = {
        BroadcastKind.INVITATION: w.plain("upcoming", "Invitation goes out: {title}", title=title),
        BroadcastKind.CHANGE: w.plain("upcoming", "News of change: {title}", title=title),
        BroadcastKind.CANCELLATION: w.plain(
            "upcoming", "News of cancellation: {title}", title=title
        ),
        BroadcastKind.NUDGE: w.plain(
            "upcoming", "Nudge to those who have not answered: {title}", title=title
        ),
        BroadcastKind.SUMMARY: w.plain("upcoming", "Summary to organisers: {title}", title=title),
        BroadcastKind.AGENDA: w.plain("upcoming", "Agenda goes out: {title}", title=title),
        BroadcastKind.REMINDER: w.plain("upcoming", "Reminder goes out: {title}", title=title),
        BroadcastKind.MESSAGE: w.plain("upcoming", "Message goes out: {title}", title=title),
        BroadcastKind.MINUTES: w.plain("upcoming", "Minutes go out: {title}", title=title),
        BroadcastKind.THANKS: w.plain("upcoming", "Thanks and questions: {title}", title=title),
    }
    return names[kind]


def closing(w: Words, meeting: Meeting) -> str:
    """Name the moment registration closes."""
    return w.plain("upcoming", "Registration closes: {title}", title=meeting.title or "–")


def beginning(w: Words, meeting: Meeting) -> str:
    """Name the moment a meeting begins."""
    return w.plain("upcoming", "The meeting begins: {title}", title=meeting.title or "–")


def lapse(w: Words, meeting: Meeting) -> str:
    """Name the moment an offered seat goes on to the next person."""
    return w.plain("upcoming", "An offered seat goes on: {title}", title=meeting.title or "–")
