"""The list of those who asked to be forgotten. Knows keyed hashes and hours, never people.

It lives beside the keys and not in the database, because a restored backup of the database has
forgotten who was erased since. Lines are only added, each on disk before the next step is taken.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

SUFFIX = ".erased"
_LINE = re.compile(r"([0-9a-f]{64}) (\S+)")


class Erased:
    """The list; without a path it lives as long as the process, for tests and the demo."""

    def __init__(self, path: Path | None) -> None:
        """Keep the list in this file, which need not be there yet."""
        self._path = path
        self._held: dict[str, datetime] = {}

    def add(self, mark: str, at: datetime) -> None:
        """Write someone down, on disk before this returns."""
        self._held[mark] = at
        if self._path is None:
            return
        is_new = not self._path.exists()
        handle = os.open(self._path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        try:
            # A line that was cut off by a crash must not swallow this one.
            os.write(handle, f"\n{mark} {at.isoformat()}\n".encode("ascii"))
            os.fsync(handle)
        finally:
            os.close(handle)
        if is_new:
            _keep_name(self._path.parent)

    def all(self) -> dict[str, datetime]:
        """Everyone on the list, with the last hour she asked; a broken line is passed over."""
        if self._path is None:
            return dict(self._held)
        try:
            written = self._path.read_text("utf-8", "replace")
        except FileNotFoundError:
            return {}
        found = (_LINE.fullmatch(line) for line in written.splitlines())
        return {one[1]: at for one in found if one and (at := _hour(one[2]))}


def _hour(written: str) -> datetime | None:
    try:
        hour = datetime.fromisoformat(written)
    except ValueError:
        return None
    return hour if hour.tzinfo else None


def _keep_name(folder: Path) -> None:
    """Let the file's name survive a power cut too."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(handle)
        os.close(handle)
