"""Seals what people tell about their health. Knows keys, never rows.

Each meeting has a key of its own in a file apart from the database and its backups, and so has
each person who asked to have something kept; destroying the key makes what it sealed unreadable in
every copy there is. Several processes may share the file: each reads it anew when another has
written.
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

from bot.store.erased import SUFFIX, Erased
from bot.store.lock import waiting_lock

_NONCE_BYTES = 12
_KEY_BYTES = 32


class KeyRing:
    """The keys; without a path they live as long as the process, for tests and the demo."""

    def __init__(self, path: Path | None) -> None:
        """Read the file; raises ValueError when it is there and cannot be read as keys."""
        self._path = path
        self._keys: dict[str, bytes] = {}
        """By owner: "meeting:7" or "person:3"."""
        self._people = b""
        self._seen = 0
        self.erased = Erased(path.with_suffix(SUFFIX) if path else None)
        """Those who asked to be forgotten, known by `person_hash`; kept as safe as the keys."""
        with self._alone():
            if not self._people:
                self._people = secrets.token_bytes(_KEY_BYTES)
                self._write()

    def seal(self, meeting_id: int, text: str) -> bytes:
        """Make unreadable without this meeting's key, which is on disk before this returns."""
        return self._seal(_meeting(meeting_id), text)

    def unseal(self, meeting_id: int, sealed: bytes) -> str | None:
        """Give the text back; None when the key is destroyed or belongs to something else."""
        return self._unseal(_meeting(meeting_id), sealed)

    def destroy(self, meeting_id: int) -> None:
        """Throw a meeting's key away, and with it all that was sealed for the meeting."""
        self._destroy(_meeting(meeting_id))

    def seal_for(self, person_id: int, text: str) -> bytes:
        """Make unreadable without this person's key, which is on disk before this returns."""
        return self._seal(_person(person_id), text)

    def unseal_for(self, person_id: int, sealed: bytes) -> str | None:
        """Give a person's text back; None when her key is destroyed or it is not hers."""
        return self._unseal(_person(person_id), sealed)

    def destroy_for(self, person_id: int) -> None:
        """Throw a person's key away, and with it all that was kept for her."""
        self._destroy(_person(person_id))

    def _seal(self, owner: str, text: str) -> bytes:
        self._look()
        if owner not in self._keys:
            self._make(owner)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._keys[owner]).encrypt(nonce, text.encode(), owner.encode())

    def _unseal(self, owner: str, sealed: bytes) -> str | None:
        self._look()
        key = self._keys.get(owner)
        if key is None:
            return None
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return AESGCM(key).decrypt(nonce, rest, owner.encode()).decode()
        except (InvalidTag, ValueError):
            return None

    def _destroy(self, owner: str) -> None:
        with self._alone():
            if self._keys.pop(owner, None):
                self._write()

    def person_hash(self, identity: int | str) -> str:
        """Recognise a person again without knowing who it is."""
        return hmac.new(self._people, str(identity).encode(), hashlib.sha256).hexdigest()

    def mark(self, purpose: str, row: int) -> str:
        """Sign a row for a purpose, in 32 letters that nobody without the keys can make."""
        signed = f"{purpose}:{row}".encode()
        return hmac.new(self._people, signed, hashlib.sha256).hexdigest()[:32]

    def _make(self, owner: str) -> None:
        with self._alone():
            if owner not in self._keys:
                self._keys[owner] = AESGCM.generate_key(bit_length=_KEY_BYTES * 8)
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
            self._keys = {
                owner: base64.b64decode(key, validate=True) for owner, key in kept["keys"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path} does not hold the keys") from error

    def _write(self) -> None:
        if self._path:
            keys = {owner: _as_text(key) for owner, key in self._keys.items()}
            kept = {"people": _as_text(self._people), "keys": keys}
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


def _meeting(meeting_id: int) -> str:
    return f"meeting:{meeting_id}"


def _person(person_id: int) -> str:
    return f"person:{person_id}"


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
