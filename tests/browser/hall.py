"""A simulator without a bot, served to a browser; the test itself plays the bot."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import uvicorn
from starlette.applications import Starlette

from bot.clock import MovableClock
from bot.simulator.api import Api
from bot.simulator.page import Demo, routes
from bot.simulator.world import World

T = TypeVar("T")

_START = datetime(2026, 9, 22, 16, 2, tzinfo=UTC)


class Hall:
    """A world, its page on loopback, and the hands of a bot; all in one other thread."""

    def __init__(self) -> None:
        """Open the doors; `url` is ready when this returns."""
        self.clock = MovableClock(_START, runs=False)
        self.world = World(self.clock, is_fair=True)
        self.api = Api(self.world, contract=False)
        self.links: dict[int, str] = {}
        self.plans: list[tuple[datetime, str]] = []
        self.stops: list[datetime] = []
        self.restarts = 0
        self.demo = Demo(
            self.clock,
            clock_runs=False,
            upcoming=lambda: self.plans,
            start_links=self.links,
            settle=self._settle,
            restart=self._restart,
        )
        self._loop = asyncio.new_event_loop()
        self._server = _server(Starlette(routes=routes(self.world, self.demo)))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._open = threading.Event()
        self._thread.start()
        assert self._open.wait(5)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/"

    def close(self) -> None:
        """Shut the doors and wait for the thread."""
        self._loop.call_soon_threadsafe(self.demo.close)
        self._server.should_exit = True
        self._thread.join(5)
        assert not self._thread.is_alive()

    def do(self, deed: Callable[[], T]) -> T:
        """Do something in the thread where the world lives, and return what it gave."""

        async def done() -> T:
            return deed()

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(5)

    def call(self, method: str, **params: object) -> Any:  # noqa: ANN401 - the Bot API's own JSON
        """Call the Bot API as the bot; an answer that is not ok fails the test."""
        fields = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in params.items()
        }
        call = self.api.call(self.world.token, method, fields)
        status, body = asyncio.run_coroutine_threadsafe(call, self._loop).result(5)
        answer = json.loads(body)
        assert status == 200, answer
        return answer["result"]

    def updates(self) -> list[Any]:
        """Return what waits for the bot."""
        return self.do(lambda: list(self.world.updates.pending()))

    def tap(self) -> Any:  # noqa: ANN401 - the Bot API's own JSON
        """Return the newest tap that waits for the bot; wait at most two seconds for one."""
        until = time.monotonic() + 2
        while time.monotonic() < until:
            taps = [one["callback_query"] for one in self.updates() if "callback_query" in one]
            if taps:
                return taps[-1]
            time.sleep(0.01)
        raise AssertionError("nobody tapped a button")

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve_until_told())
        self._loop.close()

    async def _serve_until_told(self) -> None:
        serving = asyncio.ensure_future(self._server.serve())
        while not self._server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.005)
        self._open.set()
        await serving

    async def _settle(self) -> None:
        self.stops.append(self.clock.now())

    async def _restart(self) -> None:
        self.restarts += 1


def _server(app: Starlette) -> uvicorn.Server:
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off")
    return uvicorn.Server(config)
