"""Seals what people tell about their health. Knows keys, never rows.

Each meeting has a key of its own in a file apart from the database and its backups, so that
destroying the key makes the answers unreadable in every copy there is. Several processes may
share the file: each reads it anew when another has written.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.store.lock import waiting_lock

_NONCE_BYTES = 12
_KEY_BYTES = 32


class KeyRing:
    """The keys; without a path they live as long as the process, for tests and the demo."""

    def __init__(self, path: Path | None) -> None:
        """Read the file; raises ValueError when it is there and cannot be read as keys."""
        self._path = path
        self._meetings: dict[str, bytes] = {}
        self._people = b""
        self._seen = 0
        with self._alone():
            if not self._people:
                self._people = secrets.token_bytes(_KEY_BYTES)
                self._write()

    def seal(self, meeting_id: int, text: str) -> bytes:
        """Make unreadable without this meeting's key, which is on disk before this returns."""
        self._look()
        if str(meeting_id) not in self._meetings:
            self._make(str(meeting_id))
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = AESGCM(self._meetings[str(meeting_id)])
        return nonce + cipher.encrypt(nonce, text.encode(), _bound_to(meeting_id))

    def unseal(self, meeting_id: int, sealed: bytes) -> str | None:
        """Give the text back; None when the key is destroyed or belongs to something else."""
        self._look()
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
        with self._alone():
            if self._meetings.pop(str(meeting_id), None):
                self._write()

    def person_hash(self, identity: int | str) -> str:
        """Recognise a person again without knowing who it is."""
        return hmac.new(self._people, str(identity).encode(), hashlib.sha256).hexdigest()

    def _make(self, meeting: str) -> None:
        with self._alone():
            if meeting not in self._meetings:
                self._meetings[meeting] = AESGCM.generate_key(bit_length=_KEY_BYTES * 8)
                self._write()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from writing, and begin with what the last one wrote."""
        if self._path is None:
            yield
            return
        with waiting_lock(self._path.with_name(f"{self._path.name}.lock")):
            self._look()
            yield

    def _look(self) -> None:
        """Read anew what has been written by another process."""
        if self._path and (stamp := _stamp(self._path)) not in {0, self._seen}:
            self._read(self._path)
            self._seen = stamp

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
            self._seen = _stamp(self._path)


def _stamp(path: Path) -> int:
    """Tell one writing of a file from the next; 0 when there is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0
    # A file that is replaced is another file, however quickly it happens.
    return hash((found.st_ino, found.st_mtime_ns, found.st_size)) or 1


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
