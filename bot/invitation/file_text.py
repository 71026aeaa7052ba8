"""The programme run in a process of its own: file bytes in on stdin, words out on stdout.

Knows file formats and its own limits. Must not know anything else of the bot.
"""

from __future__ import annotations

import io
import resource
import sys
from typing import TYPE_CHECKING

from bot.invitation import file_mail, file_web, file_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space; a bomb of nested archives meets MemoryError instead of the machine."""
PROCESSOR = 10
"""Seconds of processor time."""
MOST_PAGES = 60
LONGEST = 1_000_000
"""Characters handed back."""
LOCKED, EMPTY = 3, 4


class LockedError(Exception):
    """The file wants a password."""


def main(kind: str) -> None:
    """Write the words of stdin to stdout; the exit code tells a lock or an empty file."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        words = READERS[kind](content)[:LONGEST]
    except LockedError:
        sys.exit(LOCKED)
    if not words.strip():
        sys.exit(EMPTY)
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def portable(content: bytes) -> str:
    """Take the words of a PDF, page by page."""
    from pypdf import PdfReader  # noqa: PLC0415 - half a second that only a PDF should cost

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise LockedError
    return "\n\n".join(page.extract_text() for page in reader.pages[:MOST_PAGES])


def _sheet() -> ModuleType:
    from bot.invitation import file_sheet  # noqa: PLC0415 - only spreadsheets should cost it

    return file_sheet


def _office() -> ModuleType:
    from bot.invitation import file_office  # noqa: PLC0415 - only office files should cost it

    return file_office


READERS: dict[str, Callable[[bytes], str]] = {
    "text": file_words.plain,
    "pdf": portable,
    "docx": lambda content: _office().docx(content),
    "odt": lambda content: _office().odt(content),
    "xlsx": lambda content: _sheet().xlsx(content),
    "mail": file_mail.words,
    "html": lambda content: file_web.words(file_web.decoded(content)),
}
