"""Measures everything, and writes the tables and the picture to `benchmarks/results/`."""

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

from benchmarks import capacity, delivery, growth, intake, plot, startup
from benchmarks.rig import Run, Server, serving

RESULTS = Path(__file__).parent / "results"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    crowd: int
    whole: int
    people: int
    times: int
    starts: int
    crowds: tuple[int, ...]
    idle: tuple[int, int]


WHOLE = Size(240, 900, 1000, 3, 5, (1_000, 100_000), (100_000, 1_000))
QUICK = Size(60, 0, 300, 1, 1, (1_000,), (10_000, 100))


@dataclass(slots=True)
class Report:
    """The tables as they come, and the numbers behind them."""

    say: Say
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


def write(size: Size, say: Say) -> None:
    """Measure, show each table as it is ready, and write them all down."""
    began = time.monotonic()
    report = Report(say)
    load = getloadavg()[0]
    with serving() as server:
        _conditions(report, server, load)
        _startup(report, server, size)
        _intake(report, server, size)
        _growth(report, server, size)
        _delivery(report, server, size)
    took = time.monotonic() - began
    report.text.append(f"All of it took {took:.0f} s; the load was {load:.1f} when it began and ")
    report.text[-1] += f"{getloadavg()[0]:.1f} when it ended.\n"
    _put(report, "quick" if size is QUICK else "whole")


def _conditions(report: Report, server: Server, load: float) -> None:
    commit = {name: capacity.commit(name) for name in ("DELETE", "WAL")}
    versions = [
        f"{name} {version(name)}" for name in ("python-telegram-bot", "aiohttp", "sqlalchemy")
    ]
    rows = [
        ("processors", cpu_count()),
        ("load when it began", f"{load:.1f}"),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("libraries", ", ".join(versions)),
        ("the bench's server alone", f"{capacity.server(server):,.0f} messages a second"),
        ("one commit, rollback journal, FULL", f"{commit['DELETE']:.1f} ms"),
        ("one commit, write-ahead log, FULL", f"{commit['WAL']:.1f} ms"),
    ]
    report.table("Where it was measured", ("", ""), rows)
    report.numbers["conditions"] = dict(rows)


def _startup(report: Report, server: Server, size: Size) -> None:
    line = startup.measure(server, size.starts)
    report.keep("startup", [line])
    report.table(
        "6. `samklang run` on an existing database",
        ("ready after, s", "processor, s", "memory, MB", "starts"),
        [(f"{line.seconds:.2f}", f"{line.cpu:.2f}", f"{line.memory:.0f}", line.runs)],
    )


def _intake(report: Report, server: Server, size: Size) -> None:
    lines = intake.measure(server, size.people, size.times)
    report.keep("intake", lines)
    report.table(
        f"3. Turns: {size.people} people write at once, medians of {size.times}",
        ("", "turns a second", "of the echo's", "processor a turn, ms", "longest still, ms"),
        [
            (o.name, f"{o.per_second:.0f}", f"{o.of_echo:.2f}", f"{o.cpu:.2f}", f"{o.still:.0f}")
            for o in lines
        ],
    )


def _growth(report: Report, server: Server, size: Size) -> None:
    lines = growth.measure(server, size.crowds, size.times)
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
    look = growth.idle(*size.idle)
    report.keep("idle", [look])
    report.table(
        "5. What is due? Nothing",
        ("people", "meetings", "a look, ms: median / most"),
        [(f"{look.people:,}", f"{look.meetings:,}", f"{look.median:.1f} / {look.most:.1f}")],
    )


def _delivery(report: Report, server: Server, size: Size) -> None:
    lines = delivery.measure(server, size.crowd, size.times)
    report.keep("delivery", lines)
    report.table(
        f"1, 2. A broadcast at 30 a second while three a second tap, medians of {size.times}",
        ("", "round trip, ms", "share", "refused", "answers p50 / p99, ms", "processor, ms"),
        [_delivered(line) for line in lines],
    )
    if size.whole:
        _whole(report, server, size.whole)


def _whole(report: Report, server: Server, people: int) -> None:
    """Measure ours once more at full length, and draw it."""
    runs = [
        (name, trip, delivery.broadcast(server, name, people, trip))
        for trip in delivery.ROUND_TRIPS
        for name in (delivery.OURS, delivery.OURS_LOG)
    ]
    lines = [delivery.line(name, trip, [run]) for name, trip, run in runs]
    report.keep("whole", lines)
    report.table(
        f"1. The same to {people}, once",
        ("", "round trip, ms", "share", "refused", "answers p50 / p99, ms", "processor, ms"),
        [_delivered(line) for line in lines],
    )
    for name, trip, run in runs:
        _draw(name, trip, run)


def _draw(name: str, trip: float, run: Run) -> None:
    journal = "wal" if name == delivery.OURS_LOG else "journal"
    title = f"{delivery.NAMES[name]}, {1000 * trip:.0f} ms round trip, three taps a second"
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"broadcast-{journal}-{1000 * trip:.0f}ms.svg"
    file.write_text(plot.draw(run, title), "utf-8")


def _delivered(o: delivery.Line) -> Sequence[object]:
    return (
        o.name,
        f"{1000 * o.round_trip:.0f}",
        f"{o.share:.3f}",
        f"{o.refused:.0f}",
        f"{o.answer_p50:.1f} / {o.answer_p99:.1f}"
        + (f", {o.unanswered} none" * bool(o.unanswered)),
        f"{o.cpu:.2f}",
    )


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _put(report: Report, name: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.md").write_text("\n".join(report.text), "utf-8")
    numbers = json.dumps(report.numbers, indent=1, ensure_ascii=False, default=str)
    (RESULTS / f"{name}.json").write_text(numbers + "\n", "utf-8")
