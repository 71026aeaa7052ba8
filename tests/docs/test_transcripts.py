"""The pages with the whole story say what the bot says today, in each language of ours."""

from __future__ import annotations

import pytest

from docs import transcripts


@pytest.mark.parametrize("language", transcripts.LANGUAGES)
def test_the_page_is_what_is_said_today(language: str) -> None:
    """A text that has changed since makes the page stale; `make transcripts` writes it anew."""
    written = (transcripts.HERE / f"{language}.md").read_text("utf-8")

    assert transcripts.told(language) == written, "run: make transcripts"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ("Anmäl mig", "Du är anmäld till")),
        ("en", ("Register", "You are registered")),
        ("fi", ("Ilmoittaudu", "Olet ilmoittautunut")),
    ],
)
def test_the_page_is_in_its_own_language(language: str, words: tuple[str, ...]) -> None:
    """What the bot says is not left in another language."""
    page = (transcripts.HERE / f"{language}.md").read_text("utf-8")

    assert all(one in page for one in words)
    assert language == "sv" or "[Anmäl mig]" not in page
