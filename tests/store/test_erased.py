"""The list of those who asked to be forgotten: only added to, and read whatever happened to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.store.erased import Erased

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ONE, TWO = "a" * 64, "b" * 64


def test_what_is_written_is_read_by_the_next_process(tmp_path: Path) -> None:
    """Each line stands for someone, the last hour counts, and only the owner reads the file."""
    file = tmp_path / "samklang.erased"
    Erased(file).add(ONE, NOON)
    Erased(file).add(TWO, NOON)
    Erased(file).add(ONE, NOON + timedelta(days=1))

    assert {ONE: NOON + timedelta(days=1), TWO: NOON} == Erased(file).all()
    assert 0o600 == file.stat().st_mode & 0o777


def test_a_list_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Nobody has been erased yet."""
    assert {} == Erased(tmp_path / "samklang.erased").all()


def test_a_line_cut_off_by_a_crash_hides_nobody_else(tmp_path: Path) -> None:
    """The broken one is passed over, those before and after it count."""
    file = tmp_path / "samklang.erased"
    erased = Erased(file)
    erased.add(ONE, NOON)
    with file.open("a") as torn:
        torn.write(f"{'c' * 64} 2026-11-")
    with file.open("a") as torn:
        torn.write(f"\n{'d' * 64} 2026-11-02T12:00:00\nå\n")
    erased.add(TWO, NOON)

    assert {ONE: NOON, TWO: NOON} == erased.all()


def test_without_a_file_it_lives_as_long_as_the_process() -> None:
    """As in the demonstration."""
    erased = Erased(None)
    erased.add(ONE, NOON)

    assert {ONE: NOON} == erased.all()
    assert {} == Erased(None).all()
