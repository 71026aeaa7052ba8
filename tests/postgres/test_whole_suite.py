"""The stories are played on PostgreSQL too: a share of them always, all of them when asked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
STORIES = "tests/scenarios/test_sending.py"


def collected(*asked: str) -> list[str]:
    """List the stories of one file as pytest would play them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *asked, STORIES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if line.startswith(STORIES)]


def test_h10_every_story_is_played_on_postgresql_when_asked() -> None:
    """None is left out, and none is played on SQLite instead."""
    told = set(re.findall(r"^def (test_\w+)", (ROOT / STORIES).read_text("utf-8"), re.MULTILINE))
    asked = [one.partition("::")[2] for one in collected("--postgres")]

    assert told == {one.partition("[")[0] for one in asked}
    assert all("postgres" in one.partition("[")[2] for one in asked)
