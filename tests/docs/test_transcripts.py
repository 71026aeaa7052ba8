"""The pages with the whole story say what the bot says today, in each language of ours."""

from __future__ import annotations

import pytest

from bot import plot
from bot.languages import FIRST
from bot.simulator import manners
from bot.stage import Stage
from bot.store.engine import Store
from docs import transcripts
from tests.compiled import sharing


class QuickStage(Stage):
    """One that does not compile anew what another has compiled."""

    def database(self) -> Store:
        """Open the stage's database."""
        return sharing(super().database())


@pytest.mark.parametrize("language", transcripts.LANGUAGES)
def test_the_page_is_what_is_said_today(language: str) -> None:
    """A text that has changed since makes the page stale; `make transcripts` writes it anew."""
    written = (transcripts.HERE / f"{language}.md").read_text("utf-8")

    assert transcripts.told(language, QuickStage) == written, "run: make transcripts"


def test_the_desk_is_played_with_good_manners_and_its_page_says_what_is_said() -> None:
    """Every step of the organiser's act happens, nobody is woken, and the page is today's."""
    written = (transcripts.HERE / f"{transcripts.DESK}.md").read_text("utf-8")

    with transcripts.played(plot.DESK, FIRST, QuickStage) as stage:
        quiet = stage.settings.quiet
        said = manners.complaints(stage.telegram, quiet_from=quiet.begins, quiet_to=quiet.ends)
        told = transcripts.told_of_the_desk(stage)

    assert said == []
    assert told == written, "run: make transcripts"


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
