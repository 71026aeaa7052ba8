"""A shelf of languages of one's own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.words.tongues import Shelf


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Our languages in a folder of the test's own."""
    return Shelf(tmp_path, monkeypatch)
