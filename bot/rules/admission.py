"""Who is let in by which link."""

from __future__ import annotations

import hashlib
from datetime import datetime

from bot.records.admission import Admission, AdmissionKind
from bot.records.person import Role

RANK = {Role.MEMBER: 0, Role.ORGANISER: 1, Role.ADMIN: 2, Role.OWNER: 3}


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


def role_after(standing: Role, kind: AdmissionKind) -> Role:
    """The role the link gives; nobody loses one by opening a link."""
    return max(standing, Role(kind), key=lambda role: RANK[role])
