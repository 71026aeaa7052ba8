"""The page's addresses: what they hand out, and whom they refuse."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.clock import MovableClock
from bot.simulator import page
from bot.simulator.api import Api
from bot.simulator.page import Demo, routes
from bot.simulator.server import Server
from bot.simulator.world import World

ADDRESS = "http://127.0.0.1:8000"
OWN = {"origin": ADDRESS}


class Place:
    """A world with one person, and its doors."""

    def __init__(self) -> None:
        """Open the door."""
        clock = MovableClock(datetime(2026, 9, 22, 16, 2, tzinfo=UTC), runs=False)
        self.world = World(clock, is_fair=True)
        self.sara = self.world.add_user("Sara", "Öberg")
        self.demo = Demo(clock)
        self.app = Starlette(routes=routes(self.world, self.demo))

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Fetch something."""
        return asyncio.run(self.asked("GET", path, headers=headers))

    def post(self, form: dict[str, str], headers: dict[str, str]) -> httpx.Response:
        """Send a form to the page's one door for deeds."""
        return asyncio.run(self.asked("POST", "/page/deed", data=form, headers=headers))

    async def asked(self, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - passed on
        """Ask the page within a running loop."""
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as browser:
            return await browser.request(method, path, **more)

    def deed(self, **fields: str | int) -> tuple[int, str]:
        """Press a button of the page; return the status and why it was refused."""
        form = {name: str(value) for name, value in fields.items()}
        answer = self.post(form, OWN)
        return answer.status_code, answer.json().get("why", "")


@pytest.fixture
def place() -> Place:
    """Open a place of one's own."""
    return Place()


def test_the_page_comes_with_a_strict_policy(place: Place) -> None:
    """Nothing from elsewhere may run or be fetched on the page, not even inline code."""
    answer = place.get("/")

    assert answer.status_code == 200
    assert 'lang="sv"' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_every_file_the_page_names_is_handed_out(place: Place) -> None:
    """All of the page's own files are found; a name outside its folder is not."""
    folder = Path(page.__file__).parent / "page"
    names = sorted(path.name for path in folder.iterdir())

    assert {200} == {place.get(f"/page/{name}").status_code for name in names}
    assert place.get("/page/..%2Fpage.py").status_code == 404
    assert place.get("/page/nowhere.js").status_code == 404


def test_the_page_asks_nobody_else_and_builds_no_html() -> None:
    """No foreign address and no way to turn words into HTML stands in the page's own code."""
    folder = Path(page.__file__).parent / "page"
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))

    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in code
    assert "http://" not in code.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", "http://127.0.0.1:9999"])
def test_another_site_cannot_press_our_buttons(place: Place, origin: str) -> None:
    """A deed is only done for the page itself; a request from elsewhere changes nothing."""
    form = {"deed": "starts", "as": str(place.sara.id)}
    answer = place.post(form, {"origin": origin})

    assert answer.status_code == 403
    assert place.world.history(place.sara) == []


def test_another_host_name_gets_nothing(place: Place) -> None:
    """A name that someone has pointed at loopback is not our address."""
    answer = place.get("/", host="evil.example")

    assert answer.status_code == 403


def test_a_deed_is_done_and_a_refusal_says_why(place: Place) -> None:
    """The page hears in Swedish why something could not be done."""
    assert place.deed(deed="starts", **{"as": place.sara.id}, parameter="Ab12") == (200, "")
    assert place.world.history(place.sara)[0].text == "/start Ab12"

    assert place.deed(deed="starts", **{"as": 1}) == (400, "Den personen finns inte längre.")
    assert place.deed(deed="flies")[0] == 400


def test_a_file_is_downloaded_and_never_run(place: Place) -> None:
    """A file made to look like a web page is handed over as a file, under its own name."""
    place.world.starts(place.sara)
    trap = b"<script>alert(1)</script>"
    said = place.world.sends(place.sara, place.sara, "document", file=trap, file_name="mötet.html")
    assert said.document is not None

    answer = place.get(f"/page/file/{said.document.file_id}")

    assert answer.content == trap
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''m%C3%B6tet.html"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert place.get("/page/file/nothing").status_code == 404


def test_a_chat_is_downloaded_as_text(place: Place) -> None:
    """The transcript of a chat is a text file named after it."""
    place.world.starts(place.sara)
    place.world.writes(place.sara, place.sara, "Hej å ä ö")

    answer = place.get(f"/page/transcript?chat={place.sara.id}")

    assert "Hej å ä ö" in answer.text
    assert answer.headers["content-disposition"].endswith("Sara%20%C3%96berg.txt")
    assert place.get("/page/transcript?chat=7").status_code == 404
    assert place.get("/page/transcript?chat=x").status_code == 404


def test_the_event_stream_ends_when_the_house_closes(place: Place) -> None:
    """Closing the demo ends the streams, so that a server never waits for a browser."""

    async def story() -> httpx.Response:
        answer = asyncio.ensure_future(place.asked("GET", "/page/events"))
        async with asyncio.timeout(5):
            while not place.demo.on_close:  # noqa: ASYNC110 - a test may look often
                await asyncio.sleep(0.005)
            place.demo.close()
            return await answer

    answer = asyncio.run(story())

    assert answer.headers["content-type"].startswith("text/event-stream")
    assert "event: snapshot" in answer.text


def test_the_server_stops_at_once_though_a_page_is_open() -> None:
    """An open page does not hold the simulator's own server when it is told to stop."""

    async def story() -> float:
        clock = MovableClock(datetime(2026, 9, 22, 16, 2, tzinfo=UTC), runs=True)
        world, demo = World(clock, is_fair=True), Demo(clock)
        server = Server(Api(world, contract=False), routes=routes(world, demo))
        address = await server.start()
        async with (
            httpx.AsyncClient(trust_env=False) as browser,
            browser.stream("GET", f"{address}/page/events") as stream,
        ):
            await anext(stream.aiter_lines())
            began = clock.mono()
            demo.close()
            await server.stop()
        return clock.mono() - began

    assert asyncio.run(story()) < 1
