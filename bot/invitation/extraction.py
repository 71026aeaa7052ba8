"""The text of a file an organiser sends, taken out in a process of its own with little to break.

Knows processes and their limits. Must not know what the text says or who sent it.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

LARGEST = 5 * 1024 * 1024
"""Bytes of a file we open."""
PATIENCE = 20.0
"""Seconds of wall clock before the process is ended."""
KINDS = {
    ".txt": "text", ".text": "text", ".md": "text", ".docx": "docx", ".odt": "odt", ".pdf": "pdf",
    ".eml": "mail", ".html": "html", ".htm": "html", ".xlsx": "xlsx", ".csv": "text",
}  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]
PROGRAMME = (
    "import sys; sys.path.insert(0, sys.argv[1]); from bot.invitation import file_text; "
    "file_text.main(sys.argv[2])"
)
LOCKED_EXIT = 3
EMPTY_EXIT = 4


class Why(StrEnum):
    """Why a file could not be read."""

    TOO_BIG = "too_big"
    UNKNOWN_KIND = "unknown_kind"
    LOCKED = "locked"
    EMPTY = "empty"
    """No words in it: a scanned page, a picture."""
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What a person hears instead of a reading."""

    why: Why


async def text_of(name: str, content: bytes) -> str | Unreadable:
    """Give the words of a file, or why they cannot be had; never raises for a bad file."""
    kind = KINDS.get(Path(name).suffix.lower()) or _kind_by_signature(content)
    if len(content) > LARGEST:
        return Unreadable(Why.TOO_BIG)
    if kind is None:
        return Unreadable(Why.UNKNOWN_KIND)
    return await _in_own_process(kind, content)


def _kind_by_signature(content: bytes) -> str | None:
    return "pdf" if content.startswith(b"%PDF-") else None


async def _in_own_process(kind: str, content: bytes) -> str | Unreadable:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-c", PROGRAMME, str(ROOT), kind,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    try:
        said, _ = await asyncio.wait_for(process.communicate(content), PATIENCE)
    except TimeoutError:
        return Unreadable(Why.TOO_SLOW)
    finally:
        await _end(process)
    return _answer(process.returncode, said)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Leave no process behind, whatever happened to us."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _answer(code: int | None, said: bytes) -> str | Unreadable:
    if code == 0:
        return said.decode("utf-8", "replace")
    reasons = {LOCKED_EXIT: Why.LOCKED, EMPTY_EXIT: Why.EMPTY}
    return Unreadable(reasons.get(code or 0, Why.DAMAGED))
