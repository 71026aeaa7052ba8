"""Telegram's calls to us, and whoever asks how we are. Knows HTTP, keeps updates, reads none."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.store.engine import StoreTroubleError
from bot.wires.metrics import CONTENT_TYPE
from bot.wires.supervisor import Heartbeat

_BIGGEST = 1_000_000
"""Bytes; an update has a few thousand."""
_SHORTEST_SECRET = 16
_LONGEST_SILENCE = 120.0

Receive = Callable[[Sequence[Mapping[str, object]]], int]


@dataclass(frozen=True, slots=True)
class Door:
    """Where Telegram may come in: a path nobody guesses, and a secret it says each time."""

    path: str
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a door without a lock (ValueError)."""
        if len(self.secret) < _SHORTEST_SECRET or not self.path.startswith("/"):
            raise ValueError("a webhook needs a path and a secret of at least 16 characters")


def webhook(
    door: Door, receive: Receive, heartbeat: Heartbeat, measures: Callable[[], str] = str
) -> Starlette:
    """Build the site: the door, `/healthz` (we run), `/readyz` (we do our work) and `/metrics`.

    `receive` keeps updates in one commit; only after it is Telegram told that all is well.
    """

    async def update(request: Request) -> Response:
        told = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(told.encode(), door.secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        return _kept(body, receive)

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_: Request) -> Response:
        ages = {name: round(age, 1) for name, age in heartbeat.ages().items()}
        return JSONResponse(ages, 200 if heartbeat.is_well(_LONGEST_SILENCE) else 503)

    async def metrics(_: Request) -> Response:
        return _measured(measures)

    return Starlette(
        routes=[
            Route(door.path, update, methods=["POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
        ]
    )


def _measured(measures: Callable[[], str]) -> Response:
    try:
        return PlainTextResponse(measures(), media_type=CONTENT_TYPE)
    except StoreTroubleError:
        return Response(status_code=503)


def _kept(body: bytes, receive: Receive) -> Response:
    try:
        update = json.loads(body)
    except ValueError:
        return Response(status_code=400)
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        return Response(status_code=400)
    try:
        receive([update])
    except StoreTroubleError:
        # Telegram comes again later, as long as we do not say that it is kept.
        return Response(status_code=503)
    return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """Read the body; None as soon as it is larger than any update can be."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > _BIGGEST:
            return None
    return bytes(read)
