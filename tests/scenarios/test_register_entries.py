"""One association's entry: each field is tapped and written, and nothing odd is kept."""

from __future__ import annotations

import pytest

from bot.store import organisations
from bot.store import register as asked
from tests.town import Town
from tests.town_register import FROSO, edits, entry, knows, noted


@pytest.mark.parametrize(
    ("field", "written", "shown"),
    [
        ("Namn", "Frösö  hembygdsgille", "Namn: Frösö hembygdsgille"),
        ("Kommun", "Östersund", "Kommun: Östersund"),
        ("Språk", "svenska; Suomi, svenska", "Språk: svenska, Suomi"),
        ("Kontakt", "Märta Dahl", "Kontakt: Märta Dahl"),
        ("Telefon", "063-10 20 30", "Telefon: 063-10 20 30"),
        ("E-post", "hej@froso.example", "E-post: hej@froso.example"),
        ("Typ", "Hembygd", "Typ: Hembygd"),
    ],
)
def test_a_field_is_changed_by_tapping_it_and_writing(
    town: Town, field: str, written: str, shown: str
) -> None:
    """What is written stands there at once, and the log says that something was changed."""
    karin = town.organiser()
    edits(karin, field)

    karin.writes(written)

    karin.sees("Vad ska jag ändra?", shown)
    assert noted(town) == ["changed the register"]


def test_a_kind_is_chosen_among_the_network_s_own(town: Town) -> None:
    """The settings' kinds stand as buttons, and one that somebody wrote joins them."""
    karin = town.organiser()
    knows(town, "Ås byalag", kind="byalag")
    edits(karin, "Typ")
    karin.sees_button("nationell minoritet")

    karin.taps("byalag")
    karin.sees("Typ: byalag")
    karin.taps("Typ")
    karin.taps("Annan")
    karin.writes("hembygd")
    karin.sees("Typ: hembygd")
    karin.taps("Typ")
    karin.writes("KOMMUN")
    karin.sees("Typ: kommun")
    karin.taps("Typ")
    karin.taps("Ta bort uppgiften")

    karin.sees("Typ: –")


def test_what_stands_there_can_be_taken_away(town: Town) -> None:
    """By the button or by its words; a name cannot."""
    karin = town.organiser()
    knows(town, FROSO, contact="Märta Dahl", phone="063-10 20 30")
    edits(karin, "Kontakt")
    karin.sees("Kontakt: Märta Dahl")

    karin.taps("Ta bort uppgiften")
    karin.sees("Kontakt: –")
    karin.taps("Telefon")
    karin.writes("ta bort uppgiften")

    karin.sees("Telefon: –")
    town.presses(karin, f"org:{entry(town).id}:name:none")
    assert entry(town, "none").name == "none"


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        ("Namn", "x" * 101, "Högst 100 tecken"),
        ("Namn", "ÅS BYALAG", "Det finns redan en förening som går under det namnet."),
        ("Andra namn", "Ås byalag", "Det finns redan en förening"),
        ("Telefon", "ring kansliet", "Jag behöver ett telefonnummer"),
        ("E-post", "froso.example", "Jag behöver en e-postadress"),
        ("Språk", ",".join(map(str, range(11))), "lite långt för mig"),
        ("Typ", "y" * 41, "Högst 40 tecken"),
        ("Temagrupper", "z" * 61, "Högst 60 tecken"),
        ("Kommun", "\u200b", "Jag behöver något att skriva upp."),
    ],
)
def test_what_cannot_stand_there_is_refused_kindly_f4_f5(
    town: Town, field: str, written: str, said: str
) -> None:
    """Karin hears why, and the question is still open."""
    karin = town.organiser()
    edits(karin, field)

    karin.writes(written)
    karin.sees(said)

    assert noted(town) == []
    assert entry(town).name == FROSO


def test_markup_in_a_name_is_shown_as_it_was_written_f6_f7(town: Town) -> None:
    """Neither marks nor other directions reach anyone else's screen."""
    town.has_odd_writers = True
    karin = town.organiser()
    edits(karin, "Namn")

    karin.writes("<b>Frösö</b> & \u202eCo\n{0.__class__}")

    karin.sees("Namn: <b>Frösö</b> & Co {0.__class__}")
    assert entry(town, "<b>Frösö</b> & Co {0.__class__}").key


def test_a_sticker_changes_nothing_f3(town: Town) -> None:
    """The question stays open, and a written answer after it counts."""
    karin = town.organiser()
    edits(karin, "Kommun")

    karin.sends("sticker")
    karin.writes("Krokom")

    karin.sees("Kommun: Krokom")


def test_other_names_come_and_go(town: Town) -> None:
    """An association is found by a short name, until it is taken away."""
    karin = town.organiser()
    edits(karin, "Andra namn")
    karin.writes("FHF")
    karin.writes("fhf")
    assert entry(town, "FHF").name == FROSO

    karin.taps("Ta bort ”FHF”")
    karin.taps("Tillbaka")

    karin.sees("Andra namn: –")
    with town.store.reading() as session:
        assert organisations.named(session, "FHF") is None


def test_an_association_may_take_one_of_its_other_names(town: Town) -> None:
    """Then that name is its own and no other."""
    karin = town.organiser()
    edits(karin, "Andra namn")
    karin.writes("Frösö gille")
    karin.taps("Tillbaka")
    karin.taps("Namn")

    karin.writes("FRÖSÖ GILLE")

    karin.sees("Namn: FRÖSÖ GILLE", "Andra namn: –")


def test_theme_groups_are_tapped_in_and_out(town: Town) -> None:
    """A new group is written, and is there to tap for the next association."""
    karin = town.organiser()
    edits(karin, "Temagrupper")
    karin.writes("Kulturella mötesplatser")
    karin.sees_button("Kulturella mötesplatser ✓ vald")
    edits(karin, "Temagrupper", "Ås byalag")

    karin.taps("Kulturella mötesplatser")
    karin.sees_button("Kulturella mötesplatser ✓ vald")
    karin.taps("Kulturella mötesplatser ✓ vald")
    karin.taps("Tillbaka")

    karin.sees("Temagrupper: –")
    row = entry(town)
    with town.store.reading() as session:
        groups = asked.groups(session, row.id)
        assert [group.name for group in groups] == ["Kulturella mötesplatser"]


def test_the_entry_names_people_and_what_they_come_to(town: Town) -> None:
    """How many belong there, who they are, and to which meetings they are registered."""
    karin = town.organiser()
    for number in range(14):
        town.member(f"Deltagare {number:02}", FROSO)
    sara = town.member("Sara Lind", FROSO)
    town.announces(karin)
    sara.taps("Anmäl mig")

    karin.writes(f"/register {FROSO}")

    karin.sees("15 personer hör hit:", "Deltagare 00", "1 kommer till Dialogträff om kulturplanen")
    karin.taps("Visa personer")
    karin.sees("Deltagare 13", "Sara Lind")


def test_a_name_that_is_too_long_is_asked_for_again_f4(town: Town) -> None:
    """Karin hears how long it may be, and the next one counts."""
    karin = town.organiser()
    karin.writes("/register")
    karin.writes("lägg till en förening")
    karin.writes("x" * 101)
    karin.sees("Högst 100 tecken")

    karin.writes("Lits sockenråd")

    karin.sees("Namn: Lits sockenråd")
