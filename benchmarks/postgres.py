"""A PostgreSQL that waits for the disk at each commit, for as long as a measurement takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar

from sqlalchemy import NullPool, create_engine, text

from tests.postgres.server import OwnServer, binaries


class DurableServer(OwnServer):
    """Set up as Debian does, unlike the one that tests use."""

    SETTINGS: ClassVar[Mapping[str, str]] = {
        **OwnServer.SETTINGS,
        "fsync": "on",
        "full_page_writes": "on",
        "autovacuum": "on",
        "shared_buffers": "128MB",
    }

    def edition(self) -> str:
        """Say which version it is."""
        engine = create_engine(self.url, poolclass=NullPool)
        with engine.connect() as connection:
            return str(connection.scalar(text("SHOW server_version")))

    def address(self) -> str:
        """Make an empty database and give its address."""
        return self.database().render_as_string(hide_password=False)


@contextmanager
def running() -> Iterator[DurableServer | None]:
    """Run a server; None where PostgreSQL is not installed."""
    programs = binaries()
    server = DurableServer(programs) if programs else None
    try:
        yield server
    finally:
        if server:
            server.stop()
