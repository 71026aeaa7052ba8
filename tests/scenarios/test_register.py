"""The register: how Karin finds an association, reads what is known of it, and puts it right."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from bot.store import organisations
from tests.town import ASSOCIATIONS, Town
from tests.town_register import FROSO, edits, entry, knows, noted


def test_the_register_tells_how_large_it_is(town: Town) -> None:
    """Karin sees how many there are, of what kinds, and a way to all of them."""
    karin = town.organiser()
    for name, kind, place in zip(
        ASSOCIATIONS,
        ("ideell kultur", "ideell kultur", "ideell kultur", "kommun"),
        ("Bräcke", "Östersund", "Östersund", "Bräcke"),
        strict=True,
    ):
        knows(town, name, kind=kind, municipality=place)

    karin.writes("/register")

    karin.sees("4 föreningar och organisationer", "2 kommuner", "ideell kultur: 3", "kommun: 1")
    karin.taps("Visa alla")
    karin.taps("Ås byalag")
    karin.sees("Typ: kommun", "Ingen härifrån har gått med än.")
    karin.taps("Till registret")
    karin.sees("4 föreningar och organisationer")


def test_a_member_does_not_keep_the_register_g1(town: Town) -> None:
    """Neither by the command nor by a button that was forged."""
    sara = town.member("Sara Lind")
    row, other = entry(town), entry(town, "Ås byalag")

    sara.writes("/register")
    sara.sees("arrangör")
    for token in (
        f"org:{row.id}:remove:yes",
        f"org:{row.id}:show",
        f"merge:{row.id}:do:{other.id}",
        f"door:{row.id}:new:sv",
        "reg:0:file",
        "reg:0:card",
    ):
        town.presses(sara, token)
        sara.sees_nothing()

    assert (entry(town).name, entry(town, "Ås byalag").id) == (FROSO, other.id)


@pytest.mark.parametrize(
    "words", ["hembygd", "FRÖS", "östers", "fhf", "Ideell", "frö hem", "hemb, FRÖSÖ", "fören fh"]
)
def test_a_search_finds_by_name_alias_place_and_kind(town: Town, words: str) -> None:
    """A few letters of whatever Karin remembers are enough."""
    karin = town.organiser()
    knows(town, FROSO, kind="ideell kultur", municipality="Östersund")
    edits(karin, "Andra namn")
    karin.writes("Föreningen FHF")
    karin.writes("/register")

    karin.writes(words)

    karin.sees(f"Det här hittade jag för ”{words}”.")
    found = [button.text for button in karin.last.buttons]
    assert FROSO in found
    assert "Ås byalag" not in found


def test_a_search_and_the_list_are_turned_page_by_page(town: Town) -> None:
    """Ten at a time, there and back; a percent sign is only a percent sign."""
    karin = town.organiser()
    with town.store.transaction() as session:
        for number in range(10, 33):
            organisations.add(session, f"Körförbundet {number}", None, town.clock.now())
    karin.writes("/register")

    karin.writes("körför")
    karin.sees_button("Körförbundet 19", message=karin.last)
    karin.sees_no_button("Körförbundet 20", message=karin.last)
    karin.taps("Fler")
    karin.taps("Fler")
    karin.sees_button("Körförbundet 32", message=karin.last)
    karin.sees_no_button("Fler", message=karin.last)
    karin.taps("Föregående")
    karin.sees_button("Körförbundet 20", message=karin.last)

    karin.writes("%")
    karin.sees("Jag hittar inget i registret för ”%”.")
    karin.writes("visa alla")
    karin.taps("Fler")
    karin.taps("Föregående")
    karin.sees_button("Bräcke amatörteater", message=karin.last)


def test_what_is_searched_for_in_vain_can_be_added(town: Town) -> None:
    """Karin adds it with one tap and is asked what more is known."""
    karin = town.organiser()
    karin.writes("/register")
    karin.writes("Lits sockenråd")

    karin.taps("Lägg till ”Lits sockenråd”")

    karin.sees("Vad ska jag ändra?", "Namn: Lits sockenråd", "Kommun: –")
    assert entry(town, "lits SOCKENRÅD").added_by is not None
    assert noted(town) == ["added an association"]


def test_what_is_there_is_not_added_again(town: Town) -> None:
    """A name that stands there is shown instead."""
    karin = town.organiser()
    karin.writes("/register")
    karin.taps("Lägg till en förening")
    karin.sees("Vad heter föreningen?")

    karin.writes("  ås   BYALAG ")

    karin.sees("Ås byalag")
    with town.store.reading() as session:
        assert organisations.count(session) == len(ASSOCIATIONS)


def test_only_an_association_without_people_is_removed_and_after_a_yes(town: Town) -> None:
    """Karin is asked first; where people belong she is led to merging instead."""
    karin = town.organiser()
    town.member("Sara Lind", FROSO)
    karin.writes(f"/register {FROSO}")
    karin.taps("Ta bort")
    karin.sees("1 person hör till Frösö hembygdsförening, så jag kan inte ta bort den.")
    town.presses(karin, f"org:{entry(town).id}:remove:yes")
    assert entry(town).name == FROSO

    karin.writes("/register Ås byalag")
    karin.taps("Ta bort")
    karin.sees("Ska jag ta bort Ås byalag ur registret?")
    karin.taps("Ja, ta bort den")

    karin.sees("Ås byalag finns inte längre i registret.")
    with town.store.reading() as session:
        assert organisations.named(session, "Ås byalag") is None
    assert noted(town) == ["removed an association"]


def test_a_button_to_an_association_that_is_gone_says_so(town: Town) -> None:
    """Nothing happens to anyone else's."""
    karin = town.organiser()
    karin.writes("/register Ås byalag")
    row = entry(town, "Ås byalag").id
    town.presses(karin, f"org:{row}:remove:yes")

    karin.taps("Ändra")

    karin.sees_toast("finns inte")


