"""The whole demonstration, bot and all, served to a browser from a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from bot.demo import Demonstration


class Theatre:
    """Open while in use; `url` is the page's address."""

    def __init__(self, folder: Path) -> None:
        """Raise the curtain; `url` is ready when this returns."""
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._play, args=(folder,), daemon=True)
        self._thread.start()
        assert self._ready.wait(20)
        assert self.url

    def close(self) -> None:
        """Lower the curtain and wait for the thread."""
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(15)
        assert not self._thread.is_alive()

    def _play(self, folder: Path) -> None:
        self._loop.run_until_complete(self._evening(folder))
        self._loop.close()

    async def _evening(self, folder: Path) -> None:
        demonstration = Demonstration(folder, 0)
        try:
            self.url, _ = await demonstration.open()
        finally:
            self._ready.set()
        await self._over.wait()
        await demonstration.close()
