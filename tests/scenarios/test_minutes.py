"""What was said at a meeting is written down, corrected by those who were there, and published."""

from __future__ import annotations

from datetime import date

from bot.records.person import Role
from bot.simulator.cast import Player
from bot.store import registrations
from tests.town import Town

TITLE = "Dialogträff om kulturplanen"
MORNING_AFTER, TUESDAY = date(2026, 12, 7), date(2026, 12, 8)


def _comes(player: Player) -> None:
    player.taps("Anmäl mig")
    player.taps("Jag äter allt")
    player.taps("Nej tack")
    player.looks_away()


def _held(town: Town) -> tuple[Player, Player, Player]:
    """Let Sara come to a meeting and Nils send his regrets; Karin opens it the Monday after."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    nils = town.member("Nils Berg", "Ås byalag")
    town.announces(karin)
    _comes(sara)
    nils.taps("Kan inte komma")
    town.arrives(MORNING_AFTER, "10:30")
    for player in (sara, nils):
        player.looks_away()
    _opens(karin)
    return karin, sara, nils


def _opens(karin: Player) -> None:
    karin.writes("/moten")
    karin.taps("Tidigare")
    karin.taps(TITLE)
    karin.taps("Anteckningar")


def _writes(karin: Player) -> None:
    karin.taps("Skriv anteckningar")
    karin.writes("Vi vill ses oftare.")
    karin.writes("Nästa gång bjuder Ås in.")
    karin.taps("Klart")


def test_karin_writes_in_several_messages_and_sends_for_comments(town: Town) -> None:
    """Those who came get them, can say what is wrong, and Karin sees who said it."""
    karin, sara, nils = _held(town)
    _writes(karin)
    karin.sees("Vi vill ses oftare.", "Nästa gång bjuder Ås in.", "utkast som bara arrangörerna")

    karin.taps("Skicka för synpunkter")
    karin.taps("måndag 14 december kl. 23.59")
    karin.sees("till och med måndag 14 december kl. 23.59", "De går till 1 person", "Sara Lind")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)

    sara.sees("Tack för att du var med!", "Svara här senast måndag 14 december kl. 23.59")
    sara.taps("Läs anteckningarna")
    sara.sees("Vi vill ses oftare.")
    sara.taps("Lämna en synpunkt")
    sara.writes("Vi sa januari också.")
    sara.sees("arrangörerna läser det")
    sara.writes("Och Kören bjuder på fika.")
    sara.taps("Klart")
    nils.sees_nothing()
    _opens(karin)
    karin.sees("Synpunkter hittills: 2")
    karin.taps("Läs synpunkterna")
    karin.sees("Sara Lind (version 1): Vi sa januari också.", "Kören bjuder på fika")


def test_comments_reach_the_organisers_as_one_message_that_counts(town: Town) -> None:
    """Without a sound and never at night; what has been read is not told again."""
    karin, sara, nils = _held(town)
    berit = town.organiser("Berit Ek", Role.ORGANISER)
    _writes(karin)
    karin.taps("Skicka för synpunkter")
    karin.taps("måndag 14 december kl. 23.59")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    sara.taps("Lämna en synpunkt")
    sara.writes("Vi sa januari också.")
    karin.sees("1 synpunkt har kommit in på anteckningarna från Dialogträff om kulturplanen.")
    told = karin.last

    sara.writes("Och Kören bjuder på fika.")

    assert (told.id, True) == (karin.last.id, karin.last.silent)
    karin.sees("2 synpunkter har kommit in", "till och med måndag 14 december kl. 23.59")
    berit.sees("2 synpunkter har kommit in")
    nils.sees_nothing()
    karin.taps("Läs synpunkterna")
    karin.sees("Sara Lind (version 1): Vi sa januari också.")
    town.arrives(MORNING_AFTER, "22:30")
    karin.looks_away()
    sara.writes("Och Ås vill vara med.")
    karin.sees_nothing()
    berit.sees("3 synpunkter har kommit in")
    town.arrives(TUESDAY, "08:30")
    karin.sees("3 synpunkter har kommit in")


def test_a_new_version_tells_what_has_changed_and_is_published_to_all(town: Town) -> None:
    """Members find it under what has been, also those who were not there."""
    karin, sara, nils = _held(town)
    _writes(karin)
    karin.taps("Skicka för synpunkter")
    karin.writes("14 december")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    sara.looks_away()
    _opens(karin)
    karin.taps("Diarienummer")
    karin.writes("KN 2026/77")
    karin.taps("Ny version")
    karin.writes("Nästa träff är i januari.")
    karin.taps("Skriv mer")
    karin.writes("Vi ses i januari.")
    karin.taps("Klart")

    karin.taps("Publicera")
    karin.sees("De går till 2 personer", "Sara Lind och Nils Berg")
    karin.taps("Skicka till 2")
    town.moves(seconds=61)

    karin.sees("är skickade till 2 personer")
    for player in (sara, nils):
        player.sees("är klara", "Det här är ändrat: Nästa träff är i januari.", "KN 2026/77")
    nils.looks_away()
    nils.writes("/moten")
    nils.taps("Tidigare")
    nils.taps(TITLE)
    nils.taps("Läs anteckningarna")
    nils.sees("Vi ses i januari.", "Diarienummer: KN 2026/77")


def test_nobody_has_seen_what_was_stopped_within_the_minute(town: Town) -> None:
    """It is a draft again."""
    karin, sara, _ = _held(town)
    _writes(karin)
    karin.taps("Skicka för synpunkter")
    karin.taps("måndag 14 december kl. 23.59")
    karin.taps("Skicka till 1")

    karin.taps("Stoppa")
    town.moves(seconds=120)

    karin.sees("Stoppat. Ingen har sett anteckningarna")
    sara.sees_nothing()
    karin.taps("Anteckningar")
    karin.sees("ett utkast som bara arrangörerna ser")


def test_minutes_can_be_a_file_that_is_sent_on_as_it_is(town: Town) -> None:
    """The bot keeps Telegram's handle and never reads it."""
    karin, sara, _ = _held(town)
    karin.taps("Skriv anteckningar")
    karin.sends("document", file=b"%PDF-1.7 protokoll", file_name="protokoll.pdf")
    karin.taps("Klart")
    karin.taps("Gör till protokoll")
    karin.sees("Typ: protokoll", "Fil: protokoll.pdf")

    karin.taps("Publicera")
    karin.taps("Skicka till 2")
    town.moves(seconds=61)

    sara.sees("Protokollet från", "är klart")
    assert sara.last.kind == "document"


