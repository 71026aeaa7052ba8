"""Where pictures are kept, how large one may be, and the browser that takes them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parents[1] / "bilder"
LARGEST = 200_000
"""Bytes; a picture that is larger is slow to open for someone with a poor line."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


COLOURS = 64
"""In a picture: letters on a plain ground need no more, and it weighs a third."""


def keep(name: str, picture: bytes) -> None:
    """Keep a picture; raises ValueError when it is too large."""
    small = _thinned(picture)
    if len(small) > LARGEST:
        raise ValueError(f"{name} is {len(small)} bytes, more than {LARGEST}")
    HERE.mkdir(exist_ok=True)
    (HERE / f"{name}.png").write_bytes(small)
    sys.stdout.write(f"{name}.png {len(small) // 1000} kB\n")


def _thinned(picture: bytes) -> bytes:
    whole = io.BytesIO()
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(whole, "PNG", optimize=True)
    return whole.getvalue()
