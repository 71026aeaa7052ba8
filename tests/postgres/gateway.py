"""The one address behind which several processes stand, as a web server in front of them is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import count


@asynccontextmanager
async def gateway(ports: Sequence[int]) -> AsyncIterator[int]:
    """Lead each connection to the next process that answers; give our own port."""
    turns = count()

    async def lead(near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        turn = next(turns)
        for step in range(len(ports)):
            port = ports[(turn + step) % len(ports)]
            with suppress(OSError):
                far_in, far_out = await asyncio.open_connection("127.0.0.1", port)
                await asyncio.gather(_pour(near_in, far_out), _pour(far_in, near_out))
                return
        near_out.close()

    server = await asyncio.start_server(lead, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def _pour(source: asyncio.StreamReader, into: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while said := await source.read(65536):
            into.write(said)
            await into.drain()
    into.close()
