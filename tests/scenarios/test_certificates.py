"""Someone who was there can show it, on a paper that is ready to sign."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from bot.records.meeting import Form, Meeting
from bot.records.person import Person
from bot.records.registration import Standing
from bot.simulator.cast import Player
from bot.store import registrations
from tests.town import SATURDAY, Town, comes


def _was_there(town: Town, meeting: Meeting, *players: Player) -> None:
    with town.store.transaction() as session:
        for player in players:
            mine = registrations.of(session, meeting.id, town.row(session, player).id)
            assert mine is not None
            mine.attended, mine.attendance_noted_at = True, town.clock.now()
            session.add(mine)


def _finds_the_past(player: Player) -> None:
    player.writes("/moten")
    player.taps("Tidigare")
    player.taps("Dialogträff om kulturplanen")


def _read(player: Player) -> str:
    assert player.last.document is not None
    pages = [
        page.extract_text() for page in PdfReader(io.BytesIO(player.last.document.content)).pages
    ]
    return re.sub(r"\s+", " ", " ".join(pages))


def test_sara_gets_her_certificate_from_the_meeting_she_was_at(town: Town) -> None:
    """What, when, where, who; and nothing of what she ate."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, hosts="Region Storsjön · Ax")
    comes(sara)
    town.arrives(SATURDAY, "11:00")
    _was_there(town, meeting, sara)
    town.arrives(SATURDAY, "15:00")

    _finds_the_past(sara)
    sara.taps("Få ett intyg")

    sara.sees("Här är ditt intyg för Dialogträff om kulturplanen")
    read = _read(sara)
    for words in (
        "Intyg om deltagande",
        "Sara Lind",
        "från Bräcke amatörteater",
        "har deltagit i Dialogträff om kulturplanen",
        "lördag 5 december 2026 kl. 10.00–14.00",
        "Arrangör: Region Storsjön och Ax",
        "Utfärdat lördag 5 december 2026",
        "Region Storsjön",
    ):
        assert words in read
    assert "smörgås" not in read


def test_one_who_was_not_noted_gets_none(town: Town) -> None:
    """The button is not there, and a forged one gives nothing."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())
    comes(sara)
    town.arrives(SATURDAY, "15:00")
    _finds_the_past(sara)

    assert "intyg" not in str(sara.last.buttons)
    sara.forges(f"proof:{meeting.id}:own")

    sara.sees_toast("Den knappen är gammal")


def test_karin_makes_one_for_anyone_who_was_there(town: Town) -> None:
    """Also for one without Telegram, whom she has registered by hand."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, form=Form.HYBRID, join_url="https://x.example", food="")
    sara.taps("Anmäl mig digitalt")
    sara.taps("Nej tack")
    town.arrives(SATURDAY, "11:00")
    _was_there(town, meeting, sara)
    town.presses(karin, f"lists:{meeting.id}:menu")
    karin.taps("Intyg")
    karin.sees("Vems intyg vill du ha?")

    karin.taps("Sara Lind (Bräcke amatörteater)")

    karin.sees("Intyg för Sara Lind, klart att skriva under")
    assert "Var: digitalt" in _read(karin)
    karin.writes("/logg")
    karin.sees("gjorde ett intyg om deltagande åt någon")


def test_many_who_were_there_have_pages(town: Town) -> None:
    """Nobody is left out because there are many."""
    karin = town.organiser()
    meeting = town.announces(karin)
    with town.store.transaction() as session:
        for n in range(23):
            one = Person(name=f"Anna {n:02}", is_private=True, created_at=town.clock.now())
            session.add(one)
            session.flush()
            now = town.clock.now()
            mine = registrations.answer(session, meeting.id, one.id, Standing.GOING, now)
            mine.attended = True
    town.presses(karin, f"proof:{meeting.id}:list:1")

    karin.taps("Nästa sida")
    karin.taps("Anna 22")

    karin.sees("Intyg för Anna 22")
    karin.taps("Förra sidan")
    karin.sees("Vems intyg vill du ha?")


@pytest.mark.parametrize("ask", ["list:1", "one:1"])
def test_a_member_makes_none_for_another_g1(town: Town, ask: str) -> None:
    """A forged button tells not even who was there."""
    sara = town.member("Sara Lind")
    meeting = town.announces(town.organiser())

    sara.forges(f"proof:{meeting.id}:{ask}")

    sara.sees_toast("Det kan bara")


def test_an_old_button_shows_who_was_there(town: Town) -> None:
    """One who is no longer noted has no certificate, and a draft has none at all."""
    karin = town.organiser()
    meeting, draft = town.announces(karin), town.drafts(karin)
    town.presses(karin, f"proof:{meeting.id}:list:1")

    karin.forges(f"proof:{meeting.id}:one:999")
    karin.sees_toast("Den knappen är gammal")
    karin.forges(f"proof:{draft.id}:list:1")

    karin.sees_toast("Det finns inte kvar")
