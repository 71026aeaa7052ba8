"""The programme run in a process of its own: file bytes in on stdin, words out on stdout.

Knows file formats and its own limits. Must not know anything else of the bot.
"""

from __future__ import annotations

import io
import resource
import sys
from typing import TYPE_CHECKING

from bot.invitation import file_mail, file_office, file_web

if TYPE_CHECKING:
    from collections.abc import Callable

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


def plain(content: bytes) -> str:
    """Decode a text file: UTF-8, UTF-16 with its mark, or the old Windows letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def portable(content: bytes) -> str:
    """Take the words of a PDF, page by page."""
    from pypdf import PdfReader  # noqa: PLC0415 - half a second that only a PDF should cost

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise LockedError
    return "\n\n".join(page.extract_text() for page in reader.pages[:MOST_PAGES])


READERS: dict[str, Callable[[bytes], str]] = {
    "text": plain,
    "pdf": portable,
    "docx": file_office.docx,
    "odt": file_office.odt,
    "mail": file_mail.words,
    "html": lambda content: file_web.words(file_web.decoded(content)),
}
