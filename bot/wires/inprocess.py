"""The bot's library talks to the simulator without a network, and meets the same mishaps.

Knows python-telegram-bot's request class and the simulator's API; nothing of our bot.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import unquote

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.simulator.faults import ConnectionCut, LostReply, RefusedConnection
from bot.simulator.request import UploadedFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram._utils.types import ODVInput

    from bot.simulator.api import Api

_PATIENCE = 5.0  # seconds, the library's own read timeout


class InProcessRequest(BaseRequest):
    """Carries each call straight to an `Api` in the same loop; errors have httpx causes."""

    def __init__(self, api: Api) -> None:
        """Talk to one simulator."""
        self._api = api

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds of the world's clock."""
        return _PATIENCE

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,  # noqa: ARG002 - both work alike
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - see `_patient`
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - nothing to write
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - no connection
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - no pool
    ) -> tuple[int, bytes]:
        """Answer one call; raises what the library's own request class would raise."""
        token, _, name = unquote(url).rpartition("/bot")[2].partition("/")
        if "/file/bot" in url:
            return self._file(token, name)
        params = request_data.json_parameters if request_data else {}
        files = _files(request_data)
        try:
            return await self._patient(token, name, params, files)
        except RefusedConnection:
            raise NetworkError("httpx.ConnectError: refused") from httpx.ConnectError("refused")
        except ConnectionCut:
            raise NetworkError("httpx.ReadError: cut") from httpx.ReadError("cut")
        except (LostReply, TimeoutError):
            raise TimedOut from httpx.ReadTimeout("no answer")

    async def _patient(
        self, token: str, name: str, params: Mapping[str, str], files: Mapping[str, UploadedFile]
    ) -> tuple[int, bytes]:
        answer = self._api.call(token, name, params, files)
        if not self._api.world.faults or name == "getUpdates":
            return await answer
        deed = asyncio.ensure_future(answer)
        alarm = asyncio.ensure_future(self._api.world.clock.sleep(_PATIENCE))
        try:
            await asyncio.wait({deed, alarm}, return_when=asyncio.FIRST_COMPLETED)
            if not deed.done():
                raise TimeoutError
            return deed.result()
        finally:
            alarm.cancel()
            deed.cancel()

    def _file(self, token: str, path: str) -> tuple[int, bytes]:
        world = self._api.world
        document = world.files.get(path.rpartition("/")[2])
        if token != world.token or document is None:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'
        return 200, document.content


def _files(request_data: RequestData | None) -> dict[str, UploadedFile]:
    if request_data is None or not request_data.contains_files:
        return {}
    parts = request_data.multipart_data
    return {name: _uploaded(part) for name, part in parts.items()}


def _uploaded(part: tuple[str, object, str]) -> UploadedFile:
    name, content, mime = part
    raw = content.read() if hasattr(content, "read") else content
    assert isinstance(raw, bytes), "the library reads files into bytes"  # noqa: S101 - a proof
    return UploadedFile(name, mime, raw)
