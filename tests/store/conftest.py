"""A database of one's own for each test: of either kind, or a file where only a file will do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.engine import Store
from tests import databases
from tests.databases import Open


@pytest.fixture
def store(tmp_path: Path, opens: Open) -> Iterator[Store]:
    """Give a migrated database of each kind."""
    store = opens(tmp_path / "samklang.db")
    yield store
    store.close()


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """Give a migrated SQLite file."""
    store = databases.migrated(tmp_path / "samklang.db")
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "postgres"])
def own_store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give a database of each kind that has no tables yet, and that no other test will use."""
    opened = databases.sqlite if request.param == "sqlite" else databases.own_postgres
    store = opened(tmp_path / "samklang.db")
    yield store
    store.close()
