"""The Bot API over HTTP, on loopback. Knows requests and sockets; no method."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import Iterator, Mapping, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from bot.simulator.api import Api
from bot.simulator.faults import ConnectionFault, LostReply
from bot.simulator.request import UploadedFile
from bot.simulator.webhook import Postman, ended

_LONGEST_FIELD = 10 * 1024 * 1024
_CLOSING = 2  # seconds that answers under way are given when the server stops


class Server:
    """Serves one `Api` and, beside it, whatever `routes` are given (the page)."""

    def __init__(
        self,
        api: Api,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        routes: Sequence[BaseRoute] = (),
    ) -> None:
        """Prepare; port 0 takes any free one."""
        self._api = api
        self._address = (host, port)
        self._closing = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._uvicorn = _Quiet(
            uvicorn.Config(
                Starlette(routes=[*self._routes(), *routes]),
                log_config=None,
                server_header=False,
                access_log=False,
                lifespan="off",
                timeout_graceful_shutdown=_CLOSING,
            )
        )

    async def start(self) -> str:
        """Listen; return the address to reach, without a last slash. OSError if it is taken."""
        family = socket.AF_INET6 if ":" in self._address[0] else socket.AF_INET
        door = socket.create_server(self._address, family=family)
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        host, port = door.getsockname()[:2]
        postman = Postman(self._api.world, self._api.mailbox)
        self._tasks = [
            asyncio.create_task(self._uvicorn.serve([door])),
            asyncio.create_task(postman.run()),
        ]
        await self._uvicorn.ready.wait()
        return f"http://{host}:{port}"

    async def stop(self) -> None:
        """Let held polls return, answer what is under way, and close."""
        self._api.mailbox.release()
        self._closing.set()
        self._uvicorn.should_exit = True
        serving, postman = self._tasks
        await ended(postman)
        await serving

    def _routes(self) -> list[BaseRoute]:
        return [
            Route("/bot{token}/{method}", self._method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._file, methods=["GET"]),
        ]

    async def _method(self, request: Request) -> Response:
        token, method = request.path_params["token"], request.path_params["method"]
        params, files = await _arguments(request)
        try:
            status, body = await self._api.call(token, method, params, files)
        except LostReply:
            await self._until_gone(request)
            return _Cut()
        except ConnectionFault:
            return _Cut()
        return Response(body, status, media_type="application/json")

    async def _until_gone(self, request: Request) -> None:
        while not self._closing.is_set() and not await request.is_disconnected():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), 0.05)

    async def _file(self, request: Request) -> Response:
        world = self._api.world
        document = world.files.get(request.path_params["path"].rpartition("/")[2])
        if request.path_params["token"] != world.token or document is None:
            return Response(b'{"ok":false,"error_code":404,"description":"Not Found"}', 404)
        return Response(document.content, media_type="application/octet-stream")


async def _arguments(request: Request) -> tuple[dict[str, str], dict[str, UploadedFile]]:
    params = dict(request.query_params)
    files: dict[str, UploadedFile] = {}
    if request.headers.get("content-type", "").startswith("application/json"):
        return params | _from_json(await request.body()), files
    async with request.form(max_part_size=_LONGEST_FIELD) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                kind = value.content_type or "application/octet-stream"
                files[name] = UploadedFile(value.filename or "", kind, await value.read())
            else:
                params[name] = value
    return params, files


def _from_json(body: bytes) -> dict[str, str]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        return {}
    if not isinstance(values, Mapping):
        return {}
    return {
        str(name): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
        if value is not None
    }


class _Cut(Response):
    """No answer: the line is broken instead."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Announce more than is sent; the server then breaks the line."""
        del scope, receive
        length = [(b"content-length", b"9")]
        await send({"type": "http.response.start", "status": 200, "headers": length})


class _Quiet(uvicorn.Server):
    """Leaves the signals of the process to whoever runs it, and tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        """Prepare."""
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen."""
        await super().startup(sockets)
        self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signals."""
        yield
