"""The register: how Karin finds an association, reads what is known of it, and puts it right."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from bot.records.audit import Audit
from bot.records.organisation import Organisation
from bot.simulator.cast import Player
from bot.store import organisations
from bot.store import register as asked
from tests.town import ASSOCIATIONS, Town

FROSO = "Frösö hembygdsförening"


def _row(town: Town, name: str = FROSO) -> Organisation:
    with town.store.reading() as session:
        found = organisations.named(session, name)
        assert found is not None
        return found


def _knows(town: Town, name: str, **facts: str) -> None:
    with town.store.transaction() as session:
        one = organisations.named(session, name)
        assert one is not None
        one.sqlmodel_update(facts)


def _noted(town: Town) -> list[str]:
    with town.store.reading() as session:
        return [one.verb for one in session.exec(select(Audit).order_by(Audit.id))]  # type: ignore[arg-type]  # a column is typed as its value


def _edits(karin: Player, field: str, name: str = FROSO) -> None:
    karin.writes(f"/register {name}")
    karin.taps("Ändra")
    karin.taps(field)


def test_the_register_tells_how_large_it_is(town: Town) -> None:
    """Karin sees how many there are, of what kinds, and a way to all of them."""
    karin = town.organiser()
    for name, kind, place in zip(
        ASSOCIATIONS,
        ("ideell kultur", "ideell kultur", "ideell kultur", "kommun"),
        ("Bräcke", "Östersund", "Östersund", "Bräcke"),
        strict=True,
    ):
        _knows(town, name, kind=kind, municipality=place)

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
    row, other = _row(town), _row(town, "Ås byalag")

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

    assert (_row(town).name, _row(town, "Ås byalag").id) == (FROSO, other.id)


@pytest.mark.parametrize("words", ["hembygd", "FRÖS", "östers", "fhf", "Ideell"])
def test_a_search_finds_by_name_alias_place_and_kind(town: Town, words: str) -> None:
    """A few letters of whatever Karin remembers are enough."""
    karin = town.organiser()
    _knows(town, FROSO, kind="ideell kultur", municipality="Östersund")
    _edits(karin, "Andra namn")
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
    assert _row(town, "lits SOCKENRÅD").added_by is not None
    assert _noted(town) == ["added an association"]


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
    _edits(karin, field)

    karin.writes(written)

    karin.sees("Vad ska jag ändra?", shown)
    assert _noted(town) == ["changed the register"]


def test_a_kind_is_chosen_among_the_network_s_own(town: Town) -> None:
    """The settings' kinds stand as buttons, and one that somebody wrote joins them."""
    karin = town.organiser()
    _knows(town, "Ås byalag", kind="byalag")
    _edits(karin, "Typ")
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
    _knows(town, FROSO, contact="Märta Dahl", phone="063-10 20 30")
    _edits(karin, "Kontakt")
    karin.sees("Kontakt: Märta Dahl")

    karin.taps("Ta bort uppgiften")
    karin.sees("Kontakt: –")
    karin.taps("Telefon")
    karin.writes("ta bort uppgiften")

    karin.sees("Telefon: –")
    town.presses(karin, f"org:{_row(town).id}:name:none")
    assert _row(town, "none").name == "none"


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
    _edits(karin, field)

    karin.writes(written)
    karin.sees(said)

    assert _noted(town) == []
    assert _row(town).name == FROSO


def test_markup_in_a_name_is_shown_as_it_was_written_f6_f7(town: Town) -> None:
    """Neither marks nor other directions reach anyone else's screen."""
    town.has_odd_writers = True
    karin = town.organiser()
    _edits(karin, "Namn")

    karin.writes("<b>Frösö</b> & \u202eCo\n{0.__class__}")

    karin.sees("Namn: <b>Frösö</b> & Co {0.__class__}")
    assert _row(town, "<b>Frösö</b> & Co {0.__class__}").key


def test_a_sticker_changes_nothing_f3(town: Town) -> None:
    """The question stays open, and a written answer after it counts."""
    karin = town.organiser()
    _edits(karin, "Kommun")

    karin.sends("sticker")
    karin.writes("Krokom")

    karin.sees("Kommun: Krokom")


def test_other_names_come_and_go(town: Town) -> None:
    """An association is found by a short name, until it is taken away."""
    karin = town.organiser()
    _edits(karin, "Andra namn")
    karin.writes("FHF")
    karin.writes("fhf")
    assert _row(town, "FHF").name == FROSO

    karin.taps("Ta bort ”FHF”")
    karin.taps("Tillbaka")

    karin.sees("Andra namn: –")
    with town.store.reading() as session:
        assert organisations.named(session, "FHF") is None


