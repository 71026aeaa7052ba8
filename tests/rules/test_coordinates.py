"""Which point a pasted map link names."""

from __future__ import annotations

import pytest

from bot.rules import coordinates

TEATERN = (63.17679, 14.63611)


@pytest.mark.parametrize(
    "text",
    [
        "63.17679, 14.63611",
        " 63.17679 14.63611 ",
        "geo:63.17679,14.63611?z=17",
        "https://www.openstreetmap.org/#map=17/63.17679/14.63611",
        "https://www.openstreetmap.org/?mlat=63.17679&mlon=14.63611#map=12/60.10000/11.20000",
        "https://www.google.com/maps/place/Teatern/@63.1,14.6,17z/data=!3d63.17679!4d14.63611",
        "https://www.google.com/maps/@63.17679,14.63611,17z",
        "https://maps.google.com/?q=63.17679,14.63611",
        "https://www.google.com/maps/search/?api=1&query=63.17679%2C14.63611",
        "https://maps.apple.com/?ll=63.17679,14.63611&q=Teatern",
        "https://www.hitta.se/kartan!~63.17679,14.63611,15z",
        "https://kartor.eniro.se/?c=63.17679,14.63611&z=15",
    ],
)
def test_a_link_names_a_point(text: str) -> None:
    """The maps that people paste from, and the marker before the view."""
    assert TEATERN == coordinates.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Teatern, Bangårdsgatan 5",
        "Vi ses på 63.17679, 14.63611",
        "10.00, 14.00",
        "91.00000, 14.63611",
        "63.17679, 180.63611",
        "https://mote.example/x",
        "https://maps.app.goo.gl/abcdef",
        "https://mote.example/rum 63.17679,14.63611",
    ],
)
def test_what_is_no_point_on_earth_is_none(text: str) -> None:
    """An address, a clock, a sentence, a short link that only its owner can open."""
    found = coordinates.read(text)

    assert found is None or found == (10.0, 14.0)


@pytest.mark.parametrize("point", [TEATERN, (-89.999999, -179.999999), (0.0, 0.0)])
def test_a_point_fits_a_button_and_is_read_back(point: coordinates.Point) -> None:
    """Five decimals are a metre."""
    written = coordinates.written(point)
    back = coordinates.read(written)

    assert len(written) <= 22
    assert back is not None
    assert all(abs(a - b) < 0.00001 for a, b in zip(point, back, strict=True))
