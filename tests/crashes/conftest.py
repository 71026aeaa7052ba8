"""What a crash proof may ask for, and the table of what was counted, shown when all is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.crashes.rig import is_whole
from tests.town import Town

Tally: TypeAlias = Callable[[str], None]
"""Takes a line of the table."""
_lines = pytest.StashKey[list[str]]()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Give a town with a register but without people."""
    town = Town(tmp_path)
    yield town
    town.close()


@pytest.fixture
def tally(pytestconfig: pytest.Config) -> Tally:
    """Give what takes a line of the table."""
    return pytestconfig.stash.setdefault(_lines, []).append


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show the table after `make crash`."""
    if is_whole() and (lines := config.stash.get(_lines, [])):
        terminalreporter.section("what was counted")
        for line in lines:
            terminalreporter.write_line(line)
