"""How PostgreSQL is opened, and how a commit in doubt is looked up. Knows no rows."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.store.trouble import StoreDoubtError, StoreTroubleError

# A process that has lost its network must let go of its locks in seconds, not in hours.
_SERVER_SETTINGS = {
    "timezone": "UTC",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "30s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}
_LINE = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "application_name": "samklang",
}
_MARK = text("SELECT pg_current_xact_id()::text, pg_postmaster_start_time()::text")
_FATE = text(
    "SELECT pg_xact_status(CAST(:number AS text)::xid8), pg_postmaster_start_time()::text = :server"
)
_FROM_THE_FUTURE = "22023"
_LOOKS, _PAUSE = 50, 0.1
"""How often, and how many seconds apart, we ask what became of a commit: five seconds in all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a transaction is known by afterwards; the server keeps its fate for a long time.

    A server that crashes may give the same number again, so the hour it started belongs to it.
    """

    number: str
    server: str


def opened(url: URL, given: dict[str, object], *, is_durable: bool) -> Engine:
    """Make an engine; nothing is connected yet. Raises StoreTroubleError without psycopg."""
    url = url.set(drivername="postgresql+psycopg")
    given = given | {"connect_args": line(is_durable=is_durable), "pool_use_lifo": True}
    try:
        engine = create_engine(url, **given)
    except ModuleNotFoundError as error:
        raise StoreTroubleError("install samklang[postgres]") from error
    event.listen(engine, "handle_error", _quote_no_one)
    return engine


def line(*, is_durable: bool = True) -> dict[str, object]:
    """What psycopg is told about every connection (libpq, "Parameter Key Words")."""
    settings = _SERVER_SETTINGS | ({} if is_durable else {"synchronous_commit": "off"})
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    return {**_LINE, "options": options}


def readers(engine: Engine) -> Engine:
    """The same engine for reading one consistent state."""
    return engine.execution_options(isolation_level="REPEATABLE READ")


def begin(session: Session, *, writes: bool) -> Mark | None:
    """Begin, on a new connection if the pool's has been lost meanwhile; give a writer's mark."""
    try:
        return _begin(session, writes=writes)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        session.rollback()
        return _begin(session, writes=writes)


def _begin(session: Session, *, writes: bool) -> Mark | None:
    if writes:
        return Mark(*session.execute(_MARK).one())
    session.execute(text("SELECT 1"))
    return None


def was_kept(engine: Engine, mark: Mark) -> bool:
    """Ask what became of a commit whose answer was lost; raises StoreDoubtError if nobody knows."""
    for _ in range(_LOOKS):
        fate = _fate(engine, mark)
        if fate == "aborted":
            return False
        if fate is not None:
            return True
        time.sleep(_PAUSE)
    raise StoreDoubtError("connection lost in a commit")


def _fate(engine: Engine, mark: Mark) -> str | None:
    """Say "committed" or "aborted"; None when it is not known yet or the server does not answer."""
    try:
        with engine.connect() as connection:
            _end(connection, mark)
            fate, is_same = connection.execute(
                _FATE, {"number": mark.number, "server": mark.server}
            ).one()
    except DBAPIError as error:
        # A server that has crashed does not know of what it never wrote down.
        is_forgotten = getattr(error.orig, "sqlstate", None) == _FROM_THE_FUTURE
        return "aborted" if is_forgotten else None
    is_certain = fate == "aborted" or (fate == "committed" and is_same)
    return str(fate) if is_certain else None


def _end(connection: Connection, mark: Mark) -> None:
    """Undo it if it still waits for us at the other end of a broken line."""
    connection.execute(
        text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            " AND backend_xid::text = (CAST(:number AS numeric) % 4294967296)::bigint::text"
        ),
        {"number": mark.number},
    )


def _quote_no_one(context: ExceptionContext) -> None:
    """Keep the first line of an error; those below it quote what was to be written."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            error.args = (str(error.args[0]).partition("\n")[0], *error.args[1:])
