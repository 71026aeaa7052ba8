"""One process at a time on a file. Knows the operating system's file locks, nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class Taken:
    """Another process runs on this file; `pid` is 0 when it did not tell."""

    path: Path
    pid: int


class FileLock:
    """A lock that the system lets go of when its process dies, however it dies."""

    def __init__(self, path: Path) -> None:
        """Name the file that carries the lock; it is made when the lock is taken."""
        self._path = path
        self._handle: int | None = None

    def take(self) -> Taken | None:
        """Take the lock, or say who has it."""
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(handle)
        except OSError:
            said = os.pread(handle, 32, 0) if hasattr(os, "pread") else b""
            os.close(handle)
            return Taken(self._path, int(said) if said.strip().isdigit() else 0)
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        self._handle = handle
        return None

    def let_go(self) -> None:
        """Give the lock back; the file stays, since removing it would let two in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@contextmanager
def waiting_lock(path: Path) -> Iterator[None]:
    """Hold the file's lock for a moment; wait for whoever has it."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _wait_for(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _wait_for(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _lock(handle: int) -> None:
        # The locked byte lies beyond what is written, so that others can read who we are.
        os.lseek(handle, 4096, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:

    def _wait_for(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
