"""Figures 1 and 2: a broadcast at Telegram's own limit while others tap, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.postgres import DurableServer
from benchmarks.rig import Run, Server, middle, percentile

LIMIT = 30.0
"""Messages a second, all chats together (Bot API FAQ, "My bot is hitting limits")."""
TAPS = 3.0
ROUND_TRIPS = (0.0, 0.1)

OURS = "ours:broadcast"
OURS_POSTGRES = "ours:broadcast-postgres"
LOOP = "peers:ptb-loop"
LIMITER = "peers:ptb-limiter"
AIOGRAM = "peers:aiogram-loop"
NAMES = {
    OURS: "Samklang, SQLite",
    OURS_POSTGRES: "Samklang, PostgreSQL",
    LOOP: "PTB, one `send_message` after another",
    LIMITER: "PTB + `AIORateLimiter`, gather",
    AIOGRAM: "aiogram, `sleep(0.05)`",
}
SHARES = {OURS: 1.0, OURS_POSTGRES: 1.0, LOOP: 0.5, LIMITER: 1.0, AIOGRAM: 0.4}
"""How large a part of the crowd each is given, so that slow ones do not take all the time."""
ONCE = {OURS_POSTGRES, AIOGRAM}
"""Those that are measured once, for the same reason."""


@dataclass(frozen=True, slots=True)
class Line:
    """One contender at one round trip; milliseconds."""

    name: str
    round_trip: float
    share: float
    refused: float
    answer_p50: float
    answer_p99: float
    first_answer: float
    unanswered: int
    cpu: float
    runs: int


def measure(server: Server, postgres: DurableServer | None, crowd: int, times: int) -> list[Line]:
    """Let everyone tell a crowd, in turn, so many times; `ONCE` names those that do it once."""
    kept: dict[tuple[str, float], list[Run]] = {}
    for time in range(times):
        for round_trip in ROUND_TRIPS:
            for name in NAMES:
                if (time and name in ONCE) or (name == OURS_POSTGRES and not postgres):
                    continue
                where = postgres.address() if name == OURS_POSTGRES and postgres else ""
                run = broadcast(server, name, int(crowd * SHARES[name]), round_trip, where)
                kept.setdefault((name, round_trip), []).append(run)
    return [line(name, trip, runs) for (name, trip), runs in kept.items()]


def broadcast(server: Server, name: str, crowd: int, round_trip: float, where: str = "") -> Run:
    """Let one contender tell a crowd while others tap; `where` is its database, if not its own."""
    rules = {"round_trip": round_trip, "taps_per_second": TAPS, "expected": crowd}
    return server.run(name, crowd, *([where] if where else []), is_limited=True, **rules)


def line(name: str, round_trip: float, runs: list[Run]) -> Line:
    """Sum up one contender's runs: medians, and percentiles of all answers together.

    The first answer of a process stands by itself: whoever has just started is slow once.
    """
    answers = [1000 * seconds for run in runs for _, seconds in run.answers[1:]]
    firsts = [1000 * run.answers[0][1] for run in runs if run.answers]
    return Line(
        NAMES.get(name, name),
        round_trip,
        middle([share(run) for run in runs]),
        middle([run.count("refused") for run in runs]),
        percentile(answers, 0.5),
        percentile(answers, 0.99),
        middle(firsts),
        sum(run.count("unanswered") for run in runs),
        middle([cpu(run) for run in runs]),
        len(runs),
    )


def share(run: Run) -> float:
    """The time Telegram's limit demands, of the time it took; without the first second's burst."""
    times = sorted([*run.told, *(at + took for at, took in run.answers)])[int(LIMIT) :]
    return (len(times) - 1) / LIMIT / (times[-1] - times[0])


def cpu(run: Run) -> float:
    """Milliseconds of processor a message, the answers counted too."""
    return 1000 * run.own["cpu"] / (len(run.told) + len(run.answers))
