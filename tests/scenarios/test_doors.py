"""An association's own link and letter: whoever comes in by it is in the right place."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader
from sqlmodel import select

from bot.records.audit import Audit
from bot.records.person import Person
from bot.simulator.cast import Player
from bot.store import memberships, organisations
from tests.town import ASSOCIATIONS, Town

FROSO = ASSOCIATIONS[1]


def _row(town: Town) -> int:
    with town.store.reading() as session:
        found = organisations.named(session, FROSO)
        assert found is not None
        return found.id


def _link(karin: Player) -> str:
    found = re.search(r"https://\S+", karin.last.text)
    assert found is not None
    return found[0]


def _letter(karin: Player) -> str:
    pages = PdfReader(io.BytesIO(karin.document(".pdf"))).pages
    whole = " ".join(page.extract_text() for page in pages)
    return " ".join(re.sub("[\u00ad\u2010-]\n", "", whole).split())


def _asks_for_letter(karin: Player) -> str:
    karin.writes(f"/register {FROSO}")
    karin.taps("Länk och brev")
    karin.taps("Nytt brev (svenska)")
    return _link(karin)


def test_karin_gets_a_letter_and_ester_is_in_the_right_place(town: Town) -> None:
    """Ester points her telephone at the code, says her name, and is asked no more."""
    karin, ester = town.organiser(), town.stranger("Ester")
    karin.writes(f"/register {FROSO}")
    karin.taps("Länk och brev")
    karin.sees("Det finns ingen länk hit än.")
    karin.taps("Nytt brev (svenska)")
    karin.sees(
        f"Här är brevet till {FROSO}.", "Länken fungerar till och med söndag 31 januari 2027"
    )

    ester.starts(_link(karin))
    ester.writes("Ester Ny")

    ester.sees("nu är allt klart!")
    with town.store.reading() as session:
        assert town.row(session, ester).organisation_id == _row_in(session)
    read = _letter(karin)
    for words in ("Välkommen till Kulturnätet", FROSO, "söndag 31 januari 2027", "Region Storsjön"):
        assert words in read


def _row_in(session: object) -> int:
    found = organisations.named(session, FROSO)  # type: ignore[arg-type]  # a session
    assert found is not None
    return found.id


def test_a_member_of_another_association_belongs_to_both(town: Town) -> None:
    """Sara keeps where she comes from, and stands in the register of the other too."""
    karin, sara = town.organiser(), town.member("Sara Lind", "Ås byalag")

    sara.starts(_asks_for_letter(karin))

    with town.store.reading() as session:
        person = town.row(session, sara)
        assert [one.name for one in memberships.of_person(session, person.id)] == [FROSO]
        home = organisations.get(session, person.organisation_id)
        assert home is not None
        assert home.name == "Ås byalag"


def test_a_link_works_ninety_days_and_can_be_given_ninety_more(town: Town) -> None:
    """After that nobody comes in by it."""
    karin = town.organiser()
    link = _asks_for_letter(karin)
    town.moves(days=80)
    karin.writes(f"/register {FROSO}")
    karin.taps("Länk och brev")
    karin.sees("1 länk fungerar, till och med söndag 31 januari 2027.")
    karin.taps("Förläng med 90 dagar")
    karin.sees("1 länk fungerar, till och med onsdag 21 april 2027.")

    town.moves(days=80)
    ester = town.stranger("Ester")
    ester.starts(link)
    ester.sees("Vad heter du?")
    town.moves(days=11)
    frans = town.stranger("Frans")
    frans.starts(link)

    frans.sees("Länken fungerar inte längre")


def test_links_that_went_astray_are_closed_after_a_yes(town: Town) -> None:
    """Karin is told that letters stop working; then they do."""
    karin, ester = town.organiser(), town.stranger("Ester")
    link = _asks_for_letter(karin)
    town.presses(karin, f"door:{_row(town)}:show")
    karin.taps("Stäng alla länkar")
    karin.sees("Då fungerar inte längre de brev du redan har skickat")
    karin.taps("Ja, stäng dem")
    karin.sees("Det finns ingen länk hit än.")

    ester.starts(link)

    ester.sees("Länken fungerar inte längre")
    with town.store.reading() as session:
        assert set(session.exec(select(Audit.verb))) == {"made a link", "closed links"}
        assert len(session.exec(select(Person)).all()) == 1


def test_a_letter_is_written_in_the_association_s_language_too(town: Town) -> None:
    """One that wants to meet in Finnish is offered a letter in Finnish."""
    karin = town.organiser()
    with town.store.transaction() as session:
        one = organisations.named(session, FROSO)
        assert one is not None
        one.languages = ["Suomi", "klingonska"]
    karin.writes(f"/register {FROSO}")
    karin.taps("Länk och brev")

    karin.taps("Nytt brev (suomi)")

    assert "Tervetuloa: Kulturnätet" in _letter(karin)


@pytest.mark.parametrize("token", ["door:{row}:new:xx", "door:{row}:new", "door:{row}:x"])
def test_a_forged_button_makes_no_link(town: Town, token: str) -> None:
    """The links are shown instead; an association that is gone has none."""
    karin = town.organiser()

    town.presses(karin, token.format(row=_row(town)))
    karin.sees("Det finns ingen länk hit än.")

    town.presses(karin, "door:999:new:sv")
    karin.sees_nothing()
