"""Carries calls over HTTP with aiohttp, behind the library's own seam; a third of httpx's cost.

Knows which failures mean that a request never left us; nothing of rows. Where aiohttp cannot be
had, `line` keeps the library's own request.
"""

from __future__ import annotations

import ssl
from functools import cache
from typing import TYPE_CHECKING

import aiohttp
import certifi
from aiohttp import ClientTimeout as _Timeout
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""No connection, or no place in the pool: nothing of the request was written."""

_CONNECT = 6.0
"""Seconds to get a connection, a wait for a free one included."""
_WRITE, _WRITE_FILES = 5.0, 20.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class AiohttpRequest(BaseRequest):
    """One pool of connections; timeouts are seconds, and raise TimedOut as the library's own do."""

    def __init__(self, *, pool: int, read_timeout: float, proxy: str | None) -> None:
        """Keep at most `pool` connections, straight or by way of a proxy (its address)."""
        self._pool, self._patience, self._proxy = pool, read_timeout, proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take when the caller does not say, in seconds."""
        return self._patience

    async def initialize(self) -> None:
        """Open the pool, unless it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._pool, ssl=_trusted()),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection; `initialize` opens a new pool."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917  (the library's signature)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  (in `connect`)
    ) -> tuple[int, bytes]:
        """Do one request and give status and body; the cause of a failure says what was written."""
        if self._session is None:
            raise RuntimeError("the line is not open: call initialize() first")
        writing = _WRITE_FILES if request_data and request_data.contains_files else _WRITE
        read, connect = _or(read_timeout, self._patience), _or(connect_timeout, _CONNECT)
        limits = _limits(read, _or(write_timeout, writing), connect)
        body = _body(request_data)
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=body,
                headers=_FORM if isinstance(body, bytes) else None,
                timeout=limits,
                proxy=self._proxy,
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            # Only its name: what it says may hold the address, and that holds the token.
            raise NetworkError(f"aiohttp.{type(error).__name__}") from error


def _or(given: ODVInput[float], usual: float) -> float | None:
    return usual if isinstance(given, DefaultValue) else given


def _limits(read: float | None, write: float | None, connect: float | None) -> _Timeout:
    """Give aiohttp's own; it has none for writing, so the whole is bounded too."""
    is_bounded = read is not None and write is not None and connect is not None
    whole = (read or 0.0) + (write or 0.0) + (connect or 0.0) if is_bounded else None
    return _Timeout(total=whole, connect=connect, sock_read=read)


def _body(request_data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        # Its quoting is written in C, and takes a fifth of the standard library's time.
        return URL().with_query(request_data.json_parameters).raw_query_string.encode("ascii")
    parts = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        parts.add_field(name, value)
    for name, (file_name, content, kind) in request_data.multipart_data.items():
        parts.add_field(name, content, filename=file_name, content_type=kind)
    return parts


@cache
def _trusted() -> ssl.SSLContext:
    """Trust what the machine trusts, and the list that comes with the library's own client.

    Reading both takes a while, so every pool shares them; what is trusted anew counts at the next
    start.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
