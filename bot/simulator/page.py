"""The page in the browser, as Starlette routes. Knows HTTP and who may ask; never the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.simulator import panes
from bot.simulator.feed import Feed
from bot.simulator.hooks import Demo
from bot.simulator.transcript import transcript
from bot.simulator.visitor import Declined, Visitor, Wish
from bot.simulator.world import World

__all__ = ["Demo", "routes"]

Answer: TypeAlias = Callable[[Request], Awaitable[Response]]

_FOLDER = Path(__file__).parent / "page"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def routes(world: World, demo: Demo) -> list[Route]:
    """Return the page at `/` and what it needs under `/page/`; `demo.close()` ends its streams."""
    house = _House(world, demo)
    get = {"/": house.front, "/page/events": house.events, "/page/transcript": house.transcript}
    paths = {**get, "/page/file/{name}": house.file, "/page/{name}": house.asset}
    return [
        Route("/page/deed", _guarded(house.deed, demo), methods=["POST"]),
        *(Route(path, _guarded(answer, demo), methods=["GET"]) for path, answer in paths.items()),
    ]


def _guarded(answer: Answer, demo: Demo) -> Answer:
    """Answer only on the page's own address, and let nobody else's page press our buttons."""

    async def guarded(request: Request) -> Response:
        host = request.url.hostname or ""
        if host not in demo.hosts:
            response: Response = PlainTextResponse("Fel adress.", 403)
        elif request.method == "POST" and not _is_own(request):
            response = PlainTextResponse("Bara sidan själv får göra så.", 403)
        else:
            response = await answer(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guarded


def _is_own(request: Request) -> bool:
    origin = urlsplit(request.headers.get("origin", ""))
    return origin.scheme in {"http", "https"} and origin.netloc == request.headers.get("host")


class _House:
    """The answers, with the world they speak of."""

    def __init__(self, world: World, demo: Demo) -> None:
        self.world = world
        self.feed = Feed(world, demo)
        self.visitor = Visitor(world, demo)
        self.assets = {path.name: path for path in _FOLDER.iterdir() if path.suffix in _TYPES}

    async def front(self, _: Request) -> Response:
        """Show the page."""
        return self._asset("page.html")

    async def asset(self, request: Request) -> Response:
        """Hand out one of the page's own files, never any other."""
        return self._asset(request.path_params["name"])

    def _asset(self, name: str) -> Response:
        path = self.assets.get(name)
        if path is None:
            return PlainTextResponse("Finns inte.", 404)
        return Response(path.read_bytes(), media_type=_TYPES[path.suffix])

    async def events(self, request: Request) -> Response:
        """Tell the page what happens, from where it lost the thread."""
        lines = self.feed.lines(request.headers.get("last-event-id", ""))
        return StreamingResponse(lines, media_type="text/event-stream")

    async def deed(self, request: Request) -> Response:
        """Do what the visitor wishes; a refusal is a 400 with its Swedish reason."""
        async with request.form() as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
            upload = form.get("file")
            file = await upload.read() if isinstance(upload, UploadFile) else None
            name = (upload.filename or "") if isinstance(upload, UploadFile) else ""
        try:
            await self.visitor.does(Wish(fields, file, name))
        except Declined as why:
            return JSONResponse({"why": str(why)}, 400)
        return JSONResponse({})

    async def file(self, request: Request) -> Response:
        """Hand out a file from a chat; only real pictures are ever shown inside the page."""
        file = self.world.files.get(request.path_params["name"])
        if file is None:
            return PlainTextResponse("Finns inte.", 404)
        picture = panes.picture_type(file)
        return _download(file.content, file.name, picture or "application/octet-stream")

    async def transcript(self, request: Request) -> Response:
        """Hand out a chat as text."""
        wanted = request.query_params.get("chat", "")
        chat = self.world.chats.get(int(wanted)) if wanted.lstrip("-").isdecimal() else None
        if chat is None:
            return PlainTextResponse("Finns inte.", 404)
        name = f"{panes.title(chat)}.txt"
        return _download(transcript(self.world, chat).encode(), name, "text/plain; charset=utf-8")


def _download(content: bytes, name: str, mime: str) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": disposition, "Content-Security-Policy": "sandbox"}
    return Response(content, media_type=mime, headers=headers)
