"""Who is let in by which link."""

from __future__ import annotations

import hashlib
from datetime import datetime

from bot.records.admission import Admission

DOOR = "samklang"
"""A start parameter that lets nobody in: it only opens the private chat."""


def digest(secret: str) -> str:
    """Give what is kept of a secret: its SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_good(link: Admission | None, now: datetime) -> bool:
    """Whether the link still lets someone in; a wrong and a spent link look the same."""
    if link is None or (link.expires_at is not None and link.expires_at <= now):
        return False
    return link.uses_left is None or link.uses_left > 0
