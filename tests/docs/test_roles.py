"""The page of who may do what is the table that decides."""

from __future__ import annotations

from docs import roles


def test_the_page_says_what_the_table_says() -> None:
    """A changed right makes the page stale; `python -m docs.roles` writes it anew."""
    assert roles.PAGE.read_text("utf-8") == roles.told()
