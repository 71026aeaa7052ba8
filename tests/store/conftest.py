"""A database of one's own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import schema
from bot.store.engine import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a migrated SQLite file."""
    store = Store(f"sqlite:///{tmp_path / 'samklang.db'}", is_durable=False)
    schema.migrate(store)
    yield store
    store.close()
