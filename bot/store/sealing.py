"""Seals what people tell about their health. Knows keys, never rows.

Each meeting has a key of its own in a file apart from the database and its backups, so that
destroying the key makes the answers unreadable in every copy there is.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
_KEY_BYTES = 32


class KeyRing:
    """The keys; without a path they live as long as the process, for tests and the demo."""

    def __init__(self, path: Path | None) -> None:
        """Read the file; raises ValueError when it is there and cannot be read as keys."""
        self._path = path
        self._meetings: dict[str, bytes] = {}
        self._people = b""
        if path and path.exists():
            self._read(path)
        if not self._people:
            self._people = secrets.token_bytes(_KEY_BYTES)
            self._write()

    def seal(self, meeting_id: int, text: str) -> bytes:
        """Make unreadable without this meeting's key, which is on disk before this returns."""
        if str(meeting_id) not in self._meetings:
            self._meetings[str(meeting_id)] = AESGCM.generate_key(bit_length=_KEY_BYTES * 8)
            self._write()
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = AESGCM(self._meetings[str(meeting_id)])
        return nonce + cipher.encrypt(nonce, text.encode(), _bound_to(meeting_id))

    def unseal(self, meeting_id: int, sealed: bytes) -> str | None:
        """Give the text back; None when the key is destroyed or belongs to something else."""
        key = self._meetings.get(str(meeting_id))
        if key is None:
            return None
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return AESGCM(key).decrypt(nonce, rest, _bound_to(meeting_id)).decode()
        except (InvalidTag, ValueError):
            return None

    def destroy(self, meeting_id: int) -> None:
        """Throw a meeting's key away, and with it all that was sealed for the meeting."""
        if self._meetings.pop(str(meeting_id), None):
            self._write()

    def person_hash(self, telegram_id: int) -> str:
        """Recognise a person again without knowing who it is."""
        return hmac.new(self._people, str(telegram_id).encode(), hashlib.sha256).hexdigest()

    def _read(self, path: Path) -> None:
        try:
            kept = json.loads(path.read_text("utf-8"))
            self._people = base64.b64decode(kept["people"], validate=True)
            self._meetings = {
                number: base64.b64decode(key, validate=True)
                for number, key in kept["meetings"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path} does not hold the keys") from error

    def _write(self) -> None:
        if self._path:
            meetings = {number: _as_text(key) for number, key in self._meetings.items()}
            kept = {"people": _as_text(self._people), "meetings": meetings}
            _replace(self._path, json.dumps(kept).encode())


def _bound_to(meeting_id: int) -> bytes:
    return f"meeting:{meeting_id}".encode()


def _as_text(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _replace(path: Path, content: bytes) -> None:
    """Write the new file beside the old one and then in its place, so that neither is ever half."""
    new = path.with_name(f"{path.name}.new")
    handle = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)
    new.replace(path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(folder)
        os.close(folder)
