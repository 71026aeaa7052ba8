"""What is handed over when an archive asks for a meeting's papers."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import date

from bot.deeds import packaging
from bot.exports.bundle import MANIFEST
from bot.records.agenda import AgendaItem
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes, MinutesStatus
from bot.rules import comparing, importing, sheets
from bot.rules import minutes as rules
from bot.simulator.cast import Player
from bot.store import minutes_files
from bot.turn import Turn
from tests.town import Town

PROTOCOL = b"%PDF-1.7 protokoll " + bytes(range(256))


def _comes(player: Player) -> None:
    player.taps("Anmäl mig")
    player.taps("Jag äter allt")
    player.taps("Nej tack")


def _packed(town: Town, meeting: Meeting, *, with_names: bool) -> dict[str, bytes]:
    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        content = packaging.of_meeting(turn, meeting, with_names=with_names).content
    return _unpacked(content)


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_meeting_is_handed_over_with_checksums(town: Town) -> None:
    """Announcement, agenda, messages, deeds and minutes; every file is listed and sound."""
    sara, karin = town.member("Sara Lind"), town.organiser()
    meeting = town.announces(karin, diary="KN 2026/123")
    _comes(sara)
    with town.store.transaction() as session:
        session.add(AgendaItem(meeting_id=meeting.id, position=0, title="Välkomna"))
        for version, status in ((1, MinutesStatus.PUBLISHED), (2, MinutesStatus.DRAFT)):
            session.add(
                Minutes(
                    meeting_id=meeting.id,
                    version=version,
                    status=status,
                    text=f"Vi talade om kultur {version}.",
                    created_at=town.clock.now(),
                )
            )

    files = _packed(town, meeting, with_names=False)

    manifest = json.loads(files[MANIFEST])
    assert manifest["diary_number"] == "KN 2026/123"
    assert {one["file"] for one in manifest["files"]} == set(files) - {MANIFEST}
    for one in manifest["files"]:
        assert hashlib.sha256(files[one["file"]]).hexdigest() == one["sha256"]
    read = files["mote.txt"].decode()
    assert "Diarienummer: KN 2026/123" in read
    assert "1. Välkomna" in read
    assert "Vi talade om kultur 1." in read
    assert "kultur 2" not in read, "a draft is nobody's yet"
    assert "skickade inbjudan" in files["vad-som-gjorts.csv"].decode()
    assert "inbjudan" in files["utskick.csv"].decode()


def test_the_papers_tell_what_was_changed_and_how_it_was_before(town: Town) -> None:
    """In words that someone reads in twenty years; what was only being written is nobody's."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    _comes(sara)
    town.presses(karin, f"meet:{meeting.id}:change:place")
    karin.writes("Storsjöteatern, Rådhusgatan 48")
    town.moves(minutes=5)
    town.presses(karin, f"meet:{meeting.id}:write")
    karin.writes("Bara ett utkast.")

    files = _packed(town, meeting, with_names=False)

    told = files["utskick.csv"].decode()
    assert "Plats förut: Teaterverkstaden, Bangårdsgatan 5" in told
    assert "Bara ett utkast" not in told
    assert "ändrade mötet;Plats" in files["vad-som-gjorts.csv"].decode()
    assert "fades_at" not in json.loads(files["mote.json"])


def test_names_are_handed_over_only_when_asked_for_j8(town: Town) -> None:
    """And food and needs never, in any file."""
    sara, karin = town.member("Sara Lind"), town.organiser()
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Veganskt")
    sara.taps("Klart")

    without = _packed(town, meeting, with_names=False)
    named = _packed(town, meeting, with_names=True)

    assert not any(b"Sara Lind" in content for content in without.values())
    assert "Sara Lind;Bräcke amatörteater;kommer" in named["deltagare.csv"].decode()
    assert not any("egansk" in content.decode() for content in named.values())
    assert json.loads(named[MANIFEST])["participants"] is True


def test_the_bots_own_secrets_stay_at_home(town: Town) -> None:
    """The part of a link that lets people in is nobody's document."""
    meeting = town.announces(town.organiser())

    files = _packed(town, meeting, with_names=True)

    assert not any(meeting.secret.encode() in content for content in files.values())


