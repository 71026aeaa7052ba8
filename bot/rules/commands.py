"""What a written command says: its word, and what comes after. Values in, values out."""

from __future__ import annotations

SPELLINGS = str.maketrans("åäöÅÄÖ", "aaoAAO")
"""Telegram's commands have no å, ä or ö (Bot API, BotCommand), but people write them."""


def read(text: str, username: str) -> tuple[str | None, str]:
    """Split "/ny@samklang_bot text" into its word and the rest; None when it is no command."""
    if not text.startswith("/") or text == "/":
        return None, text
    word, _, rest = text[1:].partition(" ")
    first, newline, under = word.partition("\n")
    if newline:
        word, rest = first, f"{under} {rest}"
    name, _, addressee = word.partition("@")
    if addressee and addressee.casefold() != username.casefold():
        return None, text
    return name.casefold().translate(SPELLINGS), rest.strip()
