"""What people write in the place of a button: its label, or a no. Knows words, no questions."""

from __future__ import annotations

from collections.abc import Mapping

from bot.words.calendar import Words


def chosen(labels: Mapping[str, str], text: str) -> str | None:
    """Find the choice whose label someone has written; None when it is none of them."""
    wanted = _bare(text)
    return next((choice for choice, label in labels.items() if _bare(label) == wanted), None)


def is_no(w: Words, text: str) -> bool:
    """Whether someone has only written a no, or that there is nothing."""
    said = w.plain("spoken", "no, nothing, none, no thanks, no thank you")
    return _bare(text) in {_bare(word) for word in said.split(",")}


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .!").casefold()
