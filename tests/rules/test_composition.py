"""Who is wanted at a meeting, beside who comes."""

from __future__ import annotations

import pytest

from bot.records.aim import AimKind
from bot.rules import composition
from bot.rules.composition import Association, Held, Wanted

THEATRE = Association(1, "teater", "Bräcke", frozenset(), frozenset({7}))
HERITAGE = Association(2, "hembygd", "Östersund", frozenset({"suomi"}), frozenset())
CHOIR = Association(3, "kör", "Krokom", frozenset(), frozenset())


@pytest.mark.parametrize(
    ("wanted", "fitting"),
    [
        (Wanted(AimKind.KIND, "teater", 1), [THEATRE]),
        (Wanted(AimKind.MUNICIPALITY, "Krokom", 1), [CHOIR]),
        (Wanted(AimKind.LANGUAGE, "Suomi", 1), [HERITAGE]),
        (Wanted(AimKind.THEME_GROUP, "7", 1), [THEATRE]),
        (Wanted(AimKind.THEME_GROUP, "8", 1), []),
    ],
)
def test_a_wish_is_about_one_thing(wanted: Wanted, fitting: list[Association]) -> None:
    """A kind, a municipality, a language or a theme group."""
    everyone = [THEATRE, HERITAGE, CHOIR]

    assert fitting == [one for one in everyone if composition.fits(wanted, one)]


def test_gaps_stand_first() -> None:
    """First what nobody answers to, most wanted first; then what is half there; then the rest."""
    none_of_two = Wanted(AimKind.KIND, "dans", 2)
    none_of_one = Wanted(AimKind.KIND, "bild", 1)
    half = Wanted(AimKind.MUNICIPALITY, "Bräcke", 2)
    full = Wanted(AimKind.KIND, "teater", 1)

    held = composition.against([full, half, none_of_one, none_of_two], [THEATRE])

    assert [none_of_two, none_of_one, half, full] == [one.wanted for one in held]
    assert [2, 1, 1, 0] == [one.lacking for one in held]


def test_more_than_was_wished_for_lacks_nothing() -> None:
    """A wish is a least number."""
    wanted = Wanted(AimKind.KIND, "teater", 1)

    assert Held(wanted, 2).lacking == 0
    assert composition.against([Wanted(AimKind.KIND, "teater", 0)], [])[0].lacking == 0


def test_only_those_are_invited_who_fill_a_gap_and_have_not_answered() -> None:
    """What is fulfilled asks for nobody more."""
    held = composition.against(
        [Wanted(AimKind.KIND, "hembygd", 1), Wanted(AimKind.KIND, "teater", 1)], [THEATRE]
    )
    another = Association(4, "hembygd", "Åre", frozenset(), frozenset())

    invited = composition.to_invite(held, [THEATRE, HERITAGE, CHOIR, another], frozenset({4}))

    assert invited == {HERITAGE.id}
