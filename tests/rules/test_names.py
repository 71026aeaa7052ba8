"""What can stand on a list as a name."""

from __future__ import annotations

import pytest

from bot.rules import names


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        (("Ahmed Ali", True), " Ahmed \n Ali "),
        (("", False), " \n"),
        (("x" * 100, True), "x" * 100),
        (("x" * 101, False), "x" * 101),
        (("Märta Dahl", True), "Jag heter Märta Dahl"),
        (("Bo Ek", True), "Hej! Mitt namn är Bo Ek"),
        (("Aino Laine", True), "Nimeni on Aino Laine"),
        (("I Made Wayan", True), "I Made Wayan"),
        (("😀", False), "😀"),
        (("Jag vill anmäla min man", False), "Jag vill anmäla min man"),
    ],
)
def test_a_name_is_on_one_line_and_not_longer_than_a_list_f4_f7(
    expected: tuple[str, bool], given: str
) -> None:
    """Spaces and new lines are one space; nothing, too much and a whole sentence are no names."""
    name = names.cleaned(given)

    assert expected == (name, names.is_good(name))
    assert names.fault(name) == ("long" if len(name) > names.LONGEST else "empty")


def test_names_are_sorted_as_swedish_and_finnish_sort_them() -> None:
    """Å, ä and ö are letters of their own at the end; é is an e, and Sami đ is a d."""
    listed = [
        "Öl",
        "Äl",
        "Ål",
        "Zl",
        "Éva",
        "Evb",
        "E\u0301vc",
        "anna",
        "Đorđe",
        "Ŋávdni",
        "Ŧuomas",
    ]

    assert sorted(listed, key=names.in_order) == [
        "anna",
        "Đorđe",
        "Éva",
        "Evb",
        "E\u0301vc",
        "Ŋávdni",
        "Ŧuomas",
        "Zl",
        "Ål",
        "Äl",
        "Öl",
    ]


def test_a_name_in_that_of_a_file_has_letters_only() -> None:
    """A stroke or a colon would mean something else there."""
    assert names.in_file_name("Ås/byalag: 2:a") == "Ås byalag 2 a"
    assert names.in_file_name("☂") == "–"


@pytest.mark.parametrize(
    ("expected", "letters"),
    [(True, "a"), (True, "ÅKE  A"), (True, "and"), (False, "nd"), (False, ""), (False, " ")],
)
def test_the_first_letters_of_a_word_find_a_name(
    expected: bool,  # noqa: FBT001 - a column of the table
    letters: str,
) -> None:
    """In the middle of a word they do not, and no letters find nobody."""
    assert names.begins("Åke Andersson", letters) is expected
