"""What people eat and need: chosen, written down, and counted for the kitchen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.records.need import NeedKind
from bot.rules import needs
from bot.rules.needs import CHOICES, NOTHING, Plate, Wish

VEGAN, GLUTEN = Wish(("vegan",)), Wish(("gluten",))
BOTH = Wish(("vegan", "gluten"))
BERRIES = Wish(words="inga jordgubbar")


def test_a_choice_is_made_and_taken_back() -> None:
    """The order is that of the buttons, whatever was tapped first."""
    one = needs.toggled(NOTHING, NeedKind.FOOD, "gluten")
    two = needs.toggled(one, NeedKind.FOOD, "vegan")

    assert two == BOTH
    assert needs.toggled(two, NeedKind.FOOD, "vegan") == GLUTEN


def test_only_choices_of_the_kind_are_chosen() -> None:
    """A button of another question chooses nothing."""
    assert Wish(("sign",)) == needs.chosen(NeedKind.ACCESS, ["vegan", "sign", "x"])


def test_words_are_kept_as_one_line() -> None:
    """Of a long text the beginning is kept; the choices stay."""
    wish = needs.with_words(VEGAN, "  inga\n jordgubbar ")

    assert wish == Wish(("vegan",), "inga jordgubbar")
    assert len(needs.with_words(VEGAN, "x " * 400).words) < needs.LONGEST + 1


@pytest.mark.parametrize(("expected", "wish"), [(True, NOTHING), (False, VEGAN), (False, BERRIES)])
def test_nothing_is_neither_choices_nor_words(expected: bool, wish: Wish) -> None:  # noqa: FBT001 - a table's column
    """Either of them is something."""
    assert expected is wish.is_nothing


@given(
    st.sampled_from(NeedKind),
    st.sets(st.sampled_from(CHOICES[NeedKind.ACCESS])),
    st.text(max_size=300),
)
def test_what_is_written_is_read_back(kind: NeedKind, choices: set[str], words: str) -> None:
    """Whatever stands in it."""
    wish = needs.with_words(needs.chosen(kind, choices), words)

    assert wish == needs.read(needs.written(wish))


@pytest.mark.parametrize(
    ("expected", "choices"),
    [(True, ["sign"]), (True, ["loop", "text"]), (False, ["loop", "companion"]), (False, [])],
)
def test_an_interpreter_must_be_booked(expected: bool, choices: list[str]) -> None:  # noqa: FBT001 - a table's column
    """A hearing loop and a place in the hall are there already."""
    assert expected is needs.must_be_booked(needs.chosen(NeedKind.ACCESS, choices))


@pytest.mark.parametrize(
    ("expected", "smallest", "wishes"),
    [
        ((), 1, []),
        ((), 1, [NOTHING]),
        ((Plate(VEGAN, 2), Plate(GLUTEN, 1)), 1, [GLUTEN, VEGAN, VEGAN]),
        # One person who is both is one plate, not two.
        ((Plate(VEGAN, 1), Plate(BOTH, 1)), 1, [BOTH, VEGAN]),
        ((Plate(VEGAN, 2),), 1, [VEGAN, Wish(("vegetarian", "vegan", "lactose"))]),
        ((Plate(BERRIES, 1), Plate(GLUTEN, 1)), 1, [GLUTEN, BERRIES]),
    ],
)
def test_j8_the_kitchen_counts_plates(
    expected: tuple[Plate, ...], smallest: int, wishes: list[Wish]
) -> None:
    """The most common first; equal plates are counted together, whatever was ticked."""
    assert expected == needs.plates(wishes, smallest)


def test_j8_small_groups_are_merged_by_setting() -> None:
    """Fewer than three of a kind become "others", so that nobody is known by her plate."""
    wishes = [VEGAN, VEGAN, VEGAN, GLUTEN, BERRIES]

    assert (Plate(VEGAN, 3), Plate(NOTHING, 2)) == needs.plates(wishes, 3)
    assert len(needs.plates(wishes, 1)) == 3


def test_what_stands_on_several_plates_is_summed_up() -> None:
    """The one who bakes wants to know how many eat no gluten, whatever else they eat."""
    plates = needs.plates([BOTH, GLUTEN, GLUTEN, BERRIES], 1)

    assert needs.in_all(plates) == {"gluten": 3}
