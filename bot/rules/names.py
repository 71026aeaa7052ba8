"""What can stand on a list as someone's name."""

from __future__ import annotations

LONGEST = 100
"""Characters."""


def cleaned(given: str) -> str:
    """Write a name on one line, with single spaces."""
    return " ".join(given.split())


def is_good(name: str) -> bool:
    """Whether a cleaned name can stand on a list."""
    return 0 < len(name) <= LONGEST
