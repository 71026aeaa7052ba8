"""What may stand in the register, and what is decided about a list's doubtful rows."""

from __future__ import annotations

import pytest

from bot.rules import comparing, deciding, importing, register, sheets
from bot.rules.comparing import Finding, Standing, Verdict
from bot.rules.deciding import Decision
from bot.rules.importing import Field
from bot.rules.register import No

FROSO = Standing(7, "Frösö hembygdsförening", {Field.EMAIL: "f@f.example"}, {})
LIST = """Namn;Kommun;E-post;Alias
Frösö hembygdsföreningen;Östersund;ny@f.example;FHF
Ås byalag;Krokom;;
Ås byalag;;as@as.example;Byalaget
Ny förening;;;
"""


def found(text: str = LIST, *standing: Standing) -> list[Finding]:
    """Compare a list with a register of one."""
    rows = sheets.table(text)
    listed = importing.entries(rows, importing.columns(rows))
    return comparing.compare(listed, standing or (FROSO,))


def verdicts(findings: list[Finding]) -> list[tuple[int, Verdict]]:
    """Name what each row would do."""
    return [(one.entry.row, one.verdict) for one in findings]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (Field.NAME, "  Ås \n byalag ", "Ås byalag"),
        (Field.NAME, "x" * 100, "x" * 100),
        (Field.NAME, "x" * 101, No.LONG),
        (Field.CONTACT, "   ", No.EMPTY),
        (Field.PHONE, "+46 (0)63-10 20 30", "+46 (0)63-10 20 30"),
        (Field.PHONE, "063", No.NOT_A_NUMBER),
        (Field.PHONE, "=HYPERLINK(1)", No.NOT_A_NUMBER),
        (Field.EMAIL, "hej@froso.example", "hej@froso.example"),
        (Field.EMAIL, "hej@froso", No.NOT_AN_ADDRESS),
        (Field.EMAIL, "två adresser@a.se", No.NOT_AN_ADDRESS),
    ],
)
def test_a_text_stands_as_it_is_meant_or_not_at_all(
    field: Field, text: str, expected: str | No
) -> None:
    """Blanks are put in order; what is no number or address is refused."""
    assert register.written(field, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("svenska, Suomi; SVENSKA / meänkieli", ["svenska", "Suomi", "meänkieli"]),
        (" , ", No.EMPTY),
        ("x" * 41, No.LONG),
        (",".join(map(str, range(11))), No.LONG),
    ],
)
def test_languages_are_parted_and_each_stands_once(text: str, expected: list[str] | No) -> None:
    """However they are parted and spelled."""
    got = register.languages(text)

    assert (list(map(str.casefold, got)) if isinstance(got, list) else got) == (
        list(map(str.casefold, expected)) if isinstance(expected, list) else expected
    )


def test_the_network_s_kinds_come_first_and_used_ones_follow() -> None:
    """A kind that is spelled in two ways is one, in the network's spelling."""
    own = register.named(" kommun, Ideell kultur ,, ")

    assert register.kinds(own, ["KOMMUN", "byalag"]) == ["kommun", "Ideell kultur", "byalag"]
    assert register.code("Kommun") == register.code("kommun ")
    assert len(register.code("x" * 500)) == 8


def test_a_row_of_which_nothing_is_said_stays_doubtful() -> None:
    """Only a person decides."""
    rows = verdicts(deciding.settled(found(), {}))

    assert rows == [
        (2, Verdict.DOUBTFUL),
        (3, Verdict.NEW),
        (4, Verdict.DOUBTFUL),
        (5, Verdict.NEW),
    ]


def test_the_same_as_a_standing_one_changes_it_and_gives_it_a_name() -> None:
    """What the list calls it becomes one of its other names, so the next list is understood."""
    one = deciding.settled(found(), {2: Decision.SAME})[0]

    assert (one.verdict, one.standing) == (Verdict.CHANGED, FROSO)
    assert one.entry.lists[Field.ALIASES] == ("FHF", "Frösö hembygdsföreningen")
    assert {change.field for change in one.changes} == {
        Field.MUNICIPALITY,
        Field.EMAIL,
        Field.ALIASES,
    }


def test_a_doubtful_one_may_be_new_or_left_out() -> None:
    """As is decided."""
    new = deciding.settled(found(), {2: Decision.NEW})
    skipped = deciding.settled(found(), {2: Decision.SKIP})

    assert (new[0].verdict, new[0].standing) == (Verdict.NEW, None)
    assert [one.entry.row for one in skipped] == [3, 4, 5]


