"""Figures 4 and 5: what a hundred times more people cost, in memory, work and stillness."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from benchmarks.rig import ROOT, Run, Server, middle

CROWD = "ours:crowd"


@dataclass(frozen=True, slots=True)
class Line:
    """A crowd: MB at most, milliseconds of processor a message, milliseconds of stillness."""

    people: int
    memory: float
    cpu: float
    still_p99: float
    still_most: float


@dataclass(frozen=True, slots=True)
class Idle:
    """What a look costs when nothing is due, in milliseconds."""

    people: int
    meetings: int
    median: float
    most: float


def measure(server: Server, crowds: tuple[int, ...], times: int) -> list[Line]:
    """Send a thousand messages out of ever larger crowds that wait."""
    kept: dict[int, list[Run]] = {}
    for _ in range(times):
        for people in crowds:
            kept.setdefault(people, []).append(server.run(CROWD, people, is_limited=False))
    return [_line(people, runs) for people, runs in kept.items()]


def _line(people: int, runs: list[Run]) -> Line:
    return Line(
        people,
        middle([run.own["memory"] for run in runs]),
        middle([1000 * run.own["cpu"] / len(run.told) for run in runs]),
        middle([1000 * run.own["still_p99"] for run in runs]),
        middle([1000 * run.own["still_most"] for run in runs]),
    )


def idle(people: int, meetings: int) -> Idle:
    """Ask what is due when nothing is."""
    command = [sys.executable, "-m", "benchmarks.idle", str(people), str(meetings)]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
    told = json.loads(done.stdout)
    return Idle(people, meetings, told["median"], told["most"])
