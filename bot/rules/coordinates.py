"""Finds the point that a pasted map link or a pair of degrees names. Values in, values out."""

from __future__ import annotations

import re
from urllib.parse import unquote

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""

_NUMBER = r"(-?\d{1,3}\.\d{2,})"
_PAIR = rf"{_NUMBER}\s*(?:,|/|;|\s|%2C)\s*{_NUMBER}"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"!3d{_NUMBER}!4d{_NUMBER}",  # Google, the place itself
        rf"[?&]mlat={_NUMBER}&mlon={_NUMBER}",  # OpenStreetMap, the marker
        rf"#map=\d+/{_NUMBER}/{_NUMBER}",  # OpenStreetMap, the view
        rf"[?&](?:q|query|ll|sll|center|destination)=(?:loc:)?{_NUMBER},{_NUMBER}",  # several
        rf"/@{_NUMBER},{_NUMBER}",  # Google, the view
        rf"~{_NUMBER},{_NUMBER}",  # Hitta
        rf"[?&]c={_NUMBER},{_NUMBER}",  # Eniro
        rf"^geo:{_NUMBER},{_NUMBER}",  # RFC 5870
    )
)
_BARE = re.compile(rf"\s*{_PAIR}\s*")
_LINK = re.compile(r"(?:https?://|geo:)\S+", re.IGNORECASE)
_POLE, _DATE_LINE = 90.0, 180.0


def read(text: str) -> Point | None:
    """Read a text that is nothing but a map link or two degrees; None when it names no point."""
    whole = text.strip()
    if bare := _BARE.fullmatch(whole):
        return _checked(bare)
    if not _LINK.fullmatch(whole):
        return None
    link = unquote(whole)
    found = (pattern.search(link) for pattern in _PATTERNS)
    return next((_checked(one) for one in found if one), None)


def written(point: Point) -> str:
    """Write a point so short that a button can carry it; a metre is near enough."""
    return f"{point[0]:.5f},{point[1]:.5f}"


def _checked(found: re.Match[str]) -> Point | None:
    latitude, longitude = float(found[1]), float(found[2])
    on_earth = abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE
    return (latitude, longitude) if on_earth else None
