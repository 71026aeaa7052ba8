"""Calendar files, read back with the icalendar library (RFC 5545, RFC 5546)."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.exports import ics
from bot.exports.ics import Labels
from bot.records.meeting import Form, Meeting, Status
from tests.words.limits import EVIL

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 9, 1, 10, 0, 30, tzinfo=STOCKHOLM)
LABELS = Labels("På nätet", "Länk: https://example.org/rum\nFrågor? Karin, 070-174 06 05")
AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)


def meeting(**facts: object) -> Meeting:
    """Give an announced meeting on 5 December 2026, 10-14, with these facts."""
    usual: dict[str, object] = {
        "id": 7,
        "status": Status.ANNOUNCED,
        "secret": "hemlig",
        "title": "Dialogträff",
        "day": date(2026, 12, 5),
        "start": time(10),
        "end": time(14),
        "form": Form.ROOM,
        "place": "Storsjöteatern, Rådhusgatan 48; Östersund",
        "created_by": 1,
        "created_at": NOW,
    }
    return Meeting.model_validate({**usual, **facts})


def file(**facts: object) -> bytes:
    """Write the meeting's file."""
    return ics.calendar(meeting(**facts), STOCKHOLM, NOW, LABELS)


def read(**facts: object) -> tuple[Calendar, Event]:
    """Write the meeting's file and read it back: the whole, and its only entry."""
    return parsed(file(**facts))


def parsed(written: bytes) -> tuple[Calendar, Event]:
    """Read a file: the whole, and its only entry."""
    whole = Calendar.from_ical(written)
    (entry,) = whole.walk("VEVENT")
    assert isinstance(whole, Calendar)
    assert isinstance(entry, Event)
    return whole, entry


def test_a_new_meeting_is_published() -> None:
    """Title, place, hours and notes come back as they were written."""
    whole, entry = read()

    assert ("PUBLISH", "2.0") == (whole["METHOD"], whole["VERSION"])
    assert ("CONFIRMED", "Dialogträff") == (entry["STATUS"], entry["SUMMARY"])
    assert entry["LOCATION"] == "Storsjöteatern, Rådhusgatan 48; Östersund"
    assert entry["DESCRIPTION"] == LABELS.notes
    assert entry.decoded("DTSTAMP") == NOW
    assert entry.decoded("DTSTAMP").utcoffset() == timedelta(0)
    assert "URL" not in entry


def test_a_change_updates_the_same_entry() -> None:
    """The UID stays for ever while SEQUENCE counts up, so a calendar replaces what it has."""
    _, first = read()
    _, second = read(title="Nytt namn", day=date(2026, 12, 12), sequence=3)

    assert first["UID"] == second["UID"] == "hemlig@samklang"
    assert (0, 3) == (first["SEQUENCE"], second["SEQUENCE"])


def test_another_meeting_is_another_entry() -> None:
    """Two meetings never share a UID."""
    assert read()[1]["UID"] != read(secret="annan")[1]["UID"]


def test_a_cancelled_meeting_leaves_the_calendar() -> None:
    """METHOD and STATUS say so, about the same UID."""
    whole, entry = read(status=Status.CANCELLED, sequence=1)

    assert ("CANCEL", "CANCELLED") == (whole["METHOD"], entry["STATUS"])
    assert entry["UID"] == "hemlig@samklang"


