"""A meeting as a calendar file that Outlook, Apple and Google accept (RFC 5545, RFC 5546).

A file is opened by a person, not received by a mail server, and nobody answers it. So it is
published, not requested:

    confirmation, change    PUBLISH    a REQUEST must name the reader as ATTENDEE and asks her to
                                       accept or decline by mail, which nobody here would read
    cancelled, given up     CANCEL     with STATUS:CANCELLED, which takes the entry away or, where
                                       files are only added, strikes it through

The UID is the meeting's own and stays for ever. SEQUENCE counts up with every change that people
are told of. Where it is the same, the later DTSTAMP counts (RFC 5546, 2.1.5): so one who gives her
seat up and comes back gets her entry back, although the meeting itself has not changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, vCalAddress
from icalendar import Event as Entry

from bot.records.meeting import Form, Meeting, Status
from bot.rules import times

MEDIA_TYPE = "text/calendar"
ALARM = timedelta(hours=-2)
"""When the calendar itself reminds; the bot has done so the day before."""
NO_MAIL = "invalid:nomail"
"""An organiser nobody can mail. One is demanded (RFC 5546, 3.2.1), and calendars write it so."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words in the file: the place of an online meeting, the notes, and who invites."""

    online: str
    notes: str
    organiser: str = ""
    mail: str = ""
    """An address that can be written to, if the organiser has given one."""


def calendar(
    meeting: Meeting, zone: ZoneInfo, now: datetime, labels: Labels, *, is_given_up: bool = False
) -> bytes:
    """Write the file; `is_given_up` takes the entry away for one who no longer comes.

    Raises ValueError for a meeting without day or start.
    """
    is_off = is_given_up or meeting.status == Status.CANCELLED
    return _written([_whole(meeting, zone, now, labels, is_off=is_off)], is_off=is_off)


def several(entries: Sequence[tuple[Meeting, Labels]], zone: ZoneInfo, now: datetime) -> bytes:
    """Write one file of several meetings, all of them cancelled or none.

    A method holds for a whole file (RFC 5546, 1.4).
    """
    is_off = all(one.status == Status.CANCELLED for one, _ in entries)
    whole = [_whole(one, zone, now, labels, is_off=is_off) for one, labels in entries]
    return _written(whole, is_off=is_off)


def _whole(
    meeting: Meeting, zone: ZoneInfo, now: datetime, labels: Labels, *, is_off: bool
) -> Entry:
    entry = _entry(meeting, zone, now, labels)
    entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
    if not is_off:
        entry.add_component(_alarm(meeting))
    return entry


def _written(entries: Sequence[Entry], *, is_off: bool) -> bytes:
    file = Calendar()
    file.add("prodid", "-//Samklang//Samklang//SV")
    file.add("version", "2.0")
    file.add("method", "CANCEL" if is_off else "PUBLISH")
    for entry in entries:
        file.add_component(entry)
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
    entry.add("organizer", _organiser(labels))
    if meeting.join_url and meeting.form != Form.ROOM:
        entry.add("url", meeting.join_url)
    if meeting.latitude is not None and meeting.longitude is not None:
        entry.add("geo", (meeting.latitude, meeting.longitude))
    return entry


def _organiser(labels: Labels) -> vCalAddress:
    address = vCalAddress(f"mailto:{labels.mail}" if labels.mail else NO_MAIL)
    address.params["CN"] = labels.organiser or "Samklang"
    return address


def _alarm(meeting: Meeting) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", ALARM)
    alarm.add("description", meeting.title or "")
    return alarm


def _place(meeting: Meeting, labels: Labels) -> str:
    if meeting.form == Form.ONLINE:
        return meeting.join_url or labels.online
    return meeting.place or ""


def file_name(meeting: Meeting) -> str:
    """Name the file by day, so that several can lie side by side."""
    return f"mote-{meeting.day:%Y-%m-%d}.ics" if meeting.day else "mote.ics"
