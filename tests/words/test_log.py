"""Every deed that is noted has words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.words.calendar import Words
from bot.words.views import log

ROOT = Path(__file__).parents[2]
WORDS = Words("sv", ZoneInfo("Europe/Stockholm"))


def _noted() -> Iterator[str]:
    """Find what stands first in every `turn.note(...)`."""
    for folder in ("handlers", "bot"):
        for file in ROOT.glob(f"{folder}/**/*.py"):
            for call in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "turn.note":
                    constants = (n for n in ast.walk(call.args[0]) if isinstance(n, ast.Constant))
                    assert not isinstance(call.args[0], ast.JoinedStr), (
                        f"{file}: a deed is one of a few"
                    )
                    yield from (str(one.value) for one in constants)


def test_every_deed_that_is_noted_has_words() -> None:
    """An admin reads what was done, never a code."""
    noted = set(_noted())

    assert len(noted) > 15
    assert noted - set(log.deeds(WORDS)) == set()


def test_no_words_are_kept_for_deeds_that_nobody_does() -> None:
    """A deed that is gone takes its words with it."""
    assert set(log.deeds(WORDS)) - set(_noted()) == set()


def test_a_deed_of_another_version_is_still_shown() -> None:
    """After going back to an older version, the log can be read."""
    assert "saknar ord" in log.deed(WORDS, "flew")
