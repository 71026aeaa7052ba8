"""Real processes, really killed: nothing is lost, and no message comes a third time.

`make test` kills a few times on SQLite, `make crash` a hundred times in each of eight ways.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.crashes.conftest import Tally
from tests.crashes.rig import Count, Rig, is_whole, rig, while_receiving, while_sending
from tests.postgres.test_processes import free_ports

KILLS = 100 if is_whole() else 2
ON_THE_WIRE = 8
"""Requests under way at once; each of them may come twice, and no other."""
MODES = ("polling", "webhook")
SECRET = "en-hemlighet-for-proven"
Trial = Callable[[Rig, int, str], Awaitable[Count]]
whole = pytest.mark.skipif(not is_whole(), reason="only in `make crash`")
on_both = pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=whole)])


async def _tried(folder: Path, kind: str, mode: str, trial: Trial) -> Count:
    async with rig(folder, kind, 20261122, **_mode(mode)) as one:
        count = await trial(one, KILLS, f"{trial.__name__} {kind} {mode}".replace("_", " "))
        assert one.is_intact()
        return count


async def _both(folder: Path, kind: str, trial: Trial) -> list[Count]:
    """Try by polling and by webhook, two processes side by side."""
    ways = [(folder / mode, kind, mode, trial) for mode in MODES]
    async with asyncio.TaskGroup() as group:
        tried = [group.create_task(_tried(*way)) for way in ways]
    return [one.result() for one in tried]


def _rooms(folder: Path) -> Path:
    for mode in MODES:
        (folder / mode).mkdir()
    return folder


def _judge(count: Count) -> None:
    assert count.kills == KILLS
    assert count.words["ok"]
    assert (count.words["lost"], count.words["unexpected"]) == (0, 0), str(count)
    assert count.words["duplicated"] <= KILLS * ON_THE_WIRE, str(count)


def _mode(mode: str) -> dict[str, str]:
    if mode == "polling":
        return {}
    [port] = free_ports(1)
    return {
        "SAMKLANG_TELEGRAM__MODE": "webhook",
        "SAMKLANG_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "SAMKLANG_TELEGRAM__WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "SAMKLANG_TELEGRAM__WEBHOOK_SECRET": SECRET,
    }


@on_both
def test_kill_while_sending_a1_a2(tmp_path: Path, kind: str, tally: Tally) -> None:
    """Every message arrives or is marked as uncertain; a group never sees one twice."""
    counts = asyncio.run(_both(_rooms(tmp_path), kind, while_sending))
    for count in counts:
        tally(str(count))
    for count in counts:
        _judge(count)


@on_both
def test_kill_while_receiving_a3_a4_a5(tmp_path: Path, kind: str, tally: Tally) -> None:
    """Everything that was written takes effect once, and nothing innocent is put aside."""
    counts = asyncio.run(_both(_rooms(tmp_path), kind, while_receiving))
    for count in counts:
        tally(str(count))
    for count in counts:
        _judge(count)
        assert 0 == count.words["uncertain"]