@pytest.mark.parametrize(
    ("begins", "ends", "facts"),
    [
        ("2026-12-05 09:00", "2026-12-05 13:00", {}),
        ("2026-12-05 09:00", "2026-12-05 12:00", {"end": None}),
        ("2026-10-25 17:00", "2026-10-25 19:00", {"day": AUTUMN, "start": 18, "end": 20}),
        ("2026-10-24 23:00", "2026-10-25 03:00", {"day": AUTUMN, "start": 1, "end": 4}),
        ("2026-10-24 23:00", "2026-10-25 02:00", {"day": AUTUMN, "start": 1, "end": None}),
        ("2027-03-28 16:00", "2027-03-28 18:00", {"day": SPRING, "start": 18, "end": 20}),
        ("2027-03-28 00:00", "2027-03-28 02:00", {"day": SPRING, "start": 1, "end": 4}),
        ("2027-03-27 23:00", "2027-03-28 02:00", {"day": SPRING, "start": 0, "end": None}),
    ],
)
def test_hours_are_exact_when_the_clock_is_moved_d1(
    begins: str, ends: str, facts: dict[str, object]
) -> None:
    """Without an end a meeting lasts three hours by the watch, not by the wall."""
    clocks = {name: time(hour) for name, hour in facts.items() if isinstance(hour, int)}
    _, entry = read(**{**facts, **clocks})

    def instant(written: str) -> datetime:
        return datetime.fromisoformat(written).replace(tzinfo=UTC)

    assert instant(begins) == entry.decoded("DTSTART").astimezone(UTC)
    assert instant(ends) == entry.decoded("DTEND").astimezone(UTC)
    assert entry["DTSTART"].params["TZID"] == "Europe/Stockholm"


@pytest.mark.parametrize("day", [date(2026, 12, 5), AUTUMN, SPRING])
def test_the_zone_stands_in_the_file(day: date) -> None:
    """Outlook needs VTIMEZONE; it knows summer and winter, an hour apart."""
    (zone,) = read(day=day)[0].walk("VTIMEZONE")

    offsets = {
        part["TZOFFSETTO"].to_ical()
        for part in zone.subcomponents
        if part.name in {"STANDARD", "DAYLIGHT"}
    }
    assert zone["TZID"] == "Europe/Stockholm"
    assert {"+0100", "+0200"} == offsets


def test_lines_are_folded_as_the_standard_says() -> None:
    """At most 75 octets and CRLF, without cutting a letter in half (RFC 5545, 3.1)."""
    written = file(title="Räksmörgåsar åt alla " * 20, place="å" * 200)

    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize(
    "title",
    [
        EVIL.strip(),
        "Kaffe; te, och\\n mera",
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y",
        "BEGIN:VALARM",
    ],
    ids=["markup", "signs", "lines", "a command"],
)
def test_a_hostile_title_is_only_a_title_f6(title: str) -> None:
    """It adds no entry and no line, and reads as it was typed."""
    whole, entry = read(title=title, place=title)

    assert title.replace("\r\n", "\n") == entry["SUMMARY"] == entry["LOCATION"]
    assert ["VEVENT", "VTIMEZONE"] == sorted(part.name or "" for part in whole.subcomponents)
    (alarm,) = entry.subcomponents
    assert title.replace("\r\n", "\n") == alarm["DESCRIPTION"]
    assert {"BEGIN:VALARM", "END:VALARM"} <= set(file(title=title).decode().split("\r\n"))


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ("På nätet", {"form": Form.ONLINE, "place": None}),
        ("https://x.se/y", {"form": Form.ONLINE, "join_url": "https://x.se/y"}),
        ("På nätet", {"form": Form.ONLINE}),
        ("Torget", {"form": Form.HYBRID, "place": "Torget"}),
        ("", {"place": None}),
    ],
)
def test_an_online_meeting_is_online(expected: str, facts: dict[str, object]) -> None:
    """A place that no longer holds is not told."""
    assert expected == read(**facts)[1]["LOCATION"]


def test_the_link_stands_where_calendars_look_for_it() -> None:
    """As the entry's URL, beside the place of a hybrid meeting; not in a room."""
    link = "https://example.org/rum"
    _, hybrid = read(join_url=link, form=Form.HYBRID, place="Torget")

    assert (link, "Torget") == (hybrid["URL"], hybrid["LOCATION"])
    assert "URL" not in read(join_url=link, form=Form.ROOM)[1]


def test_the_place_has_its_point_on_the_map() -> None:
    """If the organiser has sent one (RFC 5545, 3.8.1.6)."""
    _, entry = read(latitude=63.17679, longitude=14.63611)

    assert "63.17679;14.63611" == entry["GEO"].to_ical()
    assert "GEO" not in read()[1]


