"""Measures everything, and writes the tables and the pictures to `benchmarks/results/`.

What is measured part by part is put together with what stands there from before.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path

from benchmarks import capacity, delivery, growth, intake, plot, postgres, scale, sharing, startup
from benchmarks.postgres import DurableServer
from benchmarks.rig import Run, Server, serving

_SLOWEST = 6
RESULTS = Path(__file__).parent / "results"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured, and the name of what is written."""

    name: str
    crowd: int
    whole: int
    people: int
    times: int
    starts: int
    crowds: tuple[int, ...]
    idle: tuple[int, int]
    shared: int


WHOLE = Size("whole", 180, 900, 1000, 3, 5, (1_000, 100_000), (100_000, 1_000), 1000)
QUICK = Size("quick", 100, 0, 300, 1, 1, (1_000,), (10_000, 100), 300)


@dataclass(slots=True)
class Report:
    """One part: its tables as they come, and the numbers behind them."""

    say: Say
    size: Size
    server: Server
    postgres: DurableServer | None
    text: list[str] = field(default_factory=list)
    numbers: dict[str, object] = field(default_factory=dict)

    def table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Write and show a table."""
        lines = [f"## {title}", "", _row(heads), _row(["---"] * len(heads)), *map(_row, rows), ""]
        self.text += lines
        self.say("\n".join(lines))

    def keep(self, name: str, found: Sequence[object]) -> None:
        """Keep the numbers of a table."""
        self.numbers[name] = [asdict(one) for one in found]  # type: ignore[call-overload]  # all are dataclasses


def write(size: Size, say: Say, parts: Sequence[str] = ()) -> None:
    """Measure, show each table as it is ready, and write them all down; no parts are all parts.

    Raises KeyError for a part that there is not.
    """
    chosen = {name: PARTS[name] for name in parts or PARTS}
    with serving() as server, postgres.running() as database:
        for name, measure in chosen.items():
            began, load = time.monotonic(), getloadavg()[0]
            report = Report(say, size, server, database)
            measure(report)
            took = time.monotonic() - began
            report.text.append(f"This took {took:.0f} s; the load was {load:.1f} before it.\n")
            say(report.text[-1])
            _put(report, name)


def _conditions(report: Report) -> None:
    commit = {name: capacity.commit(name) for name in ("DELETE", "WAL")}
    versions = [
        f"{name} {version(name)}" for name in ("python-telegram-bot", "aiohttp", "sqlalchemy")
    ]
    rows = [
        ("processors", cpu_count()),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("PostgreSQL", report.postgres.edition() if report.postgres else "none"),
        ("libraries", ", ".join(versions)),
        ("the bench's server alone", f"{capacity.server(report.server):,.0f} messages a second"),
        ("one commit, rollback journal, FULL", f"{commit['DELETE']:.1f} ms"),
        ("one commit, write-ahead log, FULL", f"{commit['WAL']:.1f} ms"),
    ]
    report.table("Where it was measured", ("", ""), rows)
    report.numbers["conditions"] = dict(rows)


def _startup(report: Report) -> None:
    line = startup.measure(report.server, report.size.starts)
    report.keep("startup", [line])
    report.table(
        "6. `samklang run` on an existing database",
        ("ready after, s", "processor, s", "memory, MB", "starts"),
        [(f"{line.seconds:.2f}", f"{line.cpu:.2f}", f"{line.memory:.0f}", line.runs)],
    )


def _turns(report: Report) -> None:
    size = report.size
    lines = intake.measure(report.server, report.postgres, size.people, size.times)
    report.keep("intake", lines)
    report.table(
        f"3. Turns: {size.people} people write at once, medians of {size.times}",
        ("", "turns a second", "of the echo's", "processor a turn, ms", "longest still, ms"),
        [
            (o.name, f"{o.per_second:.0f}", f"{o.of_echo:.2f}", f"{o.cpu:.2f}", f"{o.still:.0f}")
            for o in lines
        ],
    )


def _growth(report: Report) -> None:
    size = report.size
    lines = growth.measure(report.server, size.crowds, size.times)
    report.keep("growth", lines)
    report.table(
        f"4. A thousand messages sent out of so many that wait, medians of {size.times}",
        ("waiting", "memory at most, MB", "processor a message, ms", "still p99 / most, ms"),
        [
            (
                f"{o.people:,}",
                f"{o.memory:.0f}",
                f"{o.cpu:.2f}",
                f"{o.still_p99:.0f} / {o.still_most:.0f}",
            )
            for o in lines
        ],
    )


def _idle(report: Report) -> None:
    look = growth.idle(*report.size.idle)
    report.keep("idle", [look])
    report.table(
        "5. What is due? Nothing",
        ("people", "meetings", "a look, ms: median / most"),
        [(f"{look.people:,}", f"{look.meetings:,}", f"{look.median:.1f} / {look.most:.1f}")],
    )


def _scale(report: Report) -> None:
    turns = scale.measure()
    files = sorted(turns, key=lambda one: -one.made)
    report.keep("scale", turns[:_SLOWEST])
    report.numbers["turns"] = len(turns)
    report.table(
        "A network of 2,000 associations, 5,000 people and 300 meetings: work in a turn",
        ("turns tried", "over 200 ms", "99 of 100 within, ms", "beyond a limit of Telegram's"),
        [
            (
                len(turns),
                sum(one.took > scale.LIMIT for one in turns),
                f"{turns[len(turns) // 100].took:.0f}",
                sum(bool(one.breaks) for one in turns),
            )
        ],
    )
    listed = [(f"`{one.what}`", f"{one.took:.0f}", "") for one in turns[:_SLOWEST]]
    listed += [(f"`{one.what}`", f"{one.took:.0f}", f"{one.made:.0f}") for one in files[:3]]
    report.table("The slowest of them", ("", "turn, ms", "its file, made beside, ms"), listed)


def _delivery(report: Report) -> None:
    size = report.size
    lines = delivery.measure(report.server, report.postgres, size.crowd, size.times)
    report.keep("delivery", lines)
    report.table(
        f"1, 2. {size.crowd} at 30 a second while three a second tap, medians of {size.times}",
        _DELIVERED,
        [_delivered(line) for line in lines],
    )


def _whole(report: Report) -> None:
    """Measure ours once more at full length, and draw it."""
    if not report.size.whole:
        return
    people, name = report.size.whole, delivery.OURS
    runs = [
        (trip, delivery.broadcast(report.server, name, people, trip))
        for trip in delivery.ROUND_TRIPS
    ]
    lines = [delivery.line(name, trip, [run]) for trip, run in runs]
    report.keep("broadcast", lines)
    report.table(f"1. The same to {people}, once", _DELIVERED, [_delivered(line) for line in lines])
    for trip, run in runs:
        _draw(trip, run)


def _sharing(report: Report) -> None:
    if report.postgres is None:
        report.text.append("Figure 7 was not measured: PostgreSQL is not installed here.\n")
        return
    size = report.size
    lines = sharing.measure(report.postgres, size.shared, size.times)
    report.keep("sharing", lines)
    report.table(
        f"7. Processes that share one PostgreSQL, {size.shared} turns, medians of {size.times}",
        ("processes", "turns a second", "of one's", "processor a turn, ms"),
        [(o.processes, f"{o.per_second:.0f}", f"{o.of_one:.2f}", f"{o.cpu:.2f}") for o in lines],
    )


def _draw(trip: float, run: Run) -> None:
    title = f"{delivery.NAMES[run.name]}, {1000 * trip:.0f} ms round trip, three taps a second"
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"broadcast-{1000 * trip:.0f}ms.svg"
    file.write_text(plot.draw(run, title), "utf-8")


def _delivered(o: delivery.Line) -> Sequence[object]:
    return (
        o.name,
        f"{1000 * o.round_trip:.0f}",
        f"{o.share:.3f}",
        f"{o.refused:.0f}",
        f"{o.answer_p50:.1f} / {o.answer_p99:.1f}"
        + (f", {o.unanswered} none" * bool(o.unanswered)),
        f"{o.first_answer:.1f}",
        f"{o.cpu:.2f}",
    )


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _put(report: Report, part: str) -> None:
    """Put a part among those that are there, and write all of them anew."""
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{report.size.name}.json"
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    kept[part] = {"text": "\n".join(report.text), "numbers": report.numbers}
    whole = {name: kept[name] for name in PARTS if name in kept}
    numbers = json.dumps(whole, indent=1, ensure_ascii=False, default=str)
    file.write_text(numbers + "\n", "utf-8")
    text = "\n".join(str(one["text"]) for one in whole.values())
    file.with_suffix(".md").write_text(text, "utf-8")


_DELIVERED = (
    *("", "round trip, ms", "share", "refused", "answers p50 / p99, ms", "the first, ms"),
    "processor, ms",
)
PARTS: dict[str, Callable[[Report], None]] = {
    "conditions": _conditions,
    "startup": _startup,
    "turns": _turns,
    "growth": _growth,
    "idle": _idle,
    "scale": _scale,
    "delivery": _delivery,
    "broadcast": _whole,
    "sharing": _sharing,
}
"""What can be measured by itself, in the order of the tables."""
