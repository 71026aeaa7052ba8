"""The shape of JSON: which keys with which types. Two values of one shape fit, or do not, alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from bot.simulator.json_value import Json

Shape: TypeAlias = "str | tuple[Shape, ...]"

# Words that decide which kind of object this is.
_DECISIVE = frozenset({"type", "status", "source"})
_TRUTHS = frozenset({"true", "false"})


def shape(value: Json) -> Shape:
    """Return the shape of a JSON value."""
    if isinstance(value, dict):
        return tuple(
            (key, item if key in _DECISIVE and isinstance(item, str) else shape(item))
            for key, item in value.items()
        )
    if isinstance(value, (list, tuple)):
        return ("[]", *{shape(item): None for item in value})
    return type(value).__name__


def shape_of_form(params: Mapping[str, str]) -> Shape:
    """Return the shape of a form, whose values are strings or JSON in strings."""
    return tuple((name, _shape_of_text(text)) for name, text in params.items())


def _shape_of_text(text: str) -> Shape:
    if text[:1] in {"[", "{"}:
        try:
            return shape(json.loads(text))
        except ValueError:
            return "str"
    if text in _TRUTHS:
        return "bool"
    return "int" if text.lstrip("-").isdigit() else "str"