def test_the_calendar_reminds_two_hours_before() -> None:
    """An alarm for what stands, none for what is cancelled (RFC 5545, 3.6.6)."""
    (alarm,) = read()[1].walk("VALARM")

    assert ("DISPLAY", "Dialogträff") == (alarm["ACTION"], alarm["DESCRIPTION"])
    assert timedelta(hours=-2) == alarm.decoded("TRIGGER")
    assert [] == read(status=Status.CANCELLED)[1].walk("VALARM")


@pytest.mark.parametrize(
    ("expected", "labels"),
    [
        (("mailto:a@region.example", "Region Storsjön"), ("Region Storsjön", "a@region.example")),
        (("invalid:nomail", 'Kören "Vid sjön"; x'), ('Kören "Vid sjön"; x', "")),
        (("invalid:nomail", "Samklang"), ("", "")),
    ],
)  # fmt: skip
def test_every_file_has_an_organiser_and_asks_nobody_to_answer(
    expected: tuple[str, str], labels: tuple[str, str]
) -> None:
    """Both methods demand ORGANIZER, and PUBLISH forbids ATTENDEE (RFC 5546, 3.2.1, 3.2.5)."""
    said = Labels("På nätet", "", *labels)
    for status in (Status.ANNOUNCED, Status.CANCELLED):
        written = ics.calendar(meeting(status=status), STOCKHOLM, NOW, said)
        _, entry = parsed(written)

        name = str(entry["ORGANIZER"].params["CN"])
        assert expected[0] == str(entry["ORGANIZER"])
        assert expected[1].replace('"', "") == name.replace("'", "").replace('"', "")
        assert "ATTENDEE" not in entry


def test_one_who_gives_her_seat_up_and_comes_back_gets_it_back() -> None:
    """CANCEL and PUBLISH of the same SEQUENCE: the later DTSTAMP counts (RFC 5546, 2.1.5)."""
    later = NOW + timedelta(hours=1)
    given_up = ics.calendar(meeting(sequence=2), STOCKHOLM, NOW, LABELS, is_given_up=True)
    back = ics.calendar(meeting(sequence=2), STOCKHOLM, later, LABELS)
    (first, gone), (second, here) = parsed(given_up), parsed(back)

    assert ("CANCEL", "PUBLISH") == (first["METHOD"], second["METHOD"])
    assert ("CANCELLED", "CONFIRMED") == (gone["STATUS"], here["STATUS"])
    assert (gone["UID"], gone["SEQUENCE"]) == (here["UID"], here["SEQUENCE"])
    assert gone.decoded("DTSTAMP") < here.decoded("DTSTAMP")


@pytest.mark.parametrize("status", [Status.ANNOUNCED, Status.CANCELLED])
def test_what_the_standard_demands_is_there_once(status: Status) -> None:
    """Who, what, when and which edition, none of them twice (RFC 5546, 3.2)."""
    lines = file(status=status, sequence=4).decode().split("\r\n")
    begin, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    names = [line.partition(":")[0].partition(";")[0] for line in lines[begin:end]]

    for name in (
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "ORGANIZER",
        "SUMMARY",
        "SEQUENCE",
        "STATUS",
    ):
        assert 1 == names.count(name), name
    assert 1 == lines.count("VERSION:2.0")
    assert 1 == sum(line.startswith("METHOD:") for line in lines)
    assert next(line for line in lines if line.startswith("DTSTAMP:")).endswith("Z")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=400))
def test_any_text_is_read_back_as_it_was_written_f6(text: str) -> None:
    """Whatever is typed adds no line and no property, and is folded within 75 octets."""
    shown = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    written = file(title=f"a{shown}b", place=f"a{shown}b")
    _, entry = parsed(written)

    assert f"a{shown}b" == entry["SUMMARY"] == entry["LOCATION"]
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


@pytest.mark.parametrize("unknown", ["day", "start"])
def test_a_meeting_without_an_hour_has_no_file(unknown: str) -> None:
    """That is a mistake of ours, and said so."""
    with pytest.raises(ValueError, match="day and a start"):
        file(**{unknown: None})


def test_files_are_named_by_their_day() -> None:
    """So that several can lie side by side."""
    assert ["mote-2026-12-05.ics", "mote.ics"] == [
        ics.file_name(given) for given in (meeting(), meeting(day=None))
    ]
