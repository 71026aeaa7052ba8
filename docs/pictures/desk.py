"""The pictures of the organiser's desk: the story's second act, held still where one is wanted.

The act is played in a thread of its own. Where it asks for a picture it waits, the page is opened
in headless Chromium, and what stands on that person's telephone is photographed.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

import uvicorn
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette

from bot import plot, story
from bot.clock import MovableClock
from bot.demo import settings
from bot.simulator.page import Demo, routes
from bot.simulator.world import World
from bot.stage import Stage
from bot.story import Actor
from docs.pictures import files
from docs.pictures.camera import ARGUMENTS, keep
from docs.pictures.meeting import MORNING

Scene: TypeAlias = tuple[str, Actor]
TELEPHONE = {"width": 390, "height": 1500}
"""Pixels; as wide as a telephone, and high enough for the longest card."""
SHARP = 1.5
"""Pixels of the picture for each of the telephone's."""
PAPERS = {
    "brev": ".pdf",
    "dagordning": ".pdf",
    "narvarolista": ".pdf",
    "namnbrickor": ".pdf",
    "intyg": ".pdf",
}
PICTURES = ("kurva", "sammansattning")
SHEETS = ("deltagarlista",)
OLDER = {"leveransrapport": "Leveransrapport:"}
"""What stands in the message, when it is not the newest."""


class Theatre:
    """Plays the act and stands still for the camera."""

    def __init__(self) -> None:
        """Prepare a world; nothing is played yet."""
        self.clock = MovableClock(MORNING, runs=False)
        self.world = World(self.clock, is_fair=True)
        self._scenes: SimpleQueue[Scene | BaseException | None] = SimpleQueue()
        self._taken: SimpleQueue[str] = SimpleQueue()

    def scenes(self, folder: Path) -> Iterator[Scene]:
        """Give each scene; the act goes on when the next one is asked for."""
        threading.Thread(target=self._plays, args=(folder,), daemon=True).start()
        while (scene := self._scenes.get()) is not None:
            if isinstance(scene, BaseException):
                raise scene
            yield scene
            self._taken.put(scene[0])

    def _stands_still(self, name: str, actor: Actor) -> None:
        self._scenes.put((name, actor))
        self._taken.get()

    def _plays(self, folder: Path) -> None:
        chosen = settings(self.world.token, "http://127.0.0.1/bot")
        stage = Stage(folder, chosen, self.world, self.clock)
        try:
            stage.registers(*story.ASSOCIATIONS)
            plot.play(plot.DESK, stage, lambda _: None, camera=self._stands_still)
            self._scenes.put(None)
        except BaseException as trouble:  # noqa: BLE001 - it is raised again in the main thread
            self._scenes.put(trouble)
        finally:
            stage.close()


@contextmanager
def _served(world: World, clock: MovableClock) -> Iterator[str]:
    """Serve the page of a world, and give its address."""
    demo = Demo(clock, clock_runs=False)
    config = uvicorn.Config(
        Starlette(routes=routes(world, demo)),
        host="127.0.0.1",
        port=0,
        log_level="warning",
        lifespan="off",
    )
    server = uvicorn.Server(config)
    opened = threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_serve(server, opened)), daemon=True)
    thread.start()
    opened.wait(20)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/"
    server.should_exit = True
    server.force_exit = True
    thread.join(10)


async def _serve(server: uvicorn.Server, opened: threading.Event) -> None:
    serving = asyncio.ensure_future(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    opened.set()
    await serving


def _screen(browser: Browser, address: str, scene: Scene) -> bytes:
    """Photograph the newest messages on someone's telephone."""
    name, actor = scene
    context = browser.new_context(
        viewport=TELEPHONE,  # type: ignore[arg-type]  # a dict of its two numbers
        device_scale_factor=SHARP,
        locale="sv-SE",
    )
    page = context.new_page()
    page.goto(address)
    first = actor.player.user.first_name
    page.locator(".chip").filter(has_text=first).click()
    pane = page.get_by_label(f"{actor.player.user.name} och Samklang").first
    shown = pane.locator(".message:not(.mine)").filter(has_text=OLDER.get(name, "")).last
    shown.wait_for()
    page.wait_for_timeout(400)
    taken: bytes = shown.screenshot(animations="disabled")
    context.close()
    return taken


def _taken(browser: Browser, address: str, scene: Scene) -> bytes:
    name, actor = scene
    if name in PAPERS:
        return files.paper(actor.document(PAPERS[name]))
    if name in PICTURES:
        return actor.document(".png")
    if name in SHEETS:
        return files.sheet(browser, actor.document(".xlsx"))
    return _screen(browser, address, scene)


def take_all(only: Callable[[str], bool] = lambda _: True) -> None:
    """Take the pictures anew."""
    theatre = Theatre()
    with (
        tempfile.TemporaryDirectory(prefix="samklang-") as folder,
        _served(theatre.world, theatre.clock) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        for scene in theatre.scenes(Path(folder)):
            if only(scene[0]):
                keep(scene[0], _taken(browser, address, scene))
        browser.close()
