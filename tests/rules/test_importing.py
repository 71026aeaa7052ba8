"""Lists of associations, as people keep them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import comparing, importing, sheets
from bot.rules.comparing import Change, Finding, Standing, Verdict
from bot.rules.importing import Entry, Field

LIST = """Förening;Typ;Kommun;Kontaktperson;E-post;Mobil;Temagrupper
Frösö hembygdsförening;ideell kultur;Östersund;Märta Dahl;m@f.example;070-123 45 67;Möten, Kyrkor
Brunflo hembygdsförening;ideell kultur;Östersund;;;;
"""


def read(text: str) -> list[Entry]:
    """Read a list as it is sent."""
    rows = sheets.table(text)
    return importing.entries(rows, importing.columns(rows))


def standing(name: str, row: int = 7, **texts: str) -> Standing:
    """Make an association that the register has."""
    lists = {
        Field.ALIASES: tuple(texts.pop("aliases", "").split(",")) if "aliases" in texts else ()
    }
    return Standing(row, name, {Field(kind): text for kind, text in texts.items()}, lists)


def found(listed: str, *register: Standing) -> list[Finding]:
    """Compare a list with a register."""
    return comparing.compare(read(listed), register)


def test_headings_tell_what_the_columns_hold() -> None:
    """Words that people use are known; boxes with several words are parted."""
    first, second = read(LIST)

    assert first.name == "Frösö hembygdsförening"
    assert first.texts == {
        Field.KIND: "ideell kultur",
        Field.MUNICIPALITY: "Östersund",
        Field.CONTACT: "Märta Dahl",
        Field.EMAIL: "m@f.example",
        Field.PHONE: "070-123 45 67",
    }
    assert first.lists == {Field.GROUPS: ("Möten", "Kyrkor")}
    assert second.texts == {Field.KIND: "ideell kultur", Field.MUNICIPALITY: "Östersund"}


def test_a_list_without_headings_is_read_by_what_stands_in_it() -> None:
    """Addresses and numbers are known by their looks, the first words are the name."""
    text = "Ås byalag\tas@as.example\t063-10 20 30\nKören\tkoren@vid.example\t063-40 50 60"

    rows = sheets.table(text)

    assert importing.heading(rows) == 0
    assert importing.columns(rows) == {Field.NAME: 0, Field.EMAIL: 1, Field.PHONE: 2}
    assert [entry.name for entry in read(text)] == ["Ås byalag", "Kören"]


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
def test_whatever_stands_between_boxes_is_found(delimiter: str) -> None:
    """A list from a Swedish program has semicolons, another commas or tabs."""
    text = f"Namn{delimiter}Kommun\nÅs byalag{delimiter}Krokom"

    assert read(text) == [Entry(2, "Ås byalag", {Field.MUNICIPALITY: "Krokom"})]


def test_columns_to_the_right_of_every_word_are_left_out() -> None:
    """A spreadsheet has empty boxes to its edge, and nobody is asked what stands there."""
    assert sheets.table("Namn\tKommun\t\t\nÅs byalag\t\t\t\n\t\t\t\n") == [
        ["Namn", "Kommun"],
        ["Ås byalag"],
    ]


def test_the_headings_are_found_under_what_the_list_is_called() -> None:
    """Rows keep the numbers they have in the file, and nothing above the headings is read."""
    text = "Föreningar i länet, 2026;;\n\nKommun;Förening;Ordförande\n;;\nBerg;Hackås kör;Bo Ek\n"
    rows = sheets.table(text)

    assert importing.heading(rows) == 3
    assert read(text) == [
        Entry(5, "Hackås kör", {Field.MUNICIPALITY: "Berg", Field.CONTACT: "Bo Ek"})
    ]


def test_an_association_is_not_taken_for_headings() -> None:
    """A row no wider than those above it is one of them, whatever words it holds."""
    text = "Ås byalag;Krokom\nFöreningen Norden;Bräcke kommun\n"

    assert importing.heading(sheets.table(text)) == 0


def test_the_sheet_with_known_headings_is_the_list() -> None:
    """Else it is the one that was open, which comes first."""
    text = "Ring vid frågor\n\x1cLäs mig\nNamn\tKommun\nÅs byalag\tKrokom\n\x1cRegister\n"

    listed = sheets.read(text)

    assert [one.name for one in listed] == ["Läs mig", "Register"]
    assert importing.best(listed).name == "Register"
    assert importing.best(listed[:1]).name == "Läs mig"


def test_a_box_may_say_that_it_says_the_same() -> None:
    """As one does by hand, and as a merged box does; but an association has a name of its own."""
    text = "Kommun\tNamn\nKrokom\tÅs byalag\n〃\tLits byalag\n”\t〃\n\tKören\n〃\tScenen"

    assert [(one.name, one.texts) for one in read(text)] == [
        ("Ås byalag", {Field.MUNICIPALITY: "Krokom"}),
        ("Lits byalag", {Field.MUNICIPALITY: "Krokom"}),
        ("Kören", {}),
        ("Scenen", {}),
    ]


def test_a_spreadsheet_says_itself_what_stands_between() -> None:
    """And a comma in a name parts nothing when few lines have one."""
    assert read("sep=;\r\nNamn;Kommun\r\nÅs;Krokom") == [
        Entry(2, "Ås", {Field.MUNICIPALITY: "Krokom"})
    ]
    assert [one.name for one in read("Namn\nÅs byalag\nKören, Ås\nScenen\n")] == [
        "Ås byalag",
        "Kören, Ås",
        "Scenen",
    ]


def test_kinds_and_municipalities_are_spelled_in_one_way() -> None:
    """What is in use says how, else what the list says first."""
    text = (
        "Namn;Typ;Kommun;E-post\nA;IDEELL Kultur;Östersunds kommun;a@a.example\n"
        "B;bibliotek;östersund;\nC;Bibliotek;Bräcke kommun;\nD;;Bräcke;"
    )

    spelled = importing.spelled(read(text), {Field.KIND: ["ideell kultur"]})

    assert [one.texts.get(Field.KIND, "") for one in spelled] == [
        "ideell kultur",
        "bibliotek",
        "bibliotek",
        "",
    ]
    assert [one.texts[Field.MUNICIPALITY] for one in spelled] == [
        "östersund",
        "östersund",
        "Bräcke",
        "Bräcke",
    ]
    assert spelled[0].texts[Field.EMAIL] == "a@a.example"


@pytest.mark.parametrize(
    ("new", "old", "same"),
    [
        ("070-123 45 67", "0701234567", True),
        ("701234567", "070-123 45 67", True),
        ("+46 70 123 45 67", "070-1234567", True),
        ("070-123 45 68", "070-123 45 67", False),
        ("063-10 20 30 kvällar", "063-102030 kvällar", True),
        ("0701234567", "", False),
    ],
)
def test_a_number_written_in_another_way_is_no_change(new: str, old: str, *, same: bool) -> None:
    """Spaces, the country and a nought that a spreadsheet took away do not make another."""
    (one,) = found(f"Namn;Telefon\nÅs byalag;{new}", standing("Ås byalag", phone=old))

    assert (one.verdict == Verdict.SAME) is same


def test_an_address_in_capitals_is_the_same_address() -> None:
    """Nobody is asked about letters that mean nothing."""
    (one,) = found("Namn;E-post\nÅs;AS@as.example", standing("Ås", email="as@as.example"))

    assert one.verdict == Verdict.SAME


def test_rows_without_a_name_and_empty_lists_give_nothing() -> None:
    """A row of only a contact is nobody's; an empty file has no columns."""
    assert read("Namn;Kommun\n;Krokom\n\n") == []
    assert importing.columns([]) == {}
    assert read("") == []