def test_who_was_there_can_be_put_in(town: Town) -> None:
    """By association: present, absent, and those who had said so."""
    karin, sara, _ = _held(town)
    with town.store.transaction() as session:
        for mine in registrations.all_of(session, 1):
            mine.attended = mine.person_id == town.row(session, sara).id
            session.add(mine)
    _writes(karin)

    karin.taps("Lägg in vilka som var med")

    karin.sees("Närvarande:", "Bräcke amatörteater: Sara Lind")
    karin.sees("Anmält förhinder:", "Ås byalag: Nils Berg")


def test_comments_end_with_the_window(town: Town) -> None:
    """A late one is told whom to turn to, and nothing is kept."""
    karin, sara, _ = _held(town)
    _writes(karin)
    karin.taps("Skicka för synpunkter")
    karin.taps("måndag 14 december kl. 23.59")
    karin.taps("Skicka till 1")
    town.moves(seconds=61)
    town.arrives(date(2026, 12, 15), "08:00")

    sara.taps("Lämna en synpunkt")

    sara.sees("Tiden för synpunkter har gått ut")


def test_a_member_can_neither_write_nor_read_what_is_not_out(town: Town) -> None:
    """A forged button leads nowhere, and nothing is written before the meeting."""
    karin, sara, nils = _held(town)
    _writes(karin)

    sara.forges("notes:1:whole")
    sara.sees_toast("Det kan bara arrangörer")
    nils.forges("said:1:read")
    nils.sees_toast("Det finns inte kvar")

    meeting = town.announces(karin, day=date(2027, 1, 16), closes_on=date(2027, 1, 8))
    karin.forges(f"notes:{meeting.id}:write")
    karin.sees_toast("när mötet har börjat")


def test_a_draft_can_be_begun_anew_or_thrown_away(town: Town) -> None:
    """Nothing of it is left."""
    karin, _, _ = _held(town)
    _writes(karin)

    karin.taps("Börja om")
    karin.writes("Bara det här.")
    karin.taps("Klart")
    assert "ses oftare" not in karin.last.text
    karin.taps("Kasta utkastet")

    karin.sees("Inget är skrivet från")
