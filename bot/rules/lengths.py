"""How long a text is to Telegram, which counts UTF-16 units. Knows text, never what it is for."""

from __future__ import annotations


def units(text: str) -> int:
    """Count as Telegram does: an emoji is two units or more (Bot API, MessageEntity)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text itself, or as much of it as `limit` units hold, with an ellipsis for the rest."""
    if units(text) <= limit:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - 1)]
    # Half a pair at the end is no character.
    return kept.decode("utf-16-le", "ignore").rstrip() + "…"
