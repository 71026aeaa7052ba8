"""Real processes, really killed: nothing is lost, and no message comes a third time.

`make test` kills a few times, `make crash` a hundred times each.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.crashes.rig import Count, Rig, is_whole, rig, while_receiving, while_sending
from tests.postgres.test_processes import free_ports

KILLS = 100 if is_whole() else 2
ON_THE_WIRE = 8
"""Requests under way at once; each of them may come twice, and no other."""
SECRET = "en-hemlighet-for-proven"
Trial = Callable[[Rig, int, str], Awaitable[Count]]


def _tried(folder: Path, kind: str, mode: str, trial: Trial) -> Count:
    async def story() -> Count:
        async with rig(folder, kind, 20261122, **_mode(mode)) as one:
            count = await trial(one, KILLS, f"{trial.__name__} {kind} {mode}")
            assert one.is_intact()
            return count

    count = asyncio.run(story())
    print(f"\n{count}")  # noqa: T201  (pytest shows it with -s, as `make crash` does)
    assert count.kills == KILLS
    assert count.words["ok"]
    assert (count.words["lost"], count.words["unexpected"]) == (0, 0), str(count)
    assert count.words["duplicated"] <= KILLS * ON_THE_WIRE, str(count)
    return count


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


whole = pytest.mark.skipif(not is_whole(), reason="only in `make crash`")


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=whole)])
def test_kill_while_sending_a1_a2(tmp_path: Path, kind: str) -> None:
    """Every message arrives or is marked as uncertain; a group never sees one twice."""
    _tried(tmp_path, kind, "polling", while_sending)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=whole)])
def test_kill_while_receiving_a3_a4_a5(tmp_path: Path, kind: str, mode: str) -> None:
    """Everything that was written takes effect once, and nothing innocent is put aside."""
    count = _tried(tmp_path, kind, mode, while_receiving)

    assert 0 == count.words["uncertain"]
