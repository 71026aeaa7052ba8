"""Texts are measured as Telegram measures them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import lengths


@pytest.mark.parametrize(("expected", "text"), [(0, ""), (3, "åäö"), (2, "😀"), (5, "👩‍🎨")])
def test_an_emoji_is_two_units_or_more_b12(expected: int, text: str) -> None:
    """Telegram counts UTF-16, where an emoji takes two."""
    assert expected == lengths.units(text)


@pytest.mark.parametrize(
    ("expected", "text", "limit"),
    [
        ("Storsjö", "Storsjö", 7),
        ("Stors…", "Storsjö", 6),
        ("Stor…", "Stor sjö", 6),
        ("😀…", "😀😀😀", 4),
    ],
)
def test_what_is_too_long_ends_with_an_ellipsis(expected: str, text: str, limit: int) -> None:
    """No character is cut in half, and no blank stands before the ellipsis."""
    assert expected == lengths.cut(text, limit)


@given(text=st.text(), limit=st.integers(1, 20))
def test_what_is_cut_fits(text: str, limit: int) -> None:
    """Whatever is written."""
    assert lengths.units(lengths.cut(text, limit)) <= limit