@pytest.mark.parametrize("token", ["reg:0:list:99999999999", "reg:0:nonsense", "reg:0:take"])
def test_a_forged_button_of_the_register_shows_the_register(town: Town, token: str) -> None:
    """Karin sees where she is, and nothing is written."""
    karin = town.organiser()

    town.presses(karin, token)

    karin.sees("Registret")
    assert noted(town) == []


@pytest.mark.parametrize(
    "ask", ["people:x", "unname:" + "9" * 17, "group:-1", "kind:zzz", "nonsense", "nonsense:x"]
)
def test_a_forged_button_of_an_association_changes_nothing(town: Town, ask: str) -> None:
    """Karin sees the association as it is."""
    karin = town.organiser()
    before = entry(town)

    town.presses(karin, f"org:{before.id}:{ask}")

    karin.sees(FROSO)
    assert entry(town) == before


def test_the_register_is_taken_out_as_a_spreadsheet(town: Town) -> None:
    """Every column is there with its words, and a formula is only a text."""
    karin = town.organiser()
    knows(town, FROSO, kind="ideell kultur", municipality="Östersund", phone="=1+1")
    edits(karin, "Temagrupper")
    karin.writes("Mötesplatser")
    karin.writes("/register")

    karin.taps("Hämta som kalkylblad")

    sheet = load_workbook(io.BytesIO(karin.document(".xlsx"))).worksheets[0]
    heading, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    froso = dict(zip(heading, next(row for row in rows if row[0] == FROSO), strict=True))
    assert len(rows) == len(ASSOCIATIONS)
    assert {"ideell kultur", "Östersund", "=1+1", "Mötesplatser"} <= set(froso.values())


@pytest.mark.parametrize(
    ("language", "command", "said"),
    [("en", "/register", "associations and organisations"), ("fi", "/rekisteri", "yhdistystä ja")],
)
def test_the_register_speaks_the_reader_s_language(
    town: Town, language: str, command: str, said: str
) -> None:
    """In English and Finnish too."""
    karin = town.organiser()
    with town.store.transaction() as session:
        town.row(session, karin).language = language

    karin.writes(command)

    karin.sees(said)


def test_karin_is_told_how_a_list_is_sent(town: Town) -> None:
    """And that nothing is written unasked; languages can be taken away again too."""
    karin = town.organiser()
    karin.writes("/register")
    karin.taps("Läs in en lista")
    karin.sees(".xlsx eller .csv", "inget skrivs förrän du säger till")
    edits(karin, "Språk")
    karin.writes("suomi")
    karin.taps("Språk")

    karin.taps("Ta bort uppgiften")

    karin.sees("Språk: –")
