"""Pictures are as wide as a phone, and stand anything as a label."""

from __future__ import annotations

import struct
from datetime import datetime, timedelta

import pytest

from bot.exports import pictures
from bot.exports.pictures import Bars, Curve

FIRST = datetime(2026, 11, 2, 9)  # noqa: DTZ001 - local time, as it is drawn
LAST = FIRST + timedelta(days=20)
STEPS = tuple((FIRST + timedelta(days=n), n) for n in range(20))
EVIL = r"$\frac{1}{0}$ _x_ {0} \n <b>"


def _size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("steps", [STEPS, STEPS[:1], ()])
@pytest.mark.parametrize("has_limits", [True, False])
def test_a_curve_is_a_square_for_a_phone(
    steps: tuple[tuple[datetime, int], ...], *, has_limits: bool
) -> None:
    """With many registrations, one or none; with or without seats and last day."""
    drawn = pictures.curve(
        Curve(
            EVIL,
            EVIL,
            steps,
            LAST,
            ((FIRST, EVIL),),
            (65, EVIL) if has_limits else None,
            (LAST + timedelta(days=5), EVIL) if has_limits else None,
        )
    )

    assert _size(drawn) == (1080, 1080)


def test_bars_grow_with_their_number() -> None:
    """Each row keeps its height, so that its label can be read."""
    row = ("Kommuner", 8, 10, "8 av 10")
    few = pictures.bars(Bars("Vilka saknas?", "", (row,) * 5))
    many = pictures.bars(Bars("Vilka saknas?", "", (row, (EVIL, 0, None, EVIL)) * 10))

    assert _size(few)[0] == _size(many)[0] == 1080
    assert _size(many)[1] > 2 * _size(few)[1]


def test_questions_above_their_answers_need_room() -> None:
    """Two questions in one picture push their answers down, and wait in a row as they are."""
    rows = (("Mycket bra", 4, None, "4"), ("Inte bra", 1, None, "1")) * 4
    bare = pictures.bars(Bars("Träff", "5 svar", rows))
    asked = pictures.bars(Bars("Träff", "5 svar", rows, ((0, "Hur var det?"), (4, EVIL))))

    assert _size(asked)[0] == 1080
    assert _size(asked)[1] - _size(bare)[1] == pytest.approx(2 * 0.9 * 0.62 * 180, abs=2)


def test_nothing_to_draw_is_drawn_too() -> None:
    """An empty picture is no error."""
    assert _size(pictures.bars(Bars("Vilka saknas?", "", ())))[0] == 1080


def test_what_is_missing_looks_otherwise() -> None:
    """The same number is drawn in another way when more were wished for."""
    enough = pictures.bars(Bars("", "", (("Kommuner", 3, 3, ""),)))
    short = pictures.bars(Bars("", "", (("Kommuner", 3, 4, ""),)))

    assert enough != short
