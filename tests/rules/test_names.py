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
    ],
)
def test_a_name_is_on_one_line_and_not_longer_than_a_list_f4_f7(
    expected: tuple[str, bool], given: str
) -> None:
    """Spaces and new lines are one space; nothing and too much are no names."""
    name = names.cleaned(given)

    assert expected == (name, names.is_good(name))
