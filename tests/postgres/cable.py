"""A cable between the bot and PostgreSQL that can be cut at a chosen word."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

from sqlalchemy import URL

COMMIT = "COMMIT\0"
"""How the driver says it; without the end it would also be found in READ COMMITTED."""


class Cable:
    """Carries bytes both ways; `cuts` says before or after which word it breaks, once."""

    def __init__(self, to: URL) -> None:
        """Lead to a server; the near end is on a free port of this machine."""
        self._to = (str(to.host), int(to.port or 5432))
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = to.set(host="127.0.0.1", port=self._door.getsockname()[1])
        self._word, self._is_delivered = b"", False
        threading.Thread(target=self._serve, daemon=True).start()

    def cuts(self, word: str, *, is_delivered: bool) -> None:
        """Break at the next such word from the bot, before it arrives or before its answer does."""
        self._word, self._is_delivered = word.encode(), is_delivered

    def close(self) -> None:
        """Take no more connections; the thread that waits for them wakes and ends."""
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, socket.create_connection(self._to) as far:
            back = threading.Thread(target=_pour, args=(far, near), daemon=True)
            back.start()
            with suppress(OSError):
                while said := near.recv(65536):
                    if self._word and self._word in said:
                        self._break(near, far, said)
                    far.sendall(said)
            with suppress(OSError):
                far.shutdown(socket.SHUT_RDWR)
            back.join()

    def _break(self, near: socket.socket, far: socket.socket, said: bytes) -> None:
        self._word = b""
        near.shutdown(socket.SHUT_RDWR)
        if self._is_delivered:
            far.sendall(said)
            # The server does what it was told before it notices that nobody listens.
            threading.Event().wait(0.2)
        raise ConnectionAbortedError


def _pour(source: socket.socket, into: socket.socket) -> None:
    with suppress(OSError):
        while said := source.recv(65536):
            into.sendall(said)
    with suppress(OSError):
        into.shutdown(socket.SHUT_RDWR)
