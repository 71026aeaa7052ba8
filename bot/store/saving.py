"""Copies a database into one file while the bot runs, and puts such a file in its place again.

SQLite copies itself (sqlite.org, Online Backup API); PostgreSQL has `pg_dump` and `pg_restore`.
The keys to what is sealed are never part of it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from bot.store.engine import Store
from bot.store.trouble import StoreTroubleError

Tell = Callable[[int, int], None]
"""Hears how many parts are done, and of how many."""

_PAGES = 512
"""Pages of SQLite copied at a time, so that the bot can write between."""
_MARKS = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}
_NAMES = {"sqlite": ".db", "postgresql": ".dump"}


class NoBackupError(Exception):
    """The copy could not be made, or cannot be used; says why in the other programme's words."""


def ending(store: Store) -> str:
    """Say how the name of a copy of this database ends."""
    return _NAMES[store.url.get_backend_name()]


def save(store: Store, target: Path, tell: Tell) -> None:
    """Write a whole copy that only its owner may read; it has its name first when it is done.

    Raises NoBackupError, and StoreTroubleError for a disk that is full.
    """
    half = target.with_name(f".{target.name}.half")
    os.close(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    try:
        if store.is_sqlite:
            _copy(store, half, tell)
        else:
            _dump(store.url, half)
        check(half)
        half.replace(target)
    except OSError as error:
        raise StoreTroubleError(str(error)) from error
    finally:
        half.unlink(missing_ok=True)


def _copy(store: Store, target: Path, tell: Tell) -> None:
    def progress(_status: int, left: int, whole: int) -> None:
        tell(whole - left, whole)

    try:
        with (
            closing(store.engine.raw_connection()) as ours,
            closing(sqlite3.connect(target)) as copy,
        ):
            source = ours.driver_connection
            if not isinstance(source, sqlite3.Connection):
                raise TypeError("not a connection to SQLite")
            source.backup(copy, pages=_PAGES, progress=progress)
            # A copy with a log beside it is easily copied without it.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise NoBackupError(str(error)) from error


def _dump(url: URL, target: Path) -> None:
    _call(
        "pg_dump",
        "--format=custom",
        "--no-owner",
        f"--file={target}",
        f"--dbname={_bare(url)}",
        url=url,
    )


def _call(programme: str, *arguments: str, url: URL) -> None:
    path = shutil.which(programme)
    if path is None:
        raise NoBackupError(programme)
    # Everybody on the machine can read a command line, but not the surroundings of a process.
    around = os.environ | ({"PGPASSWORD": str(url.password)} if url.password else {})
    done = subprocess.run(  # noqa: S603 - a programme found by its name, and no shell
        [path, *arguments], env=around, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoBackupError(done.stderr.strip().split("\n")[-1] or programme)


def _bare(url: URL) -> str:
    """Write the address as libpq reads it, without the password."""
    return url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)


def check(copy: Path) -> None:
    """Raise NoBackupError for a file that is no whole copy of a database."""
    with copy.open("rb") as read:
        mark = read.read(16)
    if mark.startswith(_MARKS["sqlite"]):
        _quick_check(copy)
    elif not mark.startswith(_MARKS["postgresql"]):
        raise NoBackupError(copy.name)


def _quick_check(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (said,) = opened.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise NoBackupError(str(error)) from error
    if said != "ok":
        raise NoBackupError(str(said))


def fits(store: Store, copy: Path) -> bool:
    """Whether the copy is of the same kind of database."""
    with copy.open("rb") as read:
        return read.read(16).startswith(_MARKS[store.url.get_backend_name()])


def put_back(store: Store, copy: Path) -> Path | None:
    """Put a copy in the database's place; give where what stood there is kept, if it was a file.

    The caller holds the lock and has checked the copy. Raises NoBackupError and
    StoreTroubleError.
    """
    if store.path is None:
        _call(
            "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction",
            f"--dbname={_bare(store.url)}", str(copy), url=store.url,
        )  # fmt: skip
        return None
    store.engine.dispose()
    try:
        return _exchange(store.path, copy)
    except OSError as error:
        raise StoreTroubleError(str(error)) from error


def _exchange(path: Path, copy: Path) -> Path | None:
    new = path.with_name(f".{path.name}.new")
    shutil.copyfile(copy, new)
    new.chmod(0o600)
    kept = _put_aside(path) if path.exists() else None
    for rest in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    new.replace(path)
    return kept


def _put_aside(path: Path) -> Path:
    """Keep what stood there, log and all, in one file beside it."""
    kept = path.with_name(f"{path.name}.before-restore")
    try:
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(kept)) as copy:
            old.backup(copy)
    except sqlite3.Error:
        # Perhaps it is restored because it was damaged: then as it is.
        shutil.copyfile(path, kept)
    kept.chmod(0o600)
    return kept
