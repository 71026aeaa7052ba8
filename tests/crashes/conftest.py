"""What a crash proof may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.town import Town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Give a town with a register but without people."""
    town = Town(tmp_path)
    yield town
    town.close()
