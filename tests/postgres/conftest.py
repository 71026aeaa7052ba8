"""A PostgreSQL database for each test, and stories on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.engine import Store
from tests import databases
from tests.postgres.cable import Cable
from tests.postgres.server import OwnServer, Server, binaries


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    """Give a migrated database without rows."""
    assert server.url
    databases.wipe()
    store = databases.postgres(Path())
    yield store
    store.close()


@pytest.fixture
def cable(store: Store) -> Iterator[Cable]:
    """Give a cable to the same database."""
    cable = Cable(store.url)
    yield cable
    cable.close()


@pytest.fixture
def far_store(cable: Cable) -> Iterator[Store]:
    """Give the same database at the other end of the cable."""
    store = Store(cable.url.render_as_string(hide_password=False))
    yield store
    store.close()


@pytest.fixture
def own_server() -> Iterator[OwnServer]:
    """Give a server that may be killed."""
    databases.the_server()
    programs = binaries()
    if programs is None:
        pytest.skip("there is no PostgreSQL here that we may kill")
    server = OwnServer(programs)
    yield server
    server.stop()
