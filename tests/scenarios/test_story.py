"""The whole written story, as the demo plays it: plainly, with restarts, and at Telegram's pace."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import plot, story
from tests.town import Town

DIFFERS = re.compile(r"(?<=start=)\S+|(?<=/start )\S+|(?<=\d\d\.\d\d)\.\d\d|── .* ──\n")
"""What may differ between two runs of a story: secrets, seconds, and headings with minutes."""
Transcripts = dict[str, str]


def _plays(folder: Path, *, restarting: bool, flood_limits: bool = False) -> Town:
    town = Town(folder, flood_limits=flood_limits)
    town.registers(*story.ASSOCIATIONS)
    plot.play(plot.MEETING, town, _hears_nothing, restarting=restarting)
    return town


def _hears_nothing(_heading: str) -> None:
    """Let the story tell its headings to nobody."""


def _transcripts(town: Town) -> Transcripts:
    chats: dict[str, Callable[[], str]] = {
        name: town.cast.person(name).chat
        for name in ("Karin Ek", "Sara Lind", "Ahmed Ali", "Märta Dahl", "Nils Berg")
    }
    chats["gruppen"] = town.cast.group.chat
    return {name: DIFFERS.sub("", chat()) for name, chat in chats.items()}


@cache
def _once() -> tuple[Transcripts, list[str]]:
    with TemporaryDirectory() as folder:
        town = _plays(Path(folder), restarting=False)
        said, complaints = _transcripts(town), town.complaints()
        town.close()
        return said, complaints


def test_the_story_happens_with_good_manners() -> None:
    """Every step happens, every tap is answered, and nobody is woken."""
    said, complaints = _once()

    assert [] == complaints
    assert "Tack för att du var med" in said["Ahmed Ali"]


def test_restarts_change_nothing_for_the_people(tmp_path: Path) -> None:
    """A process that ends after every step leaves the same chats behind."""
    town = _plays(tmp_path, restarting=True)
    said, complaints = _transcripts(town), town.complaints()
    town.close()

    assert [] == complaints
    for name, chat in _once()[0].items():
        assert chat == said[name]


def test_the_story_stays_within_telegrams_limits(tmp_path: Path) -> None:
    """With the limits on no request is refused: our own pace is slower."""
    town = _plays(tmp_path, restarting=False, flood_limits=True)
    refused = [call for call in town.telegram.log if call.status == 429]
    town.close()

    assert [] == refused