def test_all_doubtful_ones_may_be_new_or_left_out() -> None:
    """One that repeats a name is never a second association: it says more of the first."""
    assert deciding.of_all(found(), Decision.NEW) == {2: Decision.NEW, 4: Decision.SAME}
    assert deciding.of_all(found(), Decision.SKIP) == {2: Decision.SKIP, 4: Decision.SKIP}


def test_a_name_twice_says_more_about_one_association() -> None:
    """The second row's boxes are added to the first."""
    rows = deciding.settled(found(), {4: Decision.SAME})

    first = rows[1]
    assert [one.entry.row for one in rows] == [2, 3, 5]
    assert first.verdict == Verdict.NEW
    assert first.entry.texts == {Field.MUNICIPALITY: "Krokom", Field.EMAIL: "as@as.example"}
    assert first.entry.lists == {Field.ALIASES: ("Byalaget",)}


def test_a_name_twice_of_one_that_stands_changes_it() -> None:
    """Both rows are about the association that the register has."""
    standing = Standing(9, "Ås byalag", {Field.MUNICIPALITY: "Krokom"}, {})

    rows = deciding.settled(found(LIST, standing), {4: Decision.SAME})

    one = next(each for each in rows if each.entry.row == 3)
    assert (one.verdict, one.standing) == (Verdict.CHANGED, standing)
    assert {change.field for change in one.changes} == {Field.EMAIL, Field.ALIASES}


def test_a_second_row_goes_with_the_first_that_is_left_out() -> None:
    """What is said more of nothing is nothing."""
    text = "Namn\nFrösö hembygdsföreningen\nFrösö hembygdsföreningen"

    rows = deciding.settled(found(text), {2: Decision.SKIP, 3: Decision.SAME})

    assert rows == []


def test_one_name_twice_is_not_two_associations() -> None:
    """So a second row cannot be decided to be new."""
    near, _, twin, _ = found()

    assert Decision.NEW in deciding.choices(near)
    assert deciding.choices(twin) == (Decision.SAME, Decision.SKIP)


def test_spellings_need_not_be_searched_for_twice() -> None:
    """What an earlier look found is believed; one that is gone since makes the row new."""
    rows = sheets.table(LIST)
    listed = importing.entries(rows, importing.columns(rows))

    believed = comparing.compare(listed, (FROSO,), {2: 7})
    gone = comparing.compare(listed, (FROSO,), {2: 8})
    none = comparing.compare(listed, (FROSO,), {})

    assert verdicts(believed) == verdicts(found())
    assert (gone[0].verdict, none[0].verdict) == (Verdict.NEW, Verdict.NEW)


def test_the_first_row_may_be_said_to_hold_headings_or_not() -> None:
    """A person knows better than the words there."""
    rows = sheets.table("Benämning\nÅs byalag")

    assert [one.name for one in importing.entries(rows, {Field.NAME: 0}, heads=1)] == ["Ås byalag"]
    assert len(importing.entries(rows, {Field.NAME: 0}, heads=0)) == 2


def test_what_nobody_sees_is_left_out_of_a_list_f5_f7() -> None:
    """Neither turned directions nor blanks without width reach the register."""
    assert sheets.table("Namn\n\u202eÅs\u200b by\x07alag") == [["Namn"], ["Ås byalag"]]


@pytest.mark.parametrize(
    ("field", "said", "is_kept"),
    [
        (Field.PHONE, "12", False),
        (Field.PHONE, "ring kansliet", False),
        (Field.PHONE, "063-10 20 30 (kansliet)", True),
        (Field.EMAIL, "anna@", False),
        (Field.EMAIL, "anna@as.example, bo@as.example", True),
        (Field.CONTACT, "12", True),
    ],
)
def test_a_list_s_impossible_numbers_and_addresses_are_left_out(
    field: Field, said: str, *, is_kept: bool
) -> None:
    """The row stands, and what was left out is kept to be told of; words beside a number stay."""
    (one,) = register.sound([importing.Entry(2, "Ås byalag", {field: said})])

    kept, faulty = ({field: said}, {}) if is_kept else ({}, {field: said})
    assert (kept, faulty) == (one.texts, one.faulty)