def test_a_column_that_is_neither_word_nor_number_is_left() -> None:
    """A column of marks or numbers of members holds nothing we ask for."""
    rows = sheets.table("Ås byalag;17;;x\nLits byalag;23;;x")

    assert importing.columns(rows) == {Field.NAME: 0}


def test_a_formula_mark_is_taken_away_f18() -> None:
    """A list that was saved with apostrophes against formulas is read without them."""
    assert read("Namn\n'@Scenen") == [Entry(2, "@Scenen")]


def test_an_endless_box_loses_only_itself() -> None:
    """A quotation mark that never ends swallows what follows, but the rest is read."""
    text = 'Namn\nÅs byalag\n"' + "x" * 200_000

    assert [entry.name for entry in read(text)] == ["Ås byalag"]


def test_a_list_longer_than_anyone_keeps_is_cut() -> None:
    """The first five thousand are read."""
    assert len(read("Namn\n" + "Ås\n" * 6_000)) <= sheets.MOST_ROWS


@given(st.text())
def test_any_text_is_some_list_f7(text: str) -> None:
    """Whatever is sent as a list, reading it ends well."""
    listed = read(text)

    assert len(comparing.compare(listed, [standing("Ås byalag")])) == len(listed)


def test_a_new_association_is_new() -> None:
    """Nothing like it is in the register."""
    (one,) = found("Namn\nKören Vid sjön", standing("Ås byalag"))

    assert (one.verdict, one.standing) == (Verdict.NEW, None)


