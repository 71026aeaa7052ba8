"""What every contender does: says that it is ready, waits for the word, tells what it used."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Mapping

TOKEN = "4200000042:" + 35 * "B"
TEXT = (
    "<b>Dialogträff om kulturplanen</b>\nLördag 5 december kl. 10–14, Teaterverkstaden.\n\n"
    "Vi talar om vad föreningarna behöver de närmaste fyra åren. Kaffe och smörgås ingår."
)
BUTTONS = {"inline_keyboard": [[{"text": "Anmäl mig", "callback_data": "meet:1:join"}]]}
FIRST = 1_000_000
"""People who are told something have ids from here."""


def cpu() -> float:
    """Seconds of processor this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def memory() -> float:
    """The most memory this process has had, in MB; Linux only."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  (no path)
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


class Stalls:
    """How long the event loop has stood still, looked at a hundred times a second."""

    _STEP = 0.01

    def __init__(self) -> None:
        """Begin to look."""
        self.late: list[float] = []
        self._task = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(self._STEP)
            self.late.append(time.monotonic() - began - self._STEP)

    def end(self) -> dict[str, float]:
        """Stop looking, and tell."""
        self._task.cancel()
        late = sorted(self.late) or [0.0]
        return {"still_p99": late[int(len(late) * 0.99)], "still_most": late[-1]}


async def contend(
    act: Callable[[], Awaitable[None]],
    facts: Callable[[], Mapping[str, float]] = dict,
) -> None:
    """Say "ready", wait for a line on standard input, act, and print what it took as JSON."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    used, began = cpu(), time.monotonic()
    await act()
    told = {"cpu": cpu() - used, "seconds": time.monotonic() - began, "memory": memory()}
    sys.stdout.write(json.dumps({**facts(), **told}) + "\n")
    sys.stdout.flush()
