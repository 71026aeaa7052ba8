"""What may go wrong with a database that is not our mistake. Knows codes, no statements."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError


class StoreTroubleError(Exception):
    """The database could not do its work now: disk full, locked, read-only, gone. Try later."""


class StoreConflictError(StoreTroubleError):
    """Undone for the sake of another, or the line broke; nothing is kept, try at once."""


class StoreDoubtError(StoreTroubleError):
    """Nobody can tell whether the last transaction was kept."""


class FlushFailedError(BaseException):
    """The disk could not say that it has what it was given; nobody may go on as if it had.

    A system that has failed to write a page out may forget that it is not written, and say yes when
    it is asked again. So the process ends, and the next one begins with what is in the file. It is
    no Exception, for whoever catches mistakes must not catch this.
    """


# Result codes about the disk, not about the statement (sqlite.org/rescode.html).
_SQLITE = {5: "busy", 6: "locked", 8: "read-only", 10: "disk", 11: "damaged", 13: "full"}

# PostgreSQL's codes, whole or by class (its manual, appendix A).
_POSTGRES = {
    "25006": "read-only",
    "53100": "full",
    "53300": "busy",
    "55P03": "busy",
    "57014": "busy",
    "XX001": "damaged",
    "XX002": "damaged",
    "58": "disk",
    "53": "out of memory",
}
_CONFLICTS = {"40001": "conflict", "40P01": "deadlock"}
_LOST = "connection lost"
_GONE = ("08", "57P")


_FLUSHES = frozenset({1034, 1290})
"""SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC."""


def translated(error: DBAPIError | sqlite3.Error) -> StoreTroubleError | FlushFailedError | None:
    """Say what is wrong with the disk or server; None when the statement itself was wrong."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error.sqlite_errorcode)
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error.orig.sqlite_errorcode)
    state: str | None = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or (state or "").startswith(_GONE):
        return StoreConflictError(_LOST)
    if state is None:
        # A connection that was never made has no code.
        return StoreTroubleError("no connection") if isinstance(error, OperationalError) else None
    if state in _CONFLICTS:
        return StoreConflictError(_CONFLICTS[state])
    word = _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    return StoreTroubleError(word) if word else None


def _of_sqlite(code: int) -> StoreTroubleError | FlushFailedError | None:
    if code in _FLUSHES:
        return FlushFailedError("the disk did not keep what it was given")
    word = _SQLITE.get(code & 0xFF)
    return StoreTroubleError(word) if word else None


def is_race(error: IntegrityError) -> bool:
    """Whether another process wrote the same key first, as it cannot on SQLite."""
    return getattr(error.orig, "sqlstate", None) == "23505"
