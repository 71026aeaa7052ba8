"""Runs one contender against the server and gives what both of them saw. Knows processes only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
_PATIENCE = 30.0
AS_INSTALLED = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
"""What is installed in the usual way is not compiled anew at each start."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one contender did: `server` as Telegram saw it, `own` as its process did."""

    name: str
    server: Mapping[str, object]
    own: Mapping[str, float]

    @property
    def told(self) -> list[float]:
        """When each message of the broadcast was delivered, in seconds."""
        return [float(str(at)) for at in _list(self.server["told"])]

    @property
    def answers(self) -> list[tuple[float, float]]:
        """When each tap was made, and the seconds until its reply."""
        return [(float(one[0]), float(one[1])) for one in _list(self.server["answers"])]

    def count(self, name: str) -> int:
        """One of the server's counts."""
        return int(str(self.server[name]))


class Server:
    """The bench's Bot API, in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Read where it listens."""
        assert process.stdout is not None
        self._process = process
        self.url = f"http://127.0.0.1:{int(process.stdout.readline())}"

    def ask(self, word: str, **given: object) -> Mapping[str, object]:
        """Tell the server something: new, feed or report."""
        request = urllib.request.Request(  # noqa: S310  (loopback)
            f"{self.url}/control-{word}", data=json.dumps(given).encode()
        )
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            answered: dict[str, object] = json.load(answer)
            return answered

    def run(self, contender: str, count: int, *more: str, **rules: object) -> Run:
        """Let a contender ("module:name") do its work under these rules."""
        module, _, name = contender.partition(":")
        fed = rules.pop("fed", None)
        self.ask("new", **rules)
        command = [sys.executable, "-m", f"benchmarks.{module}", name, self.url, str(count), *more]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=AS_INSTALLED,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            if process.stdout.readline() != "ready\n":
                raise RuntimeError(f"{contender} did not start")
            if fed:
                self.ask("feed", count=count, kind=fed)
            process.stdin.write("go\n")
            process.stdin.flush()
            own = json.loads(process.stdout.readline())
            seen = self.ask("report")
            process.stdin.close()
        return Run(contender, seen, own)


@contextmanager
def serving() -> Iterator[Server]:
    """Start the server, and stop it afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.telegram"], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        yield Server(process)
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def middle(numbers: list[float]) -> float:
    """The median, which one disturbed run does not move."""
    return median(numbers) if numbers else float("nan")


def percentile(numbers: list[float], share: float) -> float:
    """The number that so large a share lies below."""
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def _list(value: object) -> list[list[float]]:
    assert isinstance(value, list)
    return value