@pytest.mark.parametrize("name", ["FRÖSÖ  Hembygdsförening", "Frösö hembygdsförening.", "FHF"])
def test_spellings_and_aliases_are_the_same_association(name: str) -> None:
    """Capitals, spaces and full stops do not make another; nor does a name it also goes by."""
    known = standing("Frösö hembygdsförening", aliases="FHF")

    (one,) = found(f"Namn\n{name}", known)

    assert (one.verdict, one.standing) == (Verdict.SAME, known)


def test_what_is_told_otherwise_is_a_change_and_empty_takes_nothing() -> None:
    """Only boxes that say something new are changed; of several words, only new ones count."""
    known = Standing(
        7,
        "Ås byalag",
        {Field.MUNICIPALITY: "Krokom", Field.EMAIL: "gammal@as.example"},
        {Field.GROUPS: ("Kyrkor",)},
    )

    (one,) = found(
        "Namn;Kommun;E-post;Temagrupp\nÅs byalag;;ny@as.example;kyrkor, Mötesplatser", known
    )

    assert one.verdict == Verdict.CHANGED
    assert one.changes == (
        Change(Field.EMAIL, "gammal@as.example", "ny@as.example"),
        Change(Field.GROUPS, "Kyrkor", "Mötesplatser"),
    )


@pytest.mark.parametrize("name", ["Frösö hembygdsföreningen", "Frosö hembygdsförening"])
def test_one_that_is_much_alike_is_for_a_person_to_decide(name: str) -> None:
    """It may be another association, or a slip of the pen."""
    known = standing("Frösö hembygdsförening")

    (one,) = found(f"Namn\n{name}", known)

    assert (one.verdict, one.standing) == (Verdict.DOUBTFUL, known)


@pytest.mark.parametrize("name", ["Brunflo hembygdsförening", "Norderö hembygdsförening"])
def test_neighbours_are_not_taken_for_each_other(name: str) -> None:
    """The villages differ, though the rest of the name is the same."""
    (one,) = found(f"Namn\n{name}", standing("Frösö hembygdsförening"))

    assert one.verdict == Verdict.NEW


def test_another_name_in_the_list_may_be_one_we_know() -> None:
    """The list gives an alias that the register has as a name of its own."""
    known = standing("FHF")

    (one,) = found("Namn;Kortnamn\nFrösö hembygdsförening;FHF", known)

    assert (one.verdict, one.standing) == (Verdict.DOUBTFUL, known)


def test_a_name_twice_in_the_list_is_doubtful_the_second_time() -> None:
    """The first row counts; the second says which row it is like."""
    first, second = found("Namn\nÅs byalag\nÅS BYALAG")

    assert first.verdict == Verdict.NEW
    assert (second.verdict, second.twin) == (Verdict.DOUBTFUL, 2)
