"""What a row holds of a picture is drawn as the picture would have been."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from bot.exports import drawings, pictures
from bot.exports.drawings import Drawing
from bot.exports.pictures import Bars, Curve

AT = datetime(2026, 11, 2, 9)  # noqa: DTZ001 - wall time, as it is drawn


@pytest.mark.parametrize(
    "drawing",
    [
        Curve("Träff", "", ((AT, 1),), AT, ((AT, "2/11"),), (30, "30 platser"), (AT, "Sista"), "1"),
        Curve("Träff", "", (), AT, ()),
        Bars("Vilka saknas?", "", (("Kommuner", 1, 2, "1 av 2"), ("Körer", 1, None, "1"))),
    ],
)
def test_a_picture_can_wait_in_a_row(drawing: Drawing) -> None:
    """Through JSON and back it looks the same."""
    kept = json.loads(json.dumps(drawings.written(drawing)))
    at_once = pictures.curve if isinstance(drawing, Curve) else pictures.bars

    assert drawings.drawn(kept) == at_once(drawing)  # type: ignore[arg-type]  # its own kind
