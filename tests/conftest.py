"""Which databases the tests run on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import databases
from tests.databases import Open
from tests.postgres.server import Server


@pytest.fixture(scope="session", autouse=True)
def _one_server() -> Iterator[None]:
    """Stop the server after the last test, if any test asked for it."""
    yield
    databases.stop()


@pytest.fixture
def server() -> Server:
    """Give the PostgreSQL server, where there is one."""
    return databases.the_server()


@pytest.fixture(params=["sqlite", "postgres"])
def opens(request: pytest.FixtureRequest) -> Open:
    """Give what opens an empty database of either kind; the test runs once on each."""
    if request.param == "sqlite":
        return databases.sqlite
    databases.the_server()
    databases.wipe()
    return databases.postgres
