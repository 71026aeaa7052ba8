"""The web server behind the webhook. Knows uvicorn, which takes time to fetch: see `site`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

_CLOSING = 2


async def listen(address: str, site: Starlette) -> None:
    """Listen at "host:port" until cancelled; raises OSError when the port is taken."""
    host, _, port = address.rpartition(":")
    settings = uvicorn.Config(
        site,
        host=host.strip("[]"),
        port=int(port),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=_CLOSING,
    )
    await _Server(settings).serve()


class _Server(uvicorn.Server):
    """Leaves signals to the process it is a part of."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signals."""
        yield