def test_the_register_that_is_exported_can_be_imported(town: Town) -> None:
    """Nothing in it would change anything; who waits hears of each file that is made."""
    heard: list[tuple[int, int]] = []
    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        content = packaging.of_network(turn, lambda done, whole: heard.append((done, whole)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = sheets.table(archive.read("foreningar.csv").decode("utf-8-sig"))

    entries = importing.entries(rows, importing.columns(rows))

    assert [entry.name for entry in entries][:2] == [
        "Bräcke amatörteater",
        "Frösö hembygdsförening",
    ]
    assert heard == [(1, 2), (2, 2)]
    standing = [comparing.Standing(n, one.name, {}, {}) for n, one in enumerate(entries)]
    assert {one.verdict for one in comparing.compare(entries, standing)} == {comparing.Verdict.SAME}


def test_karin_gets_the_papers_in_the_chat(town: Town) -> None:
    """She chooses whether the names go along; a member gets nothing."""
    sara, karin = town.member("Sara Lind"), town.organiser()
    meeting = town.announces(karin)
    town.presses(karin, f"lists:{meeting.id}:menu")
    karin.taps("Handlingar till arkivet")

    karin.taps("Utan namn")

    karin.sees("Här är handlingarna")
    assert karin.last.document is not None
    assert "deltagare.csv" not in _unpacked(karin.last.document.content)
    sara.looks_away()
    town.presses(sara, f"pack:{meeting.id}:names")
    sara.sees_nothing()


def _publishes_a_file(town: Town, karin: Player) -> int:
    """Let a meeting be held, and its minutes be a file; give the meeting's number."""
    meeting = town.announces(karin, day=date(2026, 11, 14), closes_on=date(2026, 11, 10))
    town.arrives(date(2026, 11, 16), "11:00")
    town.presses(karin, f"notes:{meeting.id}:write")
    karin.sends("document", file=PROTOCOL, file_name="proto:koll.pdf")
    karin.taps("Klart")
    karin.taps("Publicera")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    return meeting.id


def _asks_for_papers(town: Town, karin: Player, meeting_id: int) -> dict[str, bytes]:
    """Let Karin ask in the chat, and give what is in the package she gets."""
    town.presses(karin, f"lists:{meeting_id}:menu")
    karin.taps("Handlingar till arkivet")
    karin.taps("Utan namn")
    said = karin.world.history(karin.place)
    packages = [one.document for one in said if "Här är handlingarna" in one.text]
    assert packages[-1] is not None
    return _unpacked(packages[-1].content)


def test_minutes_that_are_a_file_are_handed_over_whole(town: Town) -> None:
    """To the byte, with a checksum; versions with the same file share it."""
    karin, _ = town.organiser(), town.member("Sara Lind")
    number = _publishes_a_file(town, karin)
    town.presses(karin, f"notes:{number}:new")
    karin.writes("Rättade namn.")
    karin.taps("Publicera")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    files = _asks_for_papers(town, karin, number)

    assert files["anteckningar-1-proto_koll.pdf"] == PROTOCOL
    assert sum(content == PROTOCOL for content in files.values()) == 1
    listed = {one["file"]: one["sha256"] for one in json.loads(files[MANIFEST])["files"]}
    checksum = hashlib.sha256(PROTOCOL).hexdigest()
    assert listed["anteckningar-1-proto_koll.pdf"] == checksum
    assert files["mote.txt"].decode().count("I filen anteckningar-1-proto_koll.pdf") == 2
    assert karin.last.document is not None
    assert karin.last.document.content != PROTOCOL


def test_a_document_that_could_not_be_fetched_is_named_and_sent_by_itself_a5(town: Town) -> None:
    """The minutes go out all the same; the next time the papers are asked for they are whole."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.telegram.faults.add("getFile", "connection_cut", times=100)
    number = _publishes_a_file(town, karin)
    sara.sees("är klara")

    files = _asks_for_papers(town, karin, number)

    assert PROTOCOL not in files.values()
    assert ["proto:koll.pdf"] == json.loads(files[MANIFEST])["missing_documents"]
    assert "proto:koll.pdf finns inte bland de här filerna" in files["mote.txt"].decode()
    karin.sees("Spara det härifrån")
    assert karin.last.document is not None
    assert karin.last.document.content == PROTOCOL

    town.telegram.faults.clear()
    assert PROTOCOL in _asks_for_papers(town, karin, number).values()


def test_minutes_that_are_taken_back_are_not_kept(town: Town) -> None:
    """What nobody was shown is nobody's document, and a file too large is named at once."""
    karin, _ = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, day=date(2026, 11, 14), closes_on=date(2026, 11, 10))
    town.arrives(date(2026, 11, 16), "11:00")
    town.presses(karin, f"notes:{meeting.id}:write")
    karin.sends("document", file=bytes(rules.LARGEST_KEPT + 1), file_name="film.mp4")
    karin.sees("större än 20 MB", "spara den där själv")
    karin.sends("document", file=PROTOCOL, file_name="protokoll.pdf")
    karin.taps("Klart")
    karin.taps("Publicera")
    karin.taps("Skicka till 1")
    karin.taps("Stoppa")

    with town.store.transaction() as session:
        assert {} == minutes_files.sizes(session, meeting.id)
        assert minutes_files.next_one(session) is None
