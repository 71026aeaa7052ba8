"""The words of a plain text file, whichever letters it was saved with.

Knows encodings. Must not know invitations.
"""

from __future__ import annotations


def plain(content: bytes) -> str:
    """Decode a text file: UTF-8, UTF-16 with its mark, or the old Windows letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