def test_an_association_may_take_one_of_its_other_names(town: Town) -> None:
    """Then that name is its own and no other."""
    karin = town.organiser()
    _edits(karin, "Andra namn")
    karin.writes("Frösö gille")
    karin.taps("Tillbaka")
    karin.taps("Namn")

    karin.writes("FRÖSÖ GILLE")

    karin.sees("Namn: FRÖSÖ GILLE", "Andra namn: –")


def test_theme_groups_are_tapped_in_and_out(town: Town) -> None:
    """A new group is written, and is there to tap for the next association."""
    karin = town.organiser()
    _edits(karin, "Temagrupper")
    karin.writes("Kulturella mötesplatser")
    karin.sees_button("Kulturella mötesplatser ✓ vald")
    _edits(karin, "Temagrupper", "Ås byalag")

    karin.taps("Kulturella mötesplatser")
    karin.sees_button("Kulturella mötesplatser ✓ vald")
    karin.taps("Kulturella mötesplatser ✓ vald")
    karin.taps("Tillbaka")

    karin.sees("Temagrupper: –")
    row = _row(town)
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


def test_only_an_association_without_people_is_removed_and_after_a_yes(town: Town) -> None:
    """Karin is asked first; where people belong she is led to merging instead."""
    karin = town.organiser()
    town.member("Sara Lind", FROSO)
    karin.writes(f"/register {FROSO}")
    karin.taps("Ta bort")
    karin.sees("1 person hör till Frösö hembygdsförening, så jag kan inte ta bort den.")
    town.presses(karin, f"org:{_row(town).id}:remove:yes")
    assert _row(town).name == FROSO

    karin.writes("/register Ås byalag")
    karin.taps("Ta bort")
    karin.sees("Ska jag ta bort Ås byalag ur registret?")
    karin.taps("Ja, ta bort den")

    karin.sees("Ås byalag finns inte längre i registret.")
    with town.store.reading() as session:
        assert organisations.named(session, "Ås byalag") is None
    assert _noted(town) == ["removed an association"]


def test_a_button_to_an_association_that_is_gone_says_so(town: Town) -> None:
    """Nothing happens to anyone else's."""
    karin = town.organiser()
    karin.writes("/register Ås byalag")
    row = _row(town, "Ås byalag").id
    town.presses(karin, f"org:{row}:remove:yes")

    karin.taps("Ändra")

    karin.sees_toast("finns inte")


@pytest.mark.parametrize("token", ["reg:0:list:99999999999", "reg:0:nonsense", "reg:0:take"])
def test_a_forged_button_of_the_register_shows_the_register(town: Town, token: str) -> None:
    """Karin sees where she is, and nothing is written."""
    karin = town.organiser()

    town.presses(karin, token)

    karin.sees("Registret")
    assert _noted(town) == []


@pytest.mark.parametrize(
    "ask", ["people:x", "unname:" + "9" * 17, "group:-1", "kind:zzz", "nonsense", "nonsense:x"]
)
def test_a_forged_button_of_an_association_changes_nothing(town: Town, ask: str) -> None:
    """Karin sees the association as it is."""
    karin = town.organiser()
    before = _row(town)

    town.presses(karin, f"org:{before.id}:{ask}")

    karin.sees(FROSO)
    assert _row(town) == before


def test_the_register_is_taken_out_as_a_spreadsheet(town: Town) -> None:
    """Every column is there with its words, and a formula is only a text."""
    karin = town.organiser()
    _knows(town, FROSO, kind="ideell kultur", municipality="Östersund", phone="=1+1")
    _edits(karin, "Temagrupper")
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


def test_a_name_that_is_too_long_is_asked_for_again_f4(town: Town) -> None:
    """Karin hears how long it may be, and the next one counts."""
    karin = town.organiser()
    karin.writes("/register")
    karin.writes("lägg till en förening")
    karin.writes("x" * 101)
    karin.sees("Högst 100 tecken")

    karin.writes("Lits sockenråd")

    karin.sees("Namn: Lits sockenråd")


def test_karin_is_told_how_a_list_is_sent(town: Town) -> None:
    """And that nothing is written unasked; languages can be taken away again too."""
    karin = town.organiser()
    karin.writes("/register")
    karin.taps("Läs in en lista")
    karin.sees(".xlsx eller .csv", "inget skrivs förrän du säger till")
    _edits(karin, "Språk")
    karin.writes("suomi")
    karin.taps("Språk")

    karin.taps("Ta bort uppgiften")

    karin.sees("Språk: –")
