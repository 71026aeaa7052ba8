"""A message without its markup, for when Telegram will not have it. Knows HTML only."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def without_markup(content: Mapping[str, object]) -> dict[str, object]:
    """Give the same parameters with bare text."""
    bare = {name: value for name, value in content.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        if isinstance(said := bare.get(name), str):
            bare[name] = html.unescape(_TAG.sub("", said))
    return bare
