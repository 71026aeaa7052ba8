"""Pictures that are yet to be drawn, as facts a row can hold. They are drawn where nobody waits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.exports import pictures
from bot.exports.pictures import Bars, Curve

Drawing = Curve | Bars


def written(drawing: Drawing) -> dict[str, object]:
    """Write a picture's facts down so that `drawn` can read them."""
    facts = json.loads(json.dumps(asdict(drawing), default=datetime.isoformat))
    return {"shape": "curve" if isinstance(drawing, Curve) else "bars", "facts": facts}


def drawn(kept: Mapping[str, Any]) -> bytes:
    """Draw what `written` wrote, as PNG; takes up to a second, so not inside a transaction."""
    facts = kept["facts"]
    return (
        pictures.curve(_curve(facts)) if kept["shape"] == "curve" else pictures.bars(_bars(facts))
    )


def _curve(facts: Mapping[str, Any]) -> Curve:
    return Curve(
        title=facts["title"],
        subtitle=facts["subtitle"],
        steps=tuple((_at(at), n) for at, n in facts["steps"]),
        until=_at(facts["until"]),
        days=tuple((_at(at), word) for at, word in facts["days"]),
        capacity=tuple(facts["capacity"]) if facts["capacity"] else None,
        deadline=(_at(facts["deadline"][0]), facts["deadline"][1]) if facts["deadline"] else None,
        now_says=facts["now_says"],
    )


def _bars(facts: Mapping[str, Any]) -> Bars:
    rows = tuple((label, have, want, words) for label, have, want, words in facts["rows"])
    headings = tuple((place, words) for place, words in facts["headings"])
    return Bars(facts["title"], facts["subtitle"], rows, headings)


def _at(written_at: str) -> datetime:
    return datetime.fromisoformat(written_at)
