"""E-mail addresses are copied as many at a time as a button holds."""

from __future__ import annotations

import pytest

from bot.words.views import unreached

LONG = "x" * 120 + "@post.example"


@pytest.mark.parametrize(
    ("expected", "mails"),
    [
        ([], []),
        (["a@b.se"], ["a@b.se"]),
        (["a@b.se; c@d.se"], ["a@b.se", "c@d.se"]),
        ([f"{LONG}; a@b.se", f"{LONG}; c@d.se"], [LONG, "a@b.se", LONG, "c@d.se"]),
        (["a@b.se"], ["y" * 257, "a@b.se"]),
    ],
)
def test_addresses_are_parted_as_a_button_holds_them(expected: list[str], mails: list[str]) -> None:
    """With what mail programs read between them; one that no button holds is in the file."""
    assert expected == unreached.copying_parts(mails)
