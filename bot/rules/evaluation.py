"""When answers about a meeting may be shown without showing who gave them."""

from __future__ import annotations

FEWEST = 5
"""Answers before any is shown: among fewer, one who was there can tell whose is whose."""


def may_be_shown(answered: int) -> bool:
    """Whether so many have answered that nobody is recognised."""
    return answered >= FEWEST
