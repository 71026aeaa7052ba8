"""Where processes of the bot are born quickly: one process has read the code, and splits.

A hundred kills would otherwise spend most of their time on reading Python. What is born here does
all that `samklang run` does from the command line on, in a process of its own that can be killed.
`tests/test_service.py` starts the command as people do.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from tests.test_service import PATIENCE, ROOT

_READY = b"ready\n"


class Child:
    """A process of the bot: its number, what it has said so far, and how it ended."""

    def __init__(self, pid: int, voice: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        """Follow a process by what it says."""
        self.pid, self.said = pid, ""
        self.code: int | None = None
        """How it ended, as a shell would have it: negative for a signal; None while it lives."""
        self._voice, self._line = voice, line

    async def hears(self, text: str) -> None:
        """Wait until the process has said this."""
        while text not in self.said:
            if not await asyncio.wait_for(self._listens(), PATIENCE):
                raise AssertionError(f"it never said {text!r}, but: {self.said}")

    async def ends(self, limit: float) -> int:
        """Wait for the end, at most so many seconds; give the exit code."""
        async with asyncio.timeout(limit):
            while await self._listens():
                pass
        self._line.close()
        assert self.code is not None, self.said
        return self.code

    def gets(self, number: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        if self.code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def _listens(self) -> bool:
        """Hear one line; the last one is the minder's."""
        line = (await self._voice.readline()).decode()
        if line.startswith("\0"):
            self.code = int(line[1:])
            return False
        self.said += line
        return bool(line)


class Nursery:
    """Gives birth to processes on demand."""

    def __init__(self, door: Path) -> None:
        """Speak with the one at this door."""
        self._door = door

    async def bears(self, words: list[str], variables: Mapping[str, str]) -> Child:
        """Start a command of samklang's with these variables beside our own."""
        voice, line = await asyncio.open_unix_connection(str(self._door))
        line.write(json.dumps([words, {**os.environ, **variables}]).encode() + b"\n")
        return Child(int(await voice.readline()), voice, line)


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """Open a nursery; it closes with all that was born there."""
    with TemporaryDirectory(prefix="samklang-") as folder:
        door = Path(folder) / "door"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", __name__, str(door)),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdout is not None
        try:
            assert await asyncio.wait_for(process.stdout.readline(), PATIENCE) == _READY
            yield Nursery(door)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


def _serve(door: str) -> NoReturn:
    """Read the bot's code, and split for each that calls."""
    import bot.service  # noqa: F401, PLC0415  (only here is it read beforehand)
    from bot.commands import run  # noqa: F401, PLC0415

    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as place:
        place.bind(door)
        place.listen()
        os.write(1, _READY)
        while True:
            line, _ = place.accept()
            if os.fork() == 0:
                place.close()
                _mind(line)
            line.close()


def _mind(line: socket.socket) -> NoReturn:
    """Let a child be born, and tell how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with line.makefile("rb") as asked:
        words, variables = json.loads(asked.readline())
    pid = os.fork()
    if pid == 0:
        _live(line, words, variables)
    _, status = os.waitpid(pid, 0)
    line.sendall(f"\0{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _live(line: socket.socket, words: list[str], variables: dict[str, str]) -> NoReturn:
    line.sendall(f"{os.getpid()}\n".encode())
    for number in (1, 2):
        os.dup2(line.fileno(), number)
    line.close()
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["samklang", *words]
    from bot.__main__ import main  # noqa: PLC0415

    code = 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve(sys.argv[1])
