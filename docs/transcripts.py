"""Writes down all that is said in the demonstration's story, in each language, as files to read.

Run by `make transcripts`. A test plays the story again and compares, so a page cannot go stale.
"""
# ruff: noqa: INP001 - a script beside the documents, no package

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot import plot, story
from bot.clock import MovableClock
from bot.demo import STOCKHOLM, settings
from bot.languages import FIRST
from bot.simulator.world import World
from bot.stage import Stage

HERE = Path(__file__).parent / "samtal"
DESK = "arrangor"
"""The page of the act at the organiser's desk, which is played in Swedish."""
LANGUAGES = {"sv": "svenska", "en": "engelska", "fi": "finska"}
"""The languages we write ourselves, as Swedish names them."""
MORNING = datetime(2026, 11, 2, 9, tzinfo=STOCKHOLM)
"""A story has the same days whenever it is played."""
SECRET = re.compile(r"(?<=/start )\S+|(?<=start=)[A-Za-z0-9_-]+")
MINUTE = re.compile(r"(?<= \d\d)\.\d\d(?= ──$)", re.MULTILINE)
"""A slow machine can move a message by some seconds, and so into the next minute."""
SIZE = re.compile(r" \(\d+(?:,\d)? (?:byte|kB)\)")
"""A paper with a secret in its code is not always as large."""
FENCE = "```"
GROUP = "Kulturnätet i bygden"


def told(language: str, built: type[Stage] = Stage) -> str:
    """Play the meeting in a language, and give the page with each person's chat."""
    with played(plot.MEETING, language, built) as stage:
        return "\n".join(_page(stage, language)) + "\n"


def told_of_the_desk(stage: Stage) -> str:
    """Give the page of the act at the organiser's desk, when it has been played."""
    return "\n".join(_desk_page(stage)) + "\n"


@contextmanager
def played(act: plot.Act, language: str, built: type[Stage] = Stage) -> Iterator[Stage]:
    """Play an act in a language, and give the stage while the lights are still on."""
    clock = MovableClock(MORNING, runs=False)
    world = World(clock, is_fair=True)
    given = settings(world.token, "http://127.0.0.1/bot")
    network = given.network.model_copy(update={"language": language})
    with tempfile.TemporaryDirectory(prefix="samklang-") as folder:
        chosen = given.model_copy(update={"network": network})
        stage = built(Path(folder), chosen, world, clock)
        try:
            stage.registers(*story.ASSOCIATIONS)
            plot.play(act, stage, lambda _: None)
            yield stage
        finally:
            stage.close()


def _page(stage: Stage, language: str) -> Iterator[str]:
    yield f"# Hela berättelsen på {LANGUAGES[language]}"
    yield ""
    yield "Sidan är skriven av `make transcripts`, som spelar demonstrationens berättelse."
    yield "Här står allt som boten säger till var och en."
    yield "Ramen, som säger vem som trycker och vad som ändras, är på svenska i alla språk."
    yield "Det som Karin har skrivit själv är också på svenska."
    yield from _chats(stage, plot.MEETING)
    yield from _chat(f"Gruppen {GROUP}", stage.cast.group.chat())


def _desk_page(stage: Stage) -> Iterator[str]:
    yield "# Arrangörens bord, från registret till arkivet"
    yield ""
    yield "Sidan är skriven av `make transcripts`, som spelar berättelsens andra akt."
    yield "Här står allt som boten säger till Karin, som ordnar mötet, och till dem hon bjuder in."
    yield from _chats(stage, plot.DESK)


def _chats(stage: Stage, act: plot.Act) -> Iterator[str]:
    for name in act.people:
        yield from _chat(name, stage.cast.person(name).chat())


def _chat(heading: str, said: str) -> Iterator[str]:
    quiet = SECRET.sub("…", SIZE.sub("", MINUTE.sub("", said))).replace(FENCE, "")
    yield from ("", f"## {heading}", "", f"{FENCE}text", quiet, FENCE)


def main() -> None:
    """Write every page anew."""
    HERE.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (HERE / f"{language}.md").write_text(told(language), "utf-8")
    with played(plot.DESK, FIRST) as stage:
        (HERE / f"{DESK}.md").write_text(told_of_the_desk(stage), "utf-8")


if __name__ == "__main__":
    main()
