"""What every story may ask for, and the manners that are demanded after each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.town import Town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Give a town with a register but without people; ends with a look at the bot's manners."""
    town = Town(tmp_path)
    yield town
    said = town.complaints()
    town.close()

    assert [] == said, "\n".join([*said, town.cast.transcript()])
