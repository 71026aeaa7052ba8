"""The page can be read by those with weak sight, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.simulator import page

# WCAG 2.2, success criterion 1.4.3 (AA): text against its ground.
ENOUGH = 4.5
PAIRS = [
    *((ink, ground) for ink in ("ink", "soft") for ground in ("paper", "card", "wall")),
    *(("ink", ground) for ground in ("from-bot", "mine", "from-other", "key")),
    *(("pine", ground) for ground in ("card", "paper", "from-bot", "mine", "key")),
    *((f"hue-{number}", "from-other") for number in range(6)),
    *(("card", f"hue-{number}") for number in range(6)),
    ("on-pine", "pine"),
    ("on-amber", "amber"),
    ("red", "key"),
    ("red", "card"),
    ("soft", "pine-soft"),
    ("pine", "pine-soft"),
]


def _palettes() -> dict[str, dict[str, str]]:
    css = (Path(page.__file__).parent / "page" / "page.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return {"light": _colours(light), "dark": _colours(light) | _colours(dark)}


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{6});", block))


def _brightness(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_stands_out_from_its_ground(scheme: str, ink: str, ground: str) -> None:
    """Each pair of colours that meets on the page has the contrast that AA asks for."""
    colours = _palettes()[scheme]
    dim, bright = sorted(_brightness(colours[name]) for name in (ink, ground))

    assert (bright + 0.05) / (dim + 0.05) >= ENOUGH
