"""A meeting as a calendar file that Outlook, Apple and Google accept (RFC 5545, RFC 5546)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from bot.records.meeting import Form, Meeting, Status
from bot.rules import times

MEDIA_TYPE = "text/calendar"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words in the file: what stands before the notes, and the place of an online meeting."""

    online: str
    notes: str


def calendar(meeting: Meeting, zone: ZoneInfo, now: datetime, labels: Labels) -> bytes:
    """Write the file: same UID for ever, SEQUENCE of the meeting, CANCEL for a cancelled one.

    Raises ValueError for a meeting without day or start.
    """
    cancelled = meeting.status == Status.CANCELLED
    file = Calendar()
    file.add("prodid", "-//Samklang//Samklang//SV")
    file.add("version", "2.0")
    file.add("method", "CANCEL" if cancelled else "PUBLISH")
    file.add_component(_entry(meeting, zone, now, labels))
    file.add_missing_timezones()
    written: bytes = file.to_ical()
    return written


def _entry(meeting: Meeting, zone: ZoneInfo, now: datetime, labels: Labels) -> Entry:
    begins, ends = times.starts_at(meeting, zone), times.ends_at(meeting, zone)
    if begins is None or ends is None:
        raise ValueError("a calendar needs a day and a start")
    entry = Entry()
    entry.add("uid", f"{meeting.secret}@samklang")
    entry.add("sequence", meeting.sequence)
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", begins.astimezone(zone))
    entry.add("dtend", ends.astimezone(zone))
    entry.add("summary", meeting.title or "")
    entry.add("location", _place(meeting, labels))
    entry.add("description", labels.notes)
    entry.add("status", "CANCELLED" if meeting.status == Status.CANCELLED else "CONFIRMED")
    if meeting.join_url:
        entry.add("url", meeting.join_url)
    return entry


def _place(meeting: Meeting, labels: Labels) -> str:
    if meeting.form == Form.ONLINE:
        return labels.online
    return meeting.place or ""


def file_name(meeting: Meeting) -> str:
    """Name the file by day, so that several can lie side by side."""
    return f"mote-{meeting.day:%Y-%m-%d}.ics" if meeting.day else "mote.ics"
