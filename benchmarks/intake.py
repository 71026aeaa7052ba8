"""Figure 3: how many people a second get their turn, each with a row and a reply."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.postgres import DurableServer
from benchmarks.rig import Run, Server, middle

ECHO = "peers:ptb-echo"
OURS = "ours:turns"
OURS_POSTGRES = "ours:turns-postgres"
NAMES = {
    ECHO: "PTB echo, nothing stored",
    OURS: "Samklang, SQLite",
    OURS_POSTGRES: "Samklang, PostgreSQL",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One contender: turns a second, milliseconds of processor a turn, and against the echo."""

    name: str
    per_second: float
    cpu: float
    of_echo: float
    still: float


def measure(server: Server, postgres: DurableServer | None, people: int, times: int) -> list[Line]:
    """Let everyone answer the same backlog, in turn, so many times."""
    kept: dict[str, list[Run]] = {}
    for _ in range(times):
        for name in NAMES:
            if name == OURS_POSTGRES and not postgres:
                continue
            where = [postgres.address()] if name == OURS_POSTGRES and postgres else []
            run = server.run(name, people, *where, is_limited=False, fed="text")
            kept.setdefault(name, []).append(run)
    return [_line(name, runs, kept[ECHO]) for name, runs in kept.items()]


def _line(name: str, runs: list[Run], echoes: list[Run]) -> Line:
    pairs = zip(runs, echoes, strict=True)
    return Line(
        NAMES[name],
        middle([per_second(run) for run in runs]),
        middle([1000 * run.own["cpu"] / len(run.told) for run in runs]),
        middle([per_second(run) / per_second(echo) for run, echo in pairs]),
        middle([1000 * run.own.get("still_most", 0.0) for run in runs]),
    )


def per_second(run: Run) -> float:
    """Replies a second, from the first to the last."""
    return (len(run.told) - 1) / (run.told[-1] - run.told[0])
