"""What a button carries: which question, about which row, and the choice. At most 64 bytes.

`reg:42:food` asks; `reg:42:food:vegan` answers. A typed answer is put to the token last asked.
Telegram keeps old keyboards for ever, so a token no longer used must still parse.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

LIMIT = 64
PARTS = 4
LONGEST_ROW = 18
"""Digits; more do not fit in 64 bits."""


@dataclass(frozen=True, slots=True)
class Token:
    """A question: `what` conversation, `row` id, `ask`; with a `choice`, also its answer."""

    what: str
    row: int = 0
    ask: str = ""
    choice: str | None = None
    is_typed: bool = False
    """The choice was written by hand instead of tapped."""

    def __str__(self) -> str:
        """Write it as callback data; raises ValueError over 64 bytes (Bot API limit)."""
        parts = [self.what, str(self.row), self.ask]
        if self.choice is not None:
            parts.append(self.choice)
        written = ":".join(parts)
        if len(written.encode()) > LIMIT:
            raise ValueError(f"a token of more than {LIMIT} bytes: {written}")
        return written

    def chosen(self, choice: str) -> str:
        """Write the token with a choice, for a button."""
        return str(replace(self, choice=choice))

    def typed(self, text: str) -> Token:
        """Give the token with an answer written by hand."""
        return replace(self, choice=text, is_typed=True)

    @property
    def number(self) -> int:
        """The row or page that the choice names; 0, which is no row's, for what we never wrote."""
        return number_in(self.choice or "")


def parse(written: str) -> Token | None:
    """Read callback data; None for what we never wrote."""
    parts = written.split(":", PARTS - 1)
    if len(parts) < PARTS - 1 or not parts[0].isidentifier() or not _is_number(parts[1]):
        return None
    return Token(parts[0], int(parts[1]), parts[2], parts[3] if len(parts) == PARTS else None)


def number_in(written: str, longest: int = LONGEST_ROW) -> int:
    """Read a number of at most `longest` digits in a choice; 0 for what we never wrote."""
    return int(written) if _is_number(written, longest) else 0


def _is_number(written: str, longest: int = LONGEST_ROW) -> bool:
    return written.isascii() and written.isdecimal() and len(written) <= longest
